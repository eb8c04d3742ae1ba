import { checkWaiting, ERROR, WARNING } from '../support/past.ts'

describe('goalposts of what is counted in a time', () => {
  it('move where as much is asked for in a longer time, and stand where that is converted', () => {
    const PER_DAY = 'unit: cases per day, baseline: 40, target: 70'
    checkWaiting([
      [PER_DAY, 'unit: cases per week, baseline: 40, target: 70', [WARNING, WARNING]],
      [PER_DAY, 'unit: cases/month, baseline: 40, target: 70', [WARNING, WARNING]],
      [PER_DAY, 'unit: cases per week, baseline: 200, target: 300', [ERROR]],
      [PER_DAY, 'unit: cases a week, baseline: 40, target: 70', [WARNING, WARNING]],
      ['unit: cas par jour, baseline: 4, target: 7', 'unit: cas/semaine, baseline: 20, target: 30', [ERROR]],
      // The name says what is counted.
      ['unit: per day, baseline: 4, target: 7', 'unit: per week, baseline: 20, target: 30', [ERROR]],
      ['unit: per day, baseline: 9, target: 0', 'unit: per week, baseline: 45, target: 0', []],
      ['unit: per day, baseline: 9, target: 4', 'unit: /week, baseline: 45, target: 20', []],
      ['unit: per case, baseline: 9, target: 4', 'unit: per order, baseline: 9, target: 4', []],
      [
        'unit: Fälle pro Tag, better: higher, target: 70',
        'unit: Fälle/Woche, better: higher, target: 70',
        [WARNING],
      ],
      [
        'unit: errors per week, baseline: 9, target: 4',
        'unit: errors per day, baseline: 9, target: 4',
        [WARNING, WARNING],
      ],
      [PER_DAY, 'unit: cases per week, baseline: 200, target: 350', []],
      [PER_DAY, 'unit: cases per week, baseline: 280, target: 490', []],
      [PER_DAY, 'unit: cases per month, baseline: 860, target: 1505', []],
      [PER_DAY, 'unit: cases / d, baseline: 40, target: 70', []],
      [PER_DAY, 'unit: cases per working day, baseline: 40, target: 70', []],
      [
        'unit: cases per month, baseline: 40, target: 70',
        'unit: cases per year, baseline: 480, target: 840',
        [],
      ],
      ['unit: errors per day, baseline: 9, target: 4', 'unit: errors per week, baseline: 9, target: 4', []],
      [
        'unit: cases per week, better: higher, target: 70',
        'unit: cases per day, better: higher, target: 14',
        [],
      ],
      ['unit: h per week, baseline: 10, target: 5', 'unit: h per day, baseline: 2, target: 1', []],
      ['unit: h per week, baseline: 10, target: 5', 'unit: min per week, baseline: 600, target: 300', []],
    ])
  })
})

import { dashboard } from '../../server/src/dashboard/dashboard.ts'
import { htmlOf } from '../../server/src/dashboard/html.ts'
import { matchesGolden } from '../cli/golden.ts'
import { boardFrom, pilotText } from '../support/board.ts'

const texts = {
  // Half of the way, 99.6 % of it, and not measured; overdue, held back, and past its promised day.
  claims: pilotText(
    'claims',
    `stage: rollout
team: claims
timeline: { start: 2026-01-05, end: 2026-07-31, productionBy: 2026-04-01 }
value: { amount: 3000, per: month }
cost: { software: 12000 }
owners:
  operator: { name: Dana Whitfield, accountability: Hours }
criteria:
  success:
    - metric: Hours
      unit: hours/claim
      better: lower
      baseline: 10
      target: 6
      by: 2026-08-31
      readings:
        - { date: 2026-03-02, value: 9 }
        - { date: 2026-04-01, value: 8.5 }
        - { date: 2026-05-31, value: 8 }
    - metric: Sorted right
      better: higher
      baseline: 0
      target: 2500
      readings: [{ date: 2026-05-04, value: 2490 }]
    - { metric: Kept, better: higher, baseline: 1, target: 2 }
rollout: { start: 2026-02-02 }
gates:
  - { stage: criteria, held: 2026-01-20, decision: advance }
  - { stage: ownership, held: 2026-02-02, decision: advance }
  - { stage: data, due: 2026-02-20, held: 2026-02-27, decision: advance }
  - { stage: rollout, due: 2026-05-11, held: 2026-05-12, decision: hold, by: Ines Keller }
  - { stage: rollout, due: 2026-05-25 }
`,
  ),
  invoices: pilotText(
    'invoices',
    `stage: data
currency: EUR
timeline: { start: 2026-02-02, productionBy: 2026-05-01 }
value: { amount: 1000, per: month }
gates: [{ stage: data, due: 2026-06-15 }]
`,
  ),
  letters: pilotText(
    'letters',
    `stage: stopped
timeline: { start: 2026-01-12 }
owners:
  operator: { name: Data team }
gates:
  - { stage: criteria, held: 2026-02-10, decision: advance }
  - { stage: ownership, held: 2026-03-10, decision: stop }
outcome: { decision: stop, date: 2026-03-10, because: The data does not exist., learned: [Ask first.] }
`,
  ),
  notes: pilotText(
    'notes',
    'timeline: { start: 2026-02-02, productionBy: 2026-05-01 }\nvalue: { amount: 500, per: month }\n',
  ),
}

const past = {
  claims: [
    { date: '2026-01-05', yaml: 'stage: criteria' },
    { date: '2026-03-02', yaml: 'stage: rollout' },
  ],
  letters: [
    { date: '2026-02-01', yaml: 'stage: criteria' },
    { date: '2026-03-10', yaml: 'stage: stopped' },
  ],
}

describe('the figures of the dashboard', () => {
  it('are those of the files, in words and as they are drawn', () => {
    const html = htmlOf(dashboard(boardFrom(texts, { past }), 'page'))
    matchesGolden('figures.txt', inLines(html), new URL('./golden/', import.meta.url))
  })
})

/** A line for each element that holds text or is drawn, so that a difference can be read. */
function inLines(html: string): string {
  return `${html.replace(/<(?!\/|b>|i |a |span|small|option)/g, '\n<').trimStart()}\n`
}

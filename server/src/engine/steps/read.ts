import { criteriaOf } from '../pilot/progress.ts'
import { problemWith } from './answers.ts'
import { type Outcome, type ReadStep, refuse, type Situation } from './step.ts'

/** Adds a measured value to a criterion, in the order of the days. */
export function read({ pilot, today }: Situation, { criterion: index, date, value }: ReadStep): Outcome {
  const path = ['criteria', 'success', index, 'readings']
  const problem = problemWith([[['criteria', 'success', 0, 'readings', 0, 'value'], value]], {
    path: ['criteria', 'success', 0, 'readings', 0, 'date'],
    date,
    today,
  })
  if (problem !== undefined) return refuse(problem)
  const criterion = criteriaOf(pilot)[index]
  if (!criterion) return refuse('The file has no such criterion any more. Ask again.')
  const readings = criterion.readings?.items ?? []
  const same = readings.find((reading) => reading.date?.value === date)
  if (same) {
    const known = same.value ? `: ${same.value.value}` : ''
    return refuse(`There is a reading of ${date} already${known}. Change it in the file if it is wrong.`)
  }
  const later = readings.findIndex((reading) => (reading.date?.value ?? '') > date)
  const at = later < 0 ? readings.length : later
  return {
    kind: 'plan',
    changes: [{ do: 'append', into: criterion, path: ['readings'], value: { date, value }, index: at }],
    under: [path],
  }
}

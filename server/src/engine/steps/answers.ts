import type { IsoDate } from '../pilot/dates.ts'
import { complaintAbout } from '../schema/answer.ts'

/** An answer with the keys that will lead to it; one that was not given is no problem. */
export type Answer = readonly [
  path: readonly (string | number)[],
  value: string | number | boolean | undefined,
]

/** The first thing that is wrong with answers, in the words of the schema; the date is of something that has happened. */
export function problemWith(
  answers: readonly Answer[],
  { path, date, today }: { path: Answer[0]; date: IsoDate; today: IsoDate },
): string | undefined {
  for (const [at, value] of [...answers, [path, date] as const]) {
    const problem = value === undefined ? undefined : complaintAbout(at, trimmed(value))
    if (problem !== undefined) return problem
  }
  if (date > today) return `${date} is in the future. Write down what has happened, on the day that it did.`
  return undefined
}

/** A text of blanks says nothing. */
function trimmed(value: string | number | boolean): string | number | boolean {
  return typeof value === 'string' ? value.trim() : value
}

import { isDate } from '../pilot/dates.ts'

/** The format `date` of the schema, for the compiled validator. */
export const date: (text: string) => boolean = isDate

/** How many characters the schema takes a text for. */
export function lengthOf(text: string): number {
  let length = 0
  for (const _ of text) length++
  return length
}

import { isDate } from '../pilot/dates.ts'

/** The format `date` of the schema, for the compiled validator. */
export const date: (text: string) => boolean = isDate

import { Range, Uri } from 'vscode'
import type { Answers } from './questions.ts'

/** The argument of a command as fields. It may come from anywhere: a key, a link, another extension. */
export function fieldsOf(argument: unknown): Readonly<Record<string, unknown>> {
  return typeof argument === 'object' && argument !== null && !Array.isArray(argument) ? { ...argument } : {}
}

/** The file that an argument names: an address, a row of the tree, or something with a `uri`. */
export function uriIn(argument: unknown): Uri | undefined {
  if (argument instanceof Uri) return argument
  const { uri, place } = fieldsOf(argument)
  if (uri instanceof Uri) return uri
  if (typeof uri === 'string') return parsed(uri)
  return place === undefined ? undefined : uriIn(place)
}

/** The answers that an argument gives already, under the names of the questions. */
export function answersIn(argument: unknown, keys: readonly string[]): Answers {
  const fields = fieldsOf(argument)
  const found = keys.flatMap((key): [string, string][] => {
    const value = fields[key]
    const isAnswer = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    return isAnswer ? [[key, String(value)]] : []
  })
  return Object.fromEntries(found)
}

/** A list of texts that an argument gives. */
export function textsIn(argument: unknown, key: string): readonly string[] | undefined {
  const value = fieldsOf(argument)[key]
  return Array.isArray(value) && value.every((each) => typeof each === 'string') ? value : undefined
}

/** A range as the server counts. */
export function rangeIn(value: unknown): Range | undefined {
  const { start, end } = fieldsOf(value)
  const [from, to] = [fieldsOf(start), fieldsOf(end)]
  const numbers = [from['line'], from['character'], to['line'], to['character']].filter(isPlace)
  const [a, b, c, d] = numbers
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined
  return new Range(a, b, c, d)
}

function isPlace(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0
}

function parsed(uri: string): Uri | undefined {
  try {
    return Uri.parse(uri, true)
  } catch {
    return undefined
  }
}

import { isDate } from './pilot/dates.ts'

/** Whether a value that somebody else wrote down is what it should be; where it is about a text, one of this length. */
export type Shape<T> = (value: unknown, length?: number) => value is T

export function isText(value: unknown): value is string {
  return typeof value === 'string'
}

/** A date that exists, as `YYYY-MM-DD`. */
export function isDay(value: unknown): value is string {
  return isText(value) && isDate(value)
}

export function isFlag(value: unknown): value is boolean {
  return typeof value === 'boolean'
}

export function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

export function oneOf<const T extends string>(...words: readonly T[]): Shape<T> {
  const known = new Set<unknown>(words)
  return (value): value is T => known.has(value)
}

export function maybe<T>(shape: Shape<T>): Shape<T | undefined> {
  return (value, length): value is T | undefined => value === undefined || shape(value, length)
}

export function listOf<T>(shape: Shape<T>): Shape<readonly T[]> {
  return (value, length): value is readonly T[] => {
    if (!Array.isArray(value)) return false
    for (const item of value) if (!shape(item, length)) return false
    return true
  }
}

/** An object with these keys and no others: what is copied from it later holds nothing that nobody looked at. */
export function recordOf<T extends object>(
  shapes: { readonly [K in keyof Required<T>]: Shape<T[K]> },
): Shape<T> {
  const byKey = new Map<string, Shape<unknown>>(Object.entries(shapes))
  const checks = [...byKey]
  return (value, length): value is T => {
    if (!isRecord(value)) return false
    for (const key of Object.keys(value)) if (!byKey.has(key)) return false
    for (const [key, shape] of checks) if (!shape(value[key], length)) return false
    return true
  }
}

/** An object as JSON has them, and neither a list nor an instance of anything. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}

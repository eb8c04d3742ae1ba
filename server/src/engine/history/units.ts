import { type CriterionCommitment, nameKey } from './commitments.ts'

/** By what the numbers of a criterion are multiplied that is counted in another unit now; `undefined` where nobody can tell. */
export function factorBetween(from: CriterionCommitment, to: CriterionCommitment): number | undefined {
  return knownFactor(from, to) ?? commonFactor(from, to)
}

/**
 * Whether it may be another count of the same rather than another goal: with the unit both numbers have changed and nobody
 * can tell what they were, or neither has.
 */
export function isRecounted(from: CriterionCommitment, to: CriterionCommitment): boolean {
  if (from.unit === to.unit) return false
  const isKnown = knownFactor(from, to) !== undefined
  return (['baseline', 'target'] as const).every(
    (bar) => from[bar] === undefined || (from[bar] === to[bar]) === isKnown,
  )
}

function knownFactor(from: CriterionCommitment, to: CriterionCommitment): number | undefined {
  const [was, is] = [from.unit, to.unit].map((unit) => nameKey(unit ?? ''))
  if (was === is && was !== '') return 1
  const [before, after] = [sizeOf(was), sizeOf(is)]
  return before && after && before.of === after.of ? before.size / after.size : undefined
}

/** Words of one kind, each with how many of the smallest one it is. */
const words: readonly (readonly [RegExp, of: string, size: number])[] = [
  [/^(?:s|secs?|sec\.|seconds?|sekunden?|secondes?|segundos?)$/, 'time', 1],
  [/^(?:mins?|min\.|minut(?:e[ns]?|os?))$/, 'time', 60],
  [/^(?:h|hrs?|hours?|std\.?|stunden?|heures?|horas?)$/, 'time', 3600],
  [/^(?:%|percent|per cent|pct|prozent)$/, 'share', 1],
  [/^(?:share|ratio|fraction|anteil)$/, 'share', 100],
]

function sizeOf(unit: string | undefined): { readonly of: string; readonly size: number } | undefined {
  const [, of, size] = words.find(([word]) => word.test(unit ?? '')) ?? []
  return of !== undefined && size !== undefined ? { of, size } : undefined
}

/** What both numbers were multiplied by, where it is so much that nobody would take it for the same unit, or it is money. */
function commonFactor(from: CriterionCommitment, to: CriterionCommitment): number | undefined {
  const factors = (['baseline', 'target'] as const).flatMap((bar) => {
    const [before, after] = [from[bar], to[bar]]
    return before && after !== undefined ? [after / before] : []
  })
  const [one = 1, other] = factors
  const large = Math.max(one, 1 / one)
  if (other === undefined) return USUAL.some((usual) => isNear(large, usual)) ? one : undefined
  const isOther = large > SMALLEST || (isMoney(from.unit) && isMoney(to.unit))
  return isOther && isNear(one, other) && from.baseline !== from.target ? one : undefined
}

/** Between shares and percents, minutes and hours, and thousands. */
const USUAL = [60, 100, 1000]

/** Days in a working week: between two units of one kind lies no less. */
const SMALLEST = 4.9

function isNear(a: number, b: number): boolean {
  return Math.abs(a / b - 1) < 0.02
}

function isMoney(unit: string | undefined): boolean {
  return /\p{Sc}|\b[A-Z]{3}\b/u.test(unit ?? '')
}

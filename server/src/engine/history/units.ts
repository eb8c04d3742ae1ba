import { type CriterionCommitment, nameKey } from './commitments.ts'

/** What numbers are multiplied by, at the least and at the most: a day has 24 hours, and seven or eight of work. */
export interface Factor {
  readonly least: number
  readonly most: number
}

/** By what the numbers of a criterion are multiplied that is counted in another unit now; `undefined` where nobody can tell. */
export function factorBetween(from: CriterionCommitment, to: CriterionCommitment): Factor | undefined {
  const known = knownFactor(from, to)
  if (!known) return exactly(commonFactor(from, to))
  return isExact(known) ? known : (exactly(factorOfBaseline(known, from, to)) ?? known)
}

/** What a criterion is counted in: by its unit, else by that in its name, as `Waiting time (h)`. */
export function unitOf({ unit, metric }: Named): string | undefined {
  if (unit !== undefined) return unit
  const { inside } = partsOf(metric)
  return inside !== undefined && sizeOfWord(countedIn(nameKey(inside)).counted) ? inside : undefined
}

/** The name of a criterion without the unit, be it its own or that of another criterion. */
export function nameOf(criterion: Named, other: Named = criterion): string {
  const { name, inside } = partsOf(criterion.metric)
  const isUnit = [criterion, other].some((each) => {
    const factor = inside === undefined ? undefined : factorOfUnits(inside, unitOf(each) ?? '')
    return factor?.least === 1 && factor.most === 1
  })
  return isUnit ? name : criterion.metric
}

/** The name of a criterion with the unit behind it. */
export function namedWithUnit({ metric, unit }: Named): string {
  const { name, inside } = partsOf(metric)
  const behind = unit ?? inside
  if (behind === undefined) return metric
  return `${inside !== undefined && nameKey(inside) === nameKey(behind) ? name : metric} (${behind})`
}

type Named = Pick<CriterionCommitment, 'metric' | 'unit'>

/** A name, and what stands behind it: in brackets, or behind a comma or `in`. */
function partsOf(metric: string): { readonly name: string; readonly inside: string | undefined } {
  const text = metric.slice(0, 300)
  const [, name = metric, bracketed, last] = UNIT_BEHIND.exec(text) ?? []
  return { name, inside: bracketed ?? last }
}

const UNIT_BEHIND = /^(.*[^\s,])(?:\s+[([]([^()[\]]+)[)\]]|(?:,|\s+in)\s+(\S+))$/

export function isExact({ least, most }: Factor): boolean {
  return least === most
}

function exactly(factor: number | undefined): Factor | undefined {
  return factor === undefined ? undefined : { least: factor, most: factor }
}

/**
 * Whether it may be another count of the same rather than another goal: with the unit both numbers have changed and nobody
 * can tell what they were, or neither has.
 */
export function isRecounted(from: CriterionCommitment, to: CriterionCommitment): boolean {
  const [was, is] = [from, to].map((each) => nameKey(namedWithUnit(each)))
  if (unitOf(from) === unitOf(to) || was === is) return false
  const isKnown = knownFactor(from, to) !== undefined
  return (['baseline', 'target'] as const).every(
    (bar) => from[bar] === undefined || (from[bar] === to[bar]) === isKnown,
  )
}

function knownFactor(from: CriterionCommitment, to: CriterionCommitment): Factor | undefined {
  return factorOfUnits(unitOf(from) ?? '', unitOf(to) ?? '')
}

function factorOfUnits(from: string, to: string): Factor | undefined {
  const [was, is] = [nameKey(from), nameKey(to)]
  if (was === is && was !== '') return exactly(1)
  const [before, after] = [sizeOf(was), sizeOf(is)]
  if (!before || !after || before.of !== after.of) return undefined
  const factors = before.sizes.map((size, way) => size / (after.sizes[way] ?? size))
  return { least: Math.min(...factors), most: Math.max(...factors) }
}

/** The number before the pilot stays what it was, so that it shows in which way a longer time is counted. */
function factorOfBaseline(
  { least, most }: Factor,
  { baseline: before }: CriterionCommitment,
  { baseline: after }: CriterionCommitment,
): number | undefined {
  if (!before || after === undefined) return undefined
  const factor = after / before
  return factor > least * (1 - NEAR) && factor < most * (1 + NEAR) ? factor : undefined
}

type Sizes = readonly [number, number, number, number]

function always(size: number): Sizes {
  return [size, size, size, size]
}

/** By the clock, at the least and at the most, and in hours of work. */
function inHours(...hours: Sizes): Sizes {
  const [least, most, leastWork, mostWork] = hours
  return [least * 3600, most * 3600, leastWork * 3600, mostWork * 3600]
}

/** Words of one kind, each with how many of the smallest one it is. */
const words: readonly (readonly [RegExp, of: string, Sizes])[] = [
  [/^(?:s|secs?|sec\.|seconds?|sekunden?|secondes?|segundos?)$/, 'time', always(1)],
  [/^(?:mins?|min\.|minut(?:e[ns]?|os?))$/, 'time', always(60)],
  [/^(?:h|hrs?\.?|hours?|std\.?|stunden?|heures?|horas?)$/, 'time', always(3600)],
  // Seven or eight of them are a day.
  [
    /^(?:(?:work|working|business|man|person)[ -]?hours?|(?:arbeits|personen)stunden?)$/,
    'time',
    inHours(1, 4.8, 1, 1),
  ],
  [/^(?:calendar )?(?:d|days?|(?:kalender)?tag(?:en?)?|jours?|días?|dias?)$/, 'time', inHours(24, 24, 7, 8)],
  // Five of them are a week.
  [/^(?:(?:work|working|business) ?days?|(?:arbeits|werk)tag(?:en?)?)$/, 'time', inHours(24, 33.6, 7, 8)],
  [/^(?:wks?|weeks?|wochen?|semaines?|semanas?)$/, 'time', inHours(168, 168, 35, 40)],
  [/^(?:months?|monat(?:en?)?|mois|mes(?:es)?)$/, 'time', inHours(28 * 24, 31 * 24, 20 * 7, 23 * 8)],
  [/^(?:yrs?|years?|jahr(?:en?)?|ans?|años?)$/, 'time', inHours(365 * 24, 366 * 24, 220 * 7, 262 * 8)],
  [/^(?:%|percent|(?:per|pour) cent|por ciento|pct|prozent)$/, 'share', always(1)],
  [/^(?:‰|promille|(?:per|pour) mille)$/, 'share', always(0.1)],
  [/^(?:share|ratio|fraction|anteil)$/, 'share', always(100)],
]

/** What a unit counts, of what each or in what time, as `h per case` and `cases per day`. */
function sizeOf(unit: string): Size | undefined {
  const { counted, each } = countedIn(unit)
  const of = sizeOfWord(counted) ?? sizeOfOther(counted || (each && UNSAID))
  if (!of) return undefined
  const time = sizeOfWord(each)
  if (time?.of !== 'time') return { ...of, of: `${of.of} ${each}` }
  return { of: `${of.of} in a time`, sizes: inTime(of.sizes, time.sizes) }
}

/** Nobody knows what it is, but whether both are the same, by the thousand or not. */
function sizeOfOther(unit: string): Size | undefined {
  const [, thousands, millions, rest] = MULTIPLE.exec(unit) ?? []
  const times = (thousands ? 1e3 : 1) * (millions ? 1e6 : 1)
  return rest === undefined ? undefined : { of: `"${rest}"`, sizes: always(times) }
}

interface Size {
  readonly of: string
  readonly sizes: Sizes
}

/** The same of a unit of time, or of a share. */
function sizeOfWord(unit: string): Size | undefined {
  const [, of, sizes] = words.find(([word]) => word.test(unit)) ?? []
  return of !== undefined && sizes ? { of, sizes } : undefined
}

function inTime([a, b, c, d]: Sizes, [least, most, leastWork, mostWork]: Sizes): Sizes {
  return [a / least, b / most, c / leastWork, d / mostWork]
}

function countedIn(unit: string): { readonly counted: string; readonly each: string } {
  const [, counted = unit, each = ''] = EACH.exec(unit) ?? []
  return { counted, each }
}

const EACH = /^(.*?)(?: ?\/ ?|(?:^| )(?:per|pro|je|an?|par|por) (?!(?:cent|ciento|mille)\b))(.+)$/

/** What is counted in a unit like `per day`: the name says it. */
const UNSAID = '-'

/** As in `TEUR`, `k€` and `Mio. EUR`. A `t` means a thousand of money alone: `TB` is something else. */
const MULTIPLE =
  /^(?:((?:tsd\.?|thousand|tausend|k|t(?=(?:[a-z]{3}|\p{Sc})$)) ?)|((?:mio\.?|millionen|millions?) ?))?(.+)$/u

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
  return Math.abs(a / b - 1) < NEAR
}

const NEAR = 0.02

function isMoney(unit: string | undefined): boolean {
  return /\p{Sc}|\b[A-Z]{3}\b/u.test(unit ?? '')
}

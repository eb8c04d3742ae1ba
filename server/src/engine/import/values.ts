import { type IsoDate, parseDuration } from '../pilot/dates.ts'
import type { Property } from '../schema/vocabulary.ts'
import { slugOf } from '../text/slug.ts'
import { isPlaceholder, unknownWords } from '../words/placeholder.ts'
import { Noted, type Template } from '../yaml/template.ts'
import { type DateOrder, readDate } from './dates.ts'
import type { CellValue, FieldMap } from './import-map.ts'
import { misfitOf } from './misfit.ts'
import { readNumber } from './numbers.ts'

/** What became of a cell. */
export type Converted =
  /** `remark` is what to know about the value all the same. */
  | { readonly is: 'value'; readonly value: Template; readonly remark?: string }
  /** Nothing stands there, or a text that stands for nothing. */
  | { readonly is: 'unknown' }
  | { readonly is: 'left-out'; readonly reason: string }

export interface Reading {
  readonly unknown: ReadonlySet<string>
  readonly dates: DateOrder | undefined
  readonly today: IsoDate
  /** What the pilot counts in; absent where any will do. */
  readonly currency?: string | undefined
}

/** Turns a cell into the value of its key. What cannot be read without a doubt is left out. */
export function convert(cell: string, field: FieldMap, reading: Reading): Converted {
  const text = cell.replaceAll(/\r\n?/g, '\n').trim()
  const word = field.words.get(text.toLowerCase())
  if (word !== undefined) return convertTarget(word, field, reading)
  if (isUnknown(text, reading.unknown)) return { is: 'unknown' }
  return fitting(convertText(text, field, reading), field)
}

/** Turns what the map itself says into the value of its key. */
export function convertTarget(target: CellValue, field: FieldMap, reading: Reading): Converted {
  if (typeof target === 'string' && isUnknown(target, reading.unknown)) return { is: 'unknown' }
  const isText = typeof target === 'string' && field.property !== undefined
  return fitting(isText ? convertText(target, field, reading) : value(target), field)
}

function convertText(text: string, field: FieldMap, reading: Reading): Converted {
  const { property, split } = field
  const isList = property?.kind === 'list' || property?.kind === 'list or number'
  if (isList || (split !== undefined && isSplittable(property))) return listed(text, field, reading)
  return single(text, property?.kind ?? 'text', { property, field, reading })
}

/** What the format does not allow is left out: a negative cost, or a text where a number belongs. */
function fitting(converted: Converted, { path, property }: FieldMap): Converted {
  if (converted.is !== 'value' || !property) return converted
  // The map may say a number where a text or a date belongs; a cell never does.
  const isText = typeof converted.value !== 'number' && typeof converted.value !== 'boolean'
  if (isText && FREE.has(property.kind)) return converted
  const reason = misfitOf(path, converted.value)
  return reason === undefined ? converted : { is: 'left-out', reason }
}

/** Kinds of which the format allows whatever was made of a cell. */
const FREE: ReadonlySet<string> = new Set(['text', 'text or list', 'date', 'duration', 'slug'])

/** Whether a text stands for nothing. */
export function isUnknown(text: string, more: ReadonlySet<string>): boolean {
  const short = text.trim().toLowerCase()
  return short === '' || unknownWords.has(short) || more.has(short) || isPlaceholder(text)
}

/** Whether a single cell can become the value of a key. */
export function isConvertible({ kind, itemKind }: Property): boolean {
  return kind === 'list' ? itemKind !== 'block' : kinds.has(kind) || kind === 'list or number'
}

/** Whether a list may stand at a key: at one of the user's own anything may. */
export function isSplittable(property: Property | undefined): boolean {
  return property === undefined || property.kind.includes('list')
}

/** The word of the format that a text is, whatever its letters. */
function wordFor({ words }: Property, text: string): string | undefined {
  const slug = slugOf(text)
  return words.find(({ word }) => word === text || word === slug)?.word
}

interface Place {
  readonly property: Property | undefined
  readonly field: FieldMap
  readonly reading: Reading
}

type Convert = (text: string, place: Place) => Converted

const kinds: ReadonlyMap<string, Convert> = new Map<string, Convert>([
  ['text', (text) => value(text)],
  ['text or list', (text) => value(text)],
  ['date', date],
  ['number', number],
  ['whole number', (text, place) => whole(number(text, place))],
  ['true or false', truth],
  ['word', (text, { property }) => word(text, property)],
  ['share', share],
  [
    'duration',
    (text) => matching(text.toLowerCase(), (each) => parseDuration(each) !== undefined, 'no length of time'),
  ],
  ['slug', (text) => matching(slugOf(text, 100), (each) => each !== '', 'no letters to make a name of')],
  [
    'currencyCode',
    (text) => matching(text.toUpperCase(), (each) => /^[A-Z]{3}$/.test(each), 'no currency code'),
  ],
  [
    'jurisdiction',
    (text) =>
      matching(
        text.toUpperCase(),
        (each) => /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(each),
        'no country or state code',
      ),
  ],
  [
    'email',
    (text) =>
      matching(text, (each) => /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/.test(each), 'no e-mail address'),
  ],
])

function single(text: string, kind: string, place: Place): Converted {
  return kinds.get(kind)?.(text, place) ?? { is: 'left-out', reason: 'nothing that one cell can say' }
}

function value(of: Template): Converted {
  return { is: 'value', value: of }
}

function matching(text: string, fits: (text: string) => boolean, reason: string): Converted {
  return fits(text) ? value(text) : { is: 'left-out', reason }
}

function listed(text: string, field: FieldMap, reading: Reading): Converted {
  const { property, split } = field
  if (property?.kind === 'list or number' && /^\d{1,6}$/.test(text)) return value(Number(text))
  const parts = (split === undefined ? [text] : text.split(split)).map((each) => wordOf(each.trim(), field))
  const items: Template[] = []
  for (const part of parts.filter((each) => !isUnknown(each, reading.unknown))) {
    const item = single(part, property?.itemKind ?? 'text', { property, field, reading })
    if (item.is !== 'value') return item
    items.push(item.value)
  }
  return items.length === 0 ? { is: 'unknown' } : value(items)
}

/** What an entry of a list stands for; `words` of the whole cell were looked for before. */
function wordOf(part: string, { words }: FieldMap): string {
  return String(words.get(part.toLowerCase()) ?? part)
}

function date(text: string, { field, reading }: Place): Converted {
  const read = readDate(text, reading.dates ?? 'month-first')
  switch (read.is) {
    case 'unreadable':
      return { is: 'left-out', reason: read.reason }
    case 'year':
      return { is: 'left-out', reason: 'only a year' }
    case 'month':
      return {
        is: 'value',
        value: new Noted(read.date, `only the month is known: ${text}`),
        remark: 'only a month, whose first day stands there with a comment',
      }
    case 'day': {
      const remark = dateRemark(read, { field, reading })
      return remark === undefined ? value(read.date) : { is: 'value', value: read.date, remark }
    }
  }
}

/** Dates of what has happened already, in a file about something that runs. */
const PAST: ReadonlySet<string> = new Set([
  'timeline.approved',
  'timeline.start',
  'rollout.start',
  'criteria.agreed',
])

function dateRemark(
  { date: day, either }: { readonly date: IsoDate; readonly either: boolean },
  { field, reading }: Pick<Place, 'field' | 'reading'>,
): string | undefined {
  if (PAST.has(field.path.join('.')) && day > reading.today) return 'in the future'
  return either && reading.dates === undefined
    ? 'readable in two ways, taken with the month first; if that is wrong, say dates: day-first in the map'
    : undefined
}

function number(text: string, { reading }: Place): Converted {
  const read = readNumber(text, reading.currency)
  return read.is === 'number' ? value(read.number) : { is: 'left-out', reason: read.reason }
}

function whole(converted: Converted): Converted {
  const isWhole = converted.is !== 'value' || Number.isInteger(converted.value)
  return isWhole ? converted : { is: 'left-out', reason: 'no whole number' }
}

function truth(text: string): Converted {
  if (/^(?:yes|y|true|x)$/i.test(text)) return value(true)
  return /^(?:no|n|false)$/i.test(text) ? value(false) : { is: 'left-out', reason: 'neither yes nor no' }
}

function word(text: string, property: Property | undefined): Converted {
  const known = property && wordFor(property, text)
  return known === undefined
    ? { is: 'left-out', reason: `no ${property?.key} that the format or the map knows` }
    : value(known)
}

function share(text: string): Converted {
  const match = /^(\d{1,3}) ?(?:%|percent)$/i.exec(text)
  const count = Number(match?.[1])
  return match && count <= 100 ? value(`${count}%`) : { is: 'left-out', reason: 'no share such as 15%' }
}

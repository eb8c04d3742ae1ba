import { wordSet } from './word-set.ts'

/**
 * Whether a text only holds the place of one that is still to come: `TBD`, `tbd with legal`, `<link>`, `???`, a template's
 * own `TODO …`.
 */
export function isPlaceholder(text: string): boolean {
  const short = text.trim().slice(0, 200)
  const space = short.indexOf(' ')
  if (space > 0 && space < 5 && FIRST_WORDS.has(short.slice(0, space).toLowerCase()))
    return ELSEWHERE.test(short.toLowerCase())
  if (!BEGINNINGS.includes(short.charAt(0))) return false
  return PLACEHOLDERS.some((pattern) => pattern.test(short))
}

/** How all of them begin: nearly every text of a file is asked about, and is none. */
const BEGINNINGS = 'tTfFxXlLsS?_.…-<[('

/** Of four letters at most. */
const FIRST_WORDS: ReadonlySet<string> = wordSet('n. noch nog te wird zu à a por da')

/**
 * In German, French, Spanish, Italian and Dutch: `noch zu klären`, `à préciser avec la DSI`, `por definir`, `n. n.` In small
 * letters: a pattern with all letters of the world takes milliseconds to compile.
 */
const ELSEWHERE =
  /^(?:n\. n\.?|noch (?:offen|unklar|nicht (?:bekannt|benannt|bestimmt|besetzt|definiert|festgelegt|vergeben)|festzulegen)|nog (?:onbekend|open)|(?:nog )?te (?:bepalen|benoemen|definiëren)|wird (?:noch )?(?:benannt|bestimmt|ergänzt|festgelegt|nachgereicht)|(?:noch )?zu (?:benennen|bestimmen|definieren|ergänzen|klären)|(?:[àa]|por|da) (?:complet|concret|conf|d[eé][fst]|nom|pourv|pr[eé]cis|recr|stabil)\S*(?:[aei]r|re)(?: (?:avec|con)(?: \S+){1,3})?)[.!]?$/

const PLACEHOLDERS: readonly RegExp[] = [
  /** Only in capitals: "Todo list in the wiki" is a thing. */
  /^TODO\b/,
  /^[[<(]?(?:t\.?b\.?[dca]|todo|fixme|xxx+|lorem\b.*|see above|to be (?:defined|decided|determined|confirmed|named|announced))[.!?]?[\])>]?$/is,
  /** What follows says when, or with whom. "TBC Bank" is a company. */
  /^tb[dca](?: ?[(:;,]| [-–—] | (?:q[1-4]|h[12]|20\d\d|with|by|at|in|on|as|for|and|after|before|during|once|when|until|from|pending|together|later|soon|next|depending)\b)/i,
  /** An address may stand in such brackets as well, and so may a number. */
  /^<[^<>@:\d\s][^<>@:]*>$/,
  /^(?:\?+|_{2,}|\.{3,}|…|-{1,3})$/,
]

/**
 * What of a text holds the place of something: all of it, or a part that stands for itself in brackets or between
 * punctuation, as in `Cost per case (TBD)`. Of fewer words than above: TBC is an illness too, and "todo" is Spanish for all.
 */
export function placeholderIn(text: string): string | undefined {
  if (isPlaceholder(text)) return text.slice(0, 200)
  const start = text.slice(0, 2_000)
  if (!MARKED.test(start)) return undefined
  const parts = start.split(/[.,;:!]\s+|\s[-–—]\s|[()[\]]|\s(?=\?{3})|(?<=\s\?{3,9})\s/)
  return parts.map((part) => part.trim().slice(0, 200)).find((part) => MARKED_PART.test(part))
}

const MARKED = /\b(?:TBD|tbd|TODO|FIXME)\b|\?{3}/
const MARKED_PART =
  /^(?:(?:TBD|tbd|TODO|FIXME|\?{3,9})[.!?]?$|(?:TODO|FIXME)\s|(?:TBD|tbd) (?:for|with|by|at|in|on|after|once|when|until|from)\b)|\s(?:TBD|tbd)$/

/** Words that stand in a cell or behind a key instead of a value. */
export const unknownWords: ReadonlySet<string> = new Set([
  ...['n/a', 'n.a.', 'na', '#n/a', 'none', 'null', 'nan', 'nil', '[]', '{}', 'unknown', 'not known'],
  ...['unspecified'],
  ...['not available', 'not applicable', 'not provided', 'not specified', 'not disclosed', 'not yet known'],
  ...['blank'],
])

/**
 * Whether a text is no answer to a question that has one: `none`, `n/a`, `to be defined with the CIO`. With a reason behind it
 * any of them is one.
 */
export function isNoAnswer(text: string): boolean {
  const short = text.trim().slice(0, 200).toLowerCase()
  return unknownWords.has(short) || NO_ANSWER.test(short)
}

const NO_ANSWER =
  /^(?:(?:none|nothing|nobody|no ?one|unknown|not)(?: yet)?|no|n\/?a|pending|open|missing|undefined|undecided|unassigned|vacant|not (?:yet )?(?:defined|decided|assigned|named|known|written|agreed|clear)(?: yet)?|(?:still )?to be (?:defined|decided|determined|confirmed|named|announced|agreed|clarified|written)\b.*|coming soon|to follow)[.!]?$/s

import type { Finding, Fix } from '../finding.ts'
import { isDate } from '../pilot/dates.ts'
import { isSpan, saysWhatWas } from '../pilot/located.ts'
import { isSaidFor } from '../pilot/said-for.ts'
import { plainName } from '../text/plain-name.ts'
import type { Span } from '../text/span.ts'
import type { Entry, SyntaxNode } from '../yaml/node.ts'
import { cutAt } from './cut.ts'
import { forms } from './forms.ts'
import { isForeign } from './known-elsewhere.ts'
import { isMisspelt, isSlipOf, nearest, saysElse } from './suggest.ts'
import type { Vocabulary } from './vocabulary.ts'
import { hardBlankIn } from './wording.ts'

/** Where a key stands that its block does not know. */
export interface UnknownPlace {
  readonly words: Vocabulary
  readonly path: readonly (string | number)[]
  /** The block. */
  readonly node: SyntaxNode
  /** What is underlined where the key itself cannot be. */
  readonly keySpan: Span
  /** The key of the block. */
  readonly name: string
}

type Advice = Pick<Finding, 'message' | 'span' | 'fixes'>

/** What to say of a key that its block does not know, and which one may be meant. */
export function adviceOn(key: string, { words, path, node, keySpan, name }: UnknownPlace): Advice {
  const def = words.blockAt(path) ?? words.root
  const known = words.keysOf(def)
  const entries = node.kind === 'mapping' ? node.entries : []
  const entry = entries.find((each) => each.key === key)
  const span = entry?.keySpan ?? keySpan
  const isRoot = def === words.root
  const block = isRoot ? words.noun : `"${name}"`
  const unknown = `"${key}" is not a key of ${block}.`
  if (key.includes('\u00a0')) return { message: hardBlankIn(key), span, fixes: [] }
  const isList = (each: string): boolean => words.propertyOf(def, each)?.kind.startsWith('list') === true
  const cut = cutAt(node, key, { keys: known, isList })
  if (cut) {
    const message = `"${cut.first.key}" is not a key of ${block}. In braces a comma ends the value in front: ${cut.advice}`
    return { message, span: cut.span, fixes: cut.fixes }
  }
  const homes = words.homesOf(key, def).filter((each) => !isListIn(each, key, { words, entry }))
  const [home] = homes
  const { keys, safe } = meantKeys(key, entry, { words, def, entries, home })
  if (keys.length > 0) {
    const free = keys.filter((each) => !isIn(entries, each))
    const message = `${unknown} Did you mean ${quoted(keys)}?`
    return { message, span, fixes: free.map((each) => replacement(span, each, safe)) }
  }
  // From one block to another only one way is sure: each of several may know a key of its own by that name.
  const namesHome = homes.length === 1 || (isRoot && homes.length > 0 && homes.length <= MOST_LIKELY)
  const own = words.takesOwnKeys(def) ? `Remove it, or name it "x-${key}" if it is your own.` : 'Remove it.'
  return { message: `${unknown} ${namesHome ? `It belongs into ${quoted(homes)}.` : own}`, span, fixes: [] }
}

/** Whether another block has a list of blocks by the name of what is a number here: what the training costs is no training. */
function isListIn(
  home: string,
  key: string,
  { words, entry }: Pick<Block, 'words'> & { readonly entry: Entry | undefined },
): boolean {
  const property = words.propertyOf(words.propertyOf(words.root, home)?.block ?? '', key)
  const isNumber = entry?.value.kind === 'scalar' && typeof entry.value.value === 'number'
  return isNumber && property?.list === true && property.block !== undefined
}

function quoted(keys: readonly string[]): string {
  return keys.map((each) => `"${each}"`).join(' or ')
}

interface Block {
  readonly words: Vocabulary
  readonly def: string
  readonly entries: readonly Entry[]
  /** The block in which the key is known. */
  readonly home: string | undefined
}

/** The keys that may be meant, and whether there is no doubt about it. */
function meantKeys(
  key: string,
  entry: Entry | undefined,
  { words, def, entries, home }: Block,
): { readonly keys: readonly string[]; readonly safe: boolean } {
  const day = dayMeant(key, { words, def })
  if (day !== undefined) return { keys: [day], safe: true }
  const said = entry && words.keysOf(def).find((each) => isSaidFor(each, entry) && !isIn(entries, each))
  if (said !== undefined) return { keys: [said], safe: false }
  const near = nearest(key, words.keysOf(def))
  if (near && !saysElse(key, near) && (!home || isSlip(key, near))) {
    const inner = words.keysOf(words.propertyOf(def, near)?.block ?? '')
    return { keys: [near], safe: isMisspelt(key, near, LONG) && !isForeign(entry?.value, inner) }
  }
  const wanted = keyWanted(entry, { words, def, entries })
  if (wanted !== undefined) return { keys: [wanted], safe: false }
  const likely = def === words.root ? [] : likelyKeys(key, entry, { words, def })
  const keys = likely.filter((each) => !isIn(entries, each))
  return { keys: keys.length > MOST_LIKELY ? [] : keys, safe: false }
}

/** The key of a day that says besides that it is one: `startDate`, `End date`. */
function dayMeant(key: string, { words, def }: Pick<Block, 'words' | 'def'>): string | undefined {
  const stem = /^(.{2,30}?)[\s_-]?dat(?:e|um)$/i.exec(key)?.[1]
  if (stem === undefined) return undefined
  return words
    .keysOf(def)
    .find((each) => plainName(each) === plainName(stem) && words.propertyOf(def, each)?.kind === 'date')
}

/**
 * The text that a block has to have and lacks, for the name in it, or else the first text, whose key nobody knows: `name: SAP` where
 * a system is wanted. There is none where another key resembles that one, nor for a note.
 */
function keyWanted(
  entry: Entry | undefined,
  { words, def, entries }: Pick<Block, 'words' | 'def' | 'entries'>,
): string | undefined {
  if (!entry || def === words.root) return undefined
  const known = words.keysOf(def)
  const strays = entries.filter(({ key }) => !known.includes(key) && !key.startsWith('x-'))
  const texts = strays.filter(({ key, value }) => isText(value) && !NOTE.test(key))
  if ((texts.find(({ key }) => key === 'name') ?? texts[0]) !== entry) return undefined
  return known.find((each) => {
    const property = words.propertyOf(def, each)
    const isWanted = property?.required && property.kind === 'text' && !isIn(entries, each)
    return isWanted && !strays.some(({ key }) => nearest(key, known) === each)
  })
}

const NOTE = /^(?:comment|note|remark)/i

function isText(node: SyntaxNode): boolean {
  return node.kind === 'scalar' && typeof node.value === 'string' && !isDate(node.value)
}

function isIn(entries: readonly Entry[], key: string): boolean {
  return entries.some((each) => each.key === key)
}

/** Of how many letters a key is in which two may be wrong. Shorter ones resemble many a word. */
const LONG = 12

/** What is a key elsewhere is one letter away from one that is known here. Short words often are. */
function isSlip(key: string, near: string): boolean {
  return key.length > 4 && isSlipOf(key, near)
}

/** Of more only the author knows which. */
const MOST_LIKELY = 2

/**
 * Keys that hold a day or a length of time, where one stands behind the key, and those that say more precisely what it says:
 * `price`, `pilotPrice`.
 */
function likelyKeys(
  key: string,
  entry: Entry | undefined,
  { words, def }: Pick<Block, 'words' | 'def'>,
): readonly string[] {
  const value = entry?.value.kind === 'scalar' ? entry.value.value : undefined
  const ending = key.charAt(0).toUpperCase() + key.slice(1)
  const text = typeof value === 'string' ? value : ''
  const isDay = isDate(text) || forms['date']?.repair?.(text) !== undefined
  const kind = isDay ? 'date' : isSpan(key, text) && 'duration'
  return words.keysOf(def).filter((each) => {
    const property = words.propertyOf(def, each)
    return each.endsWith(ending) || (property?.kind === kind && !(property.deadline && saysWhatWas(key)))
  })
}

function replacement(span: Span, text: string, safe: boolean): Fix {
  const fix: Fix = { title: `Replace by "${text}"`, safe, changes: [{ do: 'replace', span, text }] }
  return safe ? fix : { ...fix, suggestion: true }
}

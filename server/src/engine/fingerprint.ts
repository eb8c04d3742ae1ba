import type { Analysis } from './analyze.ts'
import { compareFindings, type Finding } from './finding.ts'
import type { Extract } from './portfolio/facts.ts'
import { unpacked } from './portfolio/packed.ts'
import { entryOf, type SyntaxNode } from './yaml/node.ts'
import { cursorAt, type Path } from './yaml/path.ts'

/**
 * What everything that was found in a file is known by from one run to the next, also what is not shown: hiding one finding changes
 * no other. It stays the same as long as the rule, the path, the keys that lead to the place and the words that stand there are the
 * same, wherever they move, and the values of a change in the past that it is about. Equal ones are numbered. 16 hex digits, which
 * never change their meaning: baselines and other programs keep them.
 *
 * The path is relative to the root of the repository, with forward slashes, so that it is the same on every machine; it is empty
 * where files are told apart by something else, and a finding is to stay the same under another path.
 */
export function fingerprintsIn(path: string, found: Found): ReadonlyMap<Finding, string> {
  const known: Readonly<Record<number, string>> = JSON.parse(found.ways ?? '{}')
  const seen = new Map<string, number>()
  const prints = new Map<Finding, string>()
  for (const finding of allIn(found).sort(compareFindings)) {
    const { rule, span, past } = finding
    const way = known[span.start] ?? keysTo(found.syntax.root, span.start)
    const words = found.text.slice(span.start, span.end).trim().replace(/\s+/g, ' ')
    // Two criteria that were dropped are told at the same place. A commit is no part of it: rebasing makes another one.
    const change = past ? [past.before ?? '', past.after ?? ''] : []
    const key = [rule, path, way, words, ...change].join('\0')
    const number = (seen.get(key) ?? 0) + 1
    seen.set(key, number)
    prints.set(finding, hash(`${key}\0${number}`))
  }
  return prints
}

/**
 * To what the kept keys lead: to what is found in a file and to what is compared of it, or to all names in it, too. Those are
 * many, and among others hardly anything is found at them.
 */
export type WaysTo = 'places' | 'names'

/**
 * The keys that lead to whatever is found in a file, also among others, for when its tree is not held any more: one text, of which
 * thousands take little.
 */
export function waysIn(found: Found, extract: Extract | undefined, leadTo: WaysTo): string {
  const { mentions = '', ...places } = extract?.places ?? {}
  const spans = [...allIn(found).map(({ span }) => span), ...Object.values(places)]
  const offsets = leadTo === 'names' ? (unpacked(mentions) ?? []) : []
  const names = offsets.filter((_, index) => index % 2 === 0)
  const starts = [...spans.map((span) => span?.start), ...names]
  const { root } = found.syntax
  const ways = Array.from(new Set(starts), (start) =>
    start === undefined ? [] : [`"${start}":${JSON.stringify(keysTo(root, start))}`],
  )
  // An object with numbers for keys takes longer to make than the text.
  return `{${ways.flat().join()}}`
}

function allIn({
  findings,
  suppressed,
  covered,
}: Pick<Found, 'findings' | 'suppressed' | 'covered'>): Finding[] {
  return [...findings, ...suppressed.map(({ finding }) => finding), ...covered]
}

/** An analysis, as far as fingerprints depend on it. */
export interface Found extends Pick<Analysis, 'text' | 'findings' | 'suppressed' | 'covered' | 'ways'> {
  readonly syntax: Pick<Analysis['syntax'], 'root'>
}

/** The keys that lead to an offset. An item of a list is named by its first value, for its number changes with the others. */
function keysTo(root: SyntaxNode | undefined, offset: number): string {
  const path: Path = (root && cursorAt(root, offset)?.path) ?? []
  const names: string[] = []
  let node: SyntaxNode | undefined = root
  for (const step of path) {
    node = child(node, step)
    names.push(typeof step === 'number' ? `[${firstValue(node)}]` : step)
  }
  return names.join('/')
}

function child(node: SyntaxNode | undefined, step: string | number): SyntaxNode | undefined {
  if (node?.kind === 'mapping') return entryOf(node, String(step))?.value
  return node?.kind === 'sequence' ? node.items[Number(step)] : undefined
}

function firstValue(item: SyntaxNode | undefined): string {
  const [first] = item?.kind === 'mapping' ? item.entries : []
  return first?.value.kind === 'scalar' ? `${first.key}=${first.value.value}` : ''
}

/** Two lanes of 32 bits, each mixed by its own multiplier. Not meant against someone who wants equal ones. */
function hash(text: string): string {
  let a = 0x811c9dc5
  let b = 0x2f0b4f1d
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    a = Math.imul(a ^ unit, 0x01000193)
    b = Math.imul((b >>> 13) ^ b ^ unit, 0x5bd1e995)
  }
  return [a, b].map((lane) => mixed(lane).toString(16).padStart(8, '0')).join('')
}

/** Lets every bit depend on every other. */
function mixed(lane: number): number {
  let bits = Math.imul(lane ^ (lane >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}

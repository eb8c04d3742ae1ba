import { isRecord } from '../shape.ts'
import { lineIndex } from '../text/line-index.ts'
import type { Span } from '../text/span.ts'
import { visible } from '../text/visible.ts'
import { conflictMarkers } from '../yaml/conflict.ts'
import { entryOf, type SyntaxNode } from '../yaml/node.ts'
import { parse } from '../yaml/parse.ts'
import { type Baseline, type BaselineFile, baselineOf, type Fingerprints, VERSION } from './baseline.ts'

/** A baseline, or what is wrong with it: a sentence that names the place, and one that says what to do. */
export type ReadBaseline =
  | { readonly baseline: Baseline; readonly problem?: undefined }
  | { readonly problem: string; readonly span: Span }

/** Reads the text of a baseline. Never throws. One that is wrong in one place is not taken in part: findings would be hidden by chance. */
export function readBaseline(text: string): ReadBaseline {
  try {
    return { baseline: baselineOf(filesOf(parsed(text))) }
  } catch (error) {
    if (error instanceof Misfit)
      return { problem: error.message, span: error.span ?? placeOf(error.at, text) }
    throw error
  }
}

type Keys = readonly string[]

/** Ends the reading. */
class Misfit extends Error {
  /** The keys that lead to the place. */
  readonly at: Keys
  /** The place, where no key leads to it. */
  readonly span: Span | undefined

  constructor(
    message: string,
    { at = [], span }: { readonly at?: Keys; readonly span?: Span | undefined } = {},
  ) {
    super(message)
    this.at = at
    this.span = span
  }
}

const ANEW = 'Take it from Git again, or make a new one with pilots baseline create --force.'

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw noJson(text)
  }
}

/** JSON is YAML, too, and of YAML we know where it is wrong. */
function noJson(text: string): Misfit {
  if (text.trim() === '') return new Misfit(`it is empty. ${ANEW}`)
  const [conflict] = conflictMarkers(text)
  const [problem] = parse(text).problems
  const span = conflict ?? (problem?.rule === 'too-large' ? undefined : problem?.span)
  const line = span ? `line ${lineIndex(text).positionAt(span.start).line + 1}` : 'it'
  const what = conflict ? 'is a mark that Git left where it could not merge' : 'is no JSON'
  return new Misfit(`${line} ${what}. ${ANEW}`, { span })
}

/** The first letter of what the keys lead to, as far as they lead: a place in one line. */
function placeOf(keys: Keys, text: string): Span {
  let start = 0
  let node: SyntaxNode | undefined = keys.length > 0 ? parse(text).root : undefined
  for (const key of keys) {
    const entry = node?.kind === 'mapping' ? entryOf(node, key) : undefined
    start = entry?.keySpan.start ?? start
    node = entry?.value
  }
  return { start, end: start + 1 }
}

function filesOf(value: unknown): Baseline['files'] {
  const root = objectOf(value, [])
  const { version } = root
  if (typeof version === 'number' && version > VERSION)
    throw new Misfit('it was written by a newer version of pilots. Update pilots.', { at: ['version'] })
  if (version !== VERSION) throw wrong(['version'], `is not ${VERSION}`)
  knownKeys(root, ['$schema', 'version', 'files'], [])
  const files = Object.entries(objectOf(root['files'], ['files']))
  return new Map(files.map(([path, file]) => [path, fileOf(file, ['files', path])]))
}

function fileOf(value: unknown, at: Keys): BaselineFile {
  const file = objectOf(value, at)
  knownKeys(file, ['name', 'title', 'findings', 'covered'], at)
  return {
    name: textOf(file['name'], [...at, 'name']),
    title: textOf(file['title'], [...at, 'title']),
    findings: printsOf(file['findings'], [...at, 'findings']),
    covered: printsOf(file['covered'] ?? {}, [...at, 'covered']),
  }
}

function textOf(value: unknown, at: Keys): string | undefined {
  if (value !== undefined && typeof value !== 'string') throw wrong(at, 'is no text')
  return value
}

function printsOf(value: unknown, at: Keys): Fingerprints {
  const rules = Object.entries(objectOf(value, at))
  return new Map(rules.map(([rule, prints]) => [rule, listOf(prints, [...at, rule])]))
}

function listOf(value: unknown, at: Keys): readonly string[] {
  if (!Array.isArray(value)) throw wrong(at, 'is no list')
  return value.map((print: unknown) => {
    if (typeof print === 'string' && FINGERPRINT.test(print)) return print
    throw wrong(at, `holds ${shown(print)}, which is no fingerprint`)
  })
}

/** What holds others may hold them deeper than anybody can write it out. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  return isRecord(value) ? 'an object' : JSON.stringify(value).slice(0, 40)
}

const FINGERPRINT = /^[0-9a-f]{16}$/

function objectOf(value: unknown, at: Keys): Readonly<Record<string, unknown>> {
  if (!isRecord(value)) throw wrong(at, value === undefined ? 'is missing' : 'is no object')
  return value
}

function knownKeys(value: Readonly<Record<string, unknown>>, keys: Keys, at: Keys): void {
  const strange = Object.keys(value).find((key) => !keys.includes(key))
  if (strange !== undefined) throw wrong([...at, strange], 'is no key of a baseline')
}

function wrong(at: Keys, what: string): Misfit {
  const place = at.length === 0 ? 'it' : at.map((key) => JSON.stringify(key)).join(' › ')
  return new Misfit(`${visible(place)} ${visible(what)}. ${ANEW}`, { at })
}

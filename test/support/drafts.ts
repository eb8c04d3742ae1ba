import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { type Analysis, analyze, type Circumstances } from '../../server/src/engine/analyze.ts'
import { recommended } from '../../server/src/engine/config/settings.ts'
import { analyzeDraft, type Memory } from '../../server/src/engine/draft.ts'
import type { Finding } from '../../server/src/engine/finding.ts'
import { editsOf } from '../../server/src/engine/fix.ts'
import { commitmentsReader, textToCommitments } from '../../server/src/engine/history/read.ts'
import { lowerPilot } from '../../server/src/engine/pilot/lower.ts'
import { rules } from '../../server/src/engine/rules/all.generated.ts'
import type { SyntaxNode } from '../../server/src/engine/yaml/node.ts'
import { parse } from '../../server/src/engine/yaml/parse.ts'
import { complete, TODAY } from './check.ts'

const root = new URL('../../', import.meta.url)

/** Whole pilots. */
export const pilots: readonly string[] = [
  'examples/pilots/',
  'test/fixtures/healthy/',
  'test/fixtures/stories/stuck/',
  'test/fixtures/stories/healthy/',
].flatMap((folder) =>
  readdirSync(new URL(folder, root)).map((name) => readFileSync(new URL(folder + name, root), 'utf8')),
)
const examples = rules.flatMap(({ docs }) => docs.bad.map(({ yaml }) => complete(yaml, 'a')))
export const circumstances: Circumstances = { today: TODAY, settings: recommended, rules }
export const file = 'a.pilot.yaml'

/** Follows texts through random edits, and compares each time what is said of the draft with what is said of the text by itself, and what it commits to. */
export function followDrafts(parameters: { readonly seed: number; readonly numRuns: number }): void {
  fc.assert(fc.property(story([...pilots, ...examples]), followed), parameters)
}

interface Edit {
  readonly at: number
  readonly to: number
  readonly text: string
  readonly kind: 'type' | 'cut' | 'move' | 'undo' | 'swap' | 'push' | 'digit' | 'drop'
}

interface Story {
  readonly text: string
  readonly edits: readonly Edit[]
}

/** What people type, and what changes the meaning of what stands around it. */
const pieces = [
  ...[
    'x',
    '7',
    ' ',
    '\n',
    '  ',
    '- ',
    ': ',
    '#',
    ' # c',
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    ',',
    '|',
    '>',
    '&a',
    '*a',
    '\t',
  ],
  ...[
    '\r\n',
    '---\n',
    'é',
    'TBD',
    'a: 1\n',
    'stage: stopped\n',
    'vendor:\n  name: X\n',
    '\nx-own: 1\n',
    '  - b: 1\n',
  ],
  ...[
    '# pilots-ignore-file change/no-plan -- Agreed\n',
    '\n# pilots-ignore-next-line file/placeholder -- Later\n',
  ],
  ...['2026-13-01', 'null', '\n\n\n', 'owners:\n', 'summary: >-\n  Two\n  lines\n'],
]

function story(texts: readonly string[]): fc.Arbitrary<Story> {
  const share = fc.double({ min: 0, max: 0.999, noNaN: true })
  const kinds = [
    'type',
    'type',
    'type',
    'cut',
    'move',
    'undo',
    'swap',
    'push',
    'digit',
    'digit',
    'drop',
  ] as const
  const kind = fc.constantFrom(...kinds) satisfies fc.Arbitrary<Edit['kind']>
  const edit = fc.record({ at: share, to: share, text: fc.constantFrom(...pieces), kind })
  return fc.record({ text: fc.constantFrom(...texts), edits: fc.array(edit, { minLength: 2, maxLength: 8 }) })
}

/** Follows a text through its edits, and compares each time with what is said of the text by itself. */
function followed({ text: first, edits }: Story): void {
  let memory: Memory | undefined
  const texts = [first]
  const commitmentsIn = commitmentsReader()
  const compare = (text: string): void => {
    assert.deepEqual(commitmentsIn(text), textToCommitments(text), JSON.stringify(texts))
    const draft = analyzeDraft({ text, name: file }, circumstances, memory)
    memory = draft.memory
    assert.deepEqual(
      told(draft.analysis),
      told(analyze({ text, name: file }, circumstances)),
      JSON.stringify(texts),
    )
  }
  compare(first)
  for (const edit of edits) {
    texts.push(edited(texts, edit))
    compare(texts.at(-1) ?? '')
  }
}

function edited(texts: readonly string[], { kind, at, to, text: piece }: Edit): string {
  const text = texts.at(-1) ?? ''
  const place = Math.floor(at * (text.length + 1))
  if (kind === 'undo') return texts.at(-2) ?? text
  if (kind === 'type') return text.slice(0, place) + piece + text.slice(place)
  if (kind === 'cut') return text.slice(0, place) + text.slice(place + Math.ceil(to * 12))
  // Another number or day, by which rules compare one entry with another.
  if (kind === 'digit') return withDigit(text, at, to)
  const lines = text.split(kind === 'swap' || kind === 'push' ? /(?<=\n)(?=\w)/ : /(?<=\n)/)
  // What stands below it is as it was, and elsewhere.
  if (kind === 'push') return lines.toSpliced(Math.floor(at * lines.length), 0, '# pushed\n').join('')
  const [moved = ''] = lines.splice(Math.floor(at * lines.length), 1)
  if (kind === 'drop') return lines.join('')
  lines.splice(Math.floor(to * (lines.length + 1)), 0, moved)
  return lines.join('')
}

function withDigit(text: string, at: number, to: number): string {
  const places = Array.from(text.matchAll(/\d/g), ({ index }) => index)
  const place = places[Math.floor(at * places.length)]
  return place === undefined ? text : `${text.slice(0, place)}${Math.floor(to * 10)}${text.slice(place + 1)}`
}

/** The sections of a draft are no properties of its own, so a list of them has to come from elsewhere. */
const keys = Object.keys(lowerPilot(parse('')))

/** All that is said, as plain data. */
export function told(analysis: Analysis): unknown {
  const { text, syntax, pilot, findings, suppressed, covered, hidden, lines, ...rest } = analysis
  const finding = ({ fixes, ...each }: Finding): unknown => {
    const fixed = fixes.map((fix) => {
      const { title, safe, suggestion = false } = fix
      return { title, safe, suggestion, edits: editsOf(text, fix) }
    })
    return { ...each, fixes: fixed }
  }
  return {
    ...rest,
    end: lines.positionAt(text.length),
    findings: findings.map(finding),
    suppressed: suppressed.map((each) => ({ ...each, finding: finding(each.finding) })),
    covered: covered.map(finding),
    hidden: hidden?.map(finding),
    root: syntax.root && plain(syntax.root),
    comments: syntax.comments,
    problems: syntax.problems,
    pilot: JSON.stringify(
      Object.fromEntries(keys.map((key) => [key, Reflect.get(pilot, key)])),
      (key, value) => (key === 'node' ? undefined : value),
    ),
  }
}

function plain(node: SyntaxNode): unknown {
  if (node.kind === 'scalar') return node
  if (node.kind === 'sequence') return { ...node, items: node.items.map(plain) }
  const entries = node.entries.map(({ key, keySpan, value, merged }) => ({
    key,
    keySpan,
    merged,
    value: plain(value),
  }))
  return { ...node, entries }
}

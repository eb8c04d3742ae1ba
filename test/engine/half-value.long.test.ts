import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import type { Analysis } from '../../server/src/engine/analyze.ts'
import type { Finding } from '../../server/src/engine/finding.ts'
import type { Span } from '../../server/src/engine/text/span.ts'
import type { SyntaxNode } from '../../server/src/engine/yaml/node.ts'
import { parse } from '../../server/src/engine/yaml/parse.ts'
import { analysisOf, TODAY } from '../support/check.ts'
import { healthyFiles } from '../support/healthy.ts'

const stuck = new URL('../fixtures/stories/stuck/', import.meta.url)

interface File {
  readonly name: string
  readonly text: string
  readonly today: string
}

const files: readonly File[] = [
  ...healthyFiles.map(({ name, text, days }) => ({ name, text, today: days[0] ?? TODAY })),
  ...readdirSync(stuck).map((name) => {
    return { name, text: readFileSync(new URL(name, stuck), 'utf8'), today: TODAY }
  }),
]

const bare = (value: string): string => value.replace(/^["']|["']$/g, '')

/** What a value looks like while somebody writes it, or after somebody took it apart. */
const faults: readonly ((value: string) => string)[] = [
  (value) => `${bare(value)}: bar`,
  (value) => `"${bare(value)}`,
  (value) => `'${bare(value)}`,
  (value) => `"${value.slice(0, value.length / 2)}`,
  (value) => `"${bare(value)}" stray`,
  (value) => `[${value}`,
  (value) => `{${value}`,
  (value) => `${value}}`,
  (value) => `{ a: [${value} }`,
  (value) => `@${value}`,
  (value) => `\`${value}\``,
  (value) => `%${value}`,
  (value) => `!tag ${value}`,
  (value) => `- ${value}`,
  (value) => `? ${value}`,
  (value) => `\t${value}`,
  (value) => `${value}\n   stray: x`,
  (value) => `${value}\n<<<<<<< ours\n=======\n>>>>>>> theirs`,
  ...['{', '[', '"', '*', '*nob', '&', '|x'].map((text) => () => text),
]

interface Fault {
  /** Which of the values. */
  readonly at: number
  readonly write: (value: string) => string
}

const fault: fc.Arbitrary<Fault> = fc.record({
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  write: fc.constantFrom(...faults),
})

function valuesIn(node: SyntaxNode): readonly Span[] {
  if (node.kind === 'mapping') return node.entries.flatMap(({ value }) => valuesIn(value))
  if (node.kind === 'sequence') return node.items.flatMap(valuesIn)
  return node.span.end > node.span.start ? [node.span] : []
}

/** A text in which some values are broken, and where each of its lines stood before. */
function broken(text: string, all: readonly Fault[]): { text: string; before: (offset: number) => number } {
  const { root } = parse(text)
  const values = root ? valuesIn(root) : []
  const spans = all.flatMap(({ at, write }) => {
    const span = values[Math.floor(at * values.length)]
    return span ? [{ ...span, write }] : []
  })
  const sorted = spans.toSorted((a, b) => b.start - a.start)
  const apart = sorted.filter(({ start }, index) => start !== sorted[index - 1]?.start)
  let now = text
  const moved: { at: number; by: number }[] = []
  for (const { start, end, write } of apart) {
    const value = write(text.slice(start, end))
    now = now.slice(0, start) + value + now.slice(end)
    moved.unshift({ at: end, by: value.length - (end - start) })
  }
  const before = (offset: number): number => {
    let there = offset
    for (const { at, by } of moved) if (there >= at + by) there -= by
    return there
  }
  return { text: now, before }
}

const isOfYaml = ({ rule }: Finding): boolean => rule.startsWith('yaml/') || rule === 'file/conflict-markers'

/** What is said of a file, without what the parser says. */
function said({ findings }: Analysis, before = (offset: number): number => offset): readonly string[] {
  return findings.filter((each) => !isOfYaml(each)).map(({ rule, span }) => `${rule} ${before(span.start)}`)
}

/** That each finding stands in the text, and on one line. */
function standsInLine({ text, findings }: Analysis): void {
  for (const { span, rule } of findings) {
    assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length, rule)
    assert.ok(!/[\r\n]/.test(text.slice(span.start, span.end)), rule)
  }
}

describe('a pilot in which values cannot be read', () => {
  let [known, kept] = [0, 0]

  function isTrueOf(file: File, all: readonly Fault[]): void {
    const { name, today } = file
    const now = broken(file.text, all)
    const analysis = analysisOf(now.text, { name, today })
    standsInLine(analysis)
    // What can be read is read: another value is another pilot.
    if (analysis.syntax.problems.length === 0) return
    const before = said(analysisOf(file.text, { name, today }))
    const found = said(analysis, now.before)
    const isRead = all.length > 1 && analysis.syntax.problems.length < all.length
    if (!isRead) assert.deepEqual(news(found, before), [], now.text)
    known += before.length
    kept += before.filter((each) => found.includes(each)).length
  }

  for (const [seed, count] of [
    [1, 1],
    [2, 1],
    [3, 2],
    [4, 3],
  ] as const)
    it(`is told nothing that was not true of it before (${count} of them, seed ${seed})`, () => {
      const some = fc.array(fault, { minLength: count, maxLength: count })
      fc.assert(fc.property(fc.constantFrom(...files), some, isTrueOf), { seed, numRuns: 250 })
    }).timeout(120_000)

  it('is told most of what was said of it before', () => assert.ok(kept > known * 0.8, `${kept} of ${known}`))

  it('is silenced where it was, by comments that are found to be of use', () => {
    const some = fc.record({
      file: fc.constantFrom(
        ...files.filter(({ name, text, today }) => said(analysisOf(text, { name, today })).length > 0),
      ),
      at: fc.double({ min: 0, max: 0.999, noNaN: true }),
      fault,
    })
    const holds = ({ file, at, fault: one }: { file: File; at: number; fault: Fault }): void =>
      isTrueOf({ ...file, text: silenced(file, at) }, [one])
    fc.assert(fc.property(some, holds), { seed: 5, numRuns: 120 })
  }).timeout(120_000)
})

function news(found: readonly string[], before: readonly string[]): readonly string[] {
  return found.filter((each) => !before.includes(each))
}

/** A file with a comment above one of its findings. */
function silenced({ name, text, today }: File, at: number): string {
  const { findings, lines } = analysisOf(text, { name, today })
  const finding = findings[Math.floor(at * findings.length)]
  if (!finding) return text
  const start = lines.lineStart(lines.positionAt(finding.span.start).line)
  const blanks = /^ */.exec(text.slice(start))?.[0] ?? ''
  return `${text.slice(0, start)}${blanks}# pilots-ignore-next-line ${finding.rule} -- Agreed\n${text.slice(start)}`
}

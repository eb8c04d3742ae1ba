import assert from 'node:assert/strict'
import type { Analysis } from '../../server/src/engine/analyze.ts'
import type { Finding, Fix } from '../../server/src/engine/finding.ts'
import { editsOf } from '../../server/src/engine/fix.ts'
import { fixFor } from '../../server/src/engine/mend.ts'
import { rules } from '../../server/src/engine/rules/all.generated.ts'
import { analyzeExample, type ExampleFile, filesOf } from '../../server/src/engine/rules/example-files.ts'
import type { Example } from '../../server/src/engine/rules/rule.ts'
import type { Mapping, SyntaxNode } from '../../server/src/engine/yaml/node.ts'
import { parse } from '../../server/src/engine/yaml/parse.ts'
import { type AnyRule, applyFix, askedFor, findingsOn, findingsOnExample } from './check.ts'
import { withSnippets } from './snippet-edits.ts'

/** A fix of a finding, with all files as they were before it. */
export interface Case {
  readonly rule: AnyRule
  readonly example: Example
  readonly files: readonly ExampleFile[]
  readonly file: ExampleFile
  /** Of the rule, in all files. */
  readonly all: readonly Finding[]
  readonly found: Finding
  readonly fix: Fix
}

/** The fixes that a rule offers in an example, or in one whose files are written in a layout of one's own. */
export function fixesOf(rule: AnyRule, example: Example, layout?: (text: string) => string): readonly Case[] {
  const before = layout
    ? findingsOn(
        rule,
        example,
        filesOf(example).map((file) => ({ ...file, text: layout(file.text) })),
      )
    : findingsOnExample(rule, example)
  const files = [...before.keys()]
  const all = [...before.values()].flat()
  return Array.from(before).flatMap(([file, findings]) =>
    findings
      .filter(({ rule: id }) => id === rule.id)
      .flatMap((found) => found.fixes.map((fix) => ({ rule, example, files, file, all, found, fix }))),
  )
}

/** The fix does what it says and nothing else: the finding goes, the text parses, and every other character stays. */
export function checkFix({ rule, example, files, file, all, found, fix }: Case): void {
  const before = parse(file.text)
  const text = applyFix(file.text, fix)
  const label = `${fix.title}:\n${text}`
  assert.notEqual(text, file.text, `changes nothing: ${label}`)
  const mended = parse(text)
  assert.deepEqual(mended.problems, [], `does not parse: ${label}`)
  assert.equal(
    withSnippets(file.text, editsOf(file.text, fix)),
    text,
    `is another text with tab stops: ${label}`,
  )
  // A suppression is a comment, and its fix changes it.
  if (!rule.id.startsWith('suppression/')) {
    const comments = mended.comments.map(unmarked).filter(Boolean)
    assert.deepEqual(comments, before.comments.map(unmarked), `loses a comment: ${label}`)
  }
  const lineBreaks = file.text.includes('\r\n') ? /(?<!\r)\n/ : /\r/
  assert.doesNotMatch(text, lineBreaks, `mixes line breaks: ${label}`)
  untouchedLinesStay(file.text, fix, text)
  insertsStandInTheirBlocks(file.text, fix, mended.root)
  if (fix === fixFor(found, true)) decidesNothing(rule, file.text, fix)

  const left = all.filter((each) => !isSame(each, found))
  const after = Array.from(findingsOn(rule, example, withText(files, file, text)))
  const stays = after.flatMap(([{ text: now }, findings]) =>
    findings
      .filter(({ rule: id, span }) => id === rule.id && !now.slice(span.start, span.end).includes('TODO'))
      .filter((each) => !left.some((other) => isSame(each, other))),
  )
  assert.deepEqual(
    stays.map(({ rule: id, message }) => `${id} ${message}`),
    [],
    `the finding stays: ${label}`,
  )
}

/** What is applied where nobody chooses is marked, where only a person can say whether it is so. */
function decidesNothing({ id }: AnyRule, text: string, fix: Fix): void {
  const isMarked = editsOf(text, fix).some((edit) => edit.text.includes('TODO'))
  const isCorrection = CORRECTIONS.some((name) => id.startsWith(name))
  assert.ok(fix.safe || isMarked || isCorrection, `decides something: ${fix.title}`)
}

/** What they write is told by the rest of the file, by the other pilots or by Git. */
const CORRECTIONS = [
  ...['criteria/mislabelled', 'file/name', 'portfolio/silent-retry', 'portfolio/unknown-reference'],
  ...['history/decision-rewritten', 'history/goalposts-moved', 'stage/readiness-overstated', 'suppression/'],
]

function isSame(a: Finding, b: Finding): boolean {
  return a.rule === b.rule && a.message === b.message
}

function withText(files: readonly ExampleFile[], file: ExampleFile, text: string): readonly ExampleFile[] {
  return files.map((each) => (each === file ? { ...each, text } : each))
}

/** What a fix writes brings no finding of another rule, but for what the author is asked to fill in. */
export function bringsNothing({ rule, example, files, file, fix }: Case): void {
  const asked = { rules, portfolioRules: askedFor(rule).portfolioRules }
  const analysisIn = (all: readonly ExampleFile[]): Analysis =>
    analyzeExample(example, asked, all).get(file.name) ?? assert.fail()
  const findingsIn = ({ findings, covered }: Analysis): readonly Finding[] => [...findings, ...covered]
  const before = analysisIn(files)
  const known = new Set([...findingsIn(before), ...(before.hidden ?? [])].map((each) => each.rule))
  const text = applyFix(file.text, fix)
  const added = findingsIn(analysisIn(withText(files, file, text))).filter(({ rule: id, span }) => {
    return id !== 'file/placeholder' && !known.has(id) && !/TODO/.test(lineAt(text, span.start))
  })
  assert.deepEqual(
    added.map(({ rule: id, message }) => `${id} ${message}`).filter((says) => !isConsequence(rule.id, says)),
    [],
    `brings a finding: ${fix.title}:\n${text}`,
  )
}

/** What is true of the file only once somebody has decided as the title of the fix says. */
function isConsequence(rule: string, says: string): boolean {
  return CONSEQUENCES.some(([of, start]) => of === rule && says.startsWith(start))
}

const CONSEQUENCES: readonly (readonly [rule: string, brings: string])[] = [
  ['conditions/undecided', 'conditions/no-production-path'],
  ['gates/undecided', 'stage/gate-missing'],
  ['outcome/missing', 'outcome/stop-unexplained'],
]

/** Every character outside the edits is where it was, so no comment and no line that the fix does not name can change. */
function untouchedLinesStay(text: string, fix: Fix, result: string): void {
  let at = 0
  let resultAt = 0
  for (const { span, text: inserted } of editsOf(text, fix).toSorted((a, b) => a.span.start - b.span.start)) {
    const kept = text.slice(at, span.start)
    assert.equal(result.slice(resultAt, resultAt + kept.length), kept)
    resultAt += kept.length + inserted.length
    at = span.end
  }
  assert.equal(result.slice(resultAt), text.slice(at))
}

/** What goes into a block stands in it afterwards, and not in the one beside it. */
function insertsStandInTheirBlocks(text: string, fix: Fix, root: SyntaxNode | undefined): void {
  const edits = editsOf(text, fix)
  for (const change of fix.changes) {
    const [first] = (change.do === 'insert' && change.into?.node?.entries) || []
    if (change.do !== 'insert' || !first || first.merged) continue
    const { start } = first.keySpan
    const moved = edits
      .filter(({ span }) => span.end <= start)
      .reduce((at, { span, text: added }) => at + added.length - (span.end - span.start), start)
    const block = root && blockWith(root, moved)
    const keys = block?.entries.map(({ key }) => key) ?? []
    assert.ok(keys.includes(change.path[0] ?? ''), `${change.path.join('.')} is not among ${keys.join()}`)
  }
}

/** The block one of whose own keys stands at an offset. */
function blockWith(node: SyntaxNode, offset: number): Mapping | undefined {
  if (node.kind === 'scalar') return undefined
  const isOwn = node.kind === 'mapping' && node.entries.some(({ keySpan }) => keySpan.start === offset)
  if (isOwn) return node
  const inside = node.kind === 'mapping' ? node.entries.map(({ value }) => value) : node.items
  return inside.map((each) => blockWith(each, offset)).find((each) => each !== undefined)
}

function unmarked({ text }: { text: string }): string {
  return text.startsWith('# TODO yours') ? '' : text.trimEnd()
}

function lineAt(text: string, offset: number): string {
  const end = text.indexOf('\n', offset)
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, end < 0 ? text.length : end)
}

import assert from 'node:assert/strict'
import { type Analysis, analyze } from '../../server/src/engine/analyze.ts'
import { recommended } from '../../server/src/engine/config/settings.ts'
import type { Finding, Fix } from '../../server/src/engine/finding.ts'
import { editsOf } from '../../server/src/engine/fix.ts'
import type { FileHistory } from '../../server/src/engine/history/history.ts'
import type { Pilot } from '../../server/src/engine/pilot/model.generated.ts'
import { rules } from '../../server/src/engine/rules/all.generated.ts'
import {
  type Asked,
  analyzeExample,
  completed,
  type ExampleFile,
  filesOf,
} from '../../server/src/engine/rules/example-files.ts'
import {
  type Example,
  isPortfolioRule,
  type PortfolioRule,
  type Rule,
} from '../../server/src/engine/rules/rule.ts'
import { applyEdits } from '../../server/src/engine/text/edit.ts'
import { readCarets } from './carets.ts'

export type AnyRule = Rule | PortfolioRule

/** The day on which fixtures and examples are checked unless they say otherwise. */
export const TODAY = '2026-06-01'

/** Analyses a fixture with all rules, or with those given. */
export function analysisOf(
  text: string,
  options: { rules?: readonly Rule[]; today?: string; name?: string; history?: FileHistory | undefined } = {},
): Analysis {
  const { today = TODAY, name, history } = options
  return analyze({ text, name, history }, { today, settings: recommended, rules: options.rules ?? rules })
}

const known = new WeakMap<Example, ReadonlyMap<ExampleFile, readonly Finding[]>>()

/** The findings of a rule on an example of its own, which several tests ask for. */
export function findingsOnExample(
  rule: AnyRule,
  example: Example,
): ReadonlyMap<ExampleFile, readonly Finding[]> {
  const found = known.get(example) ?? findingsOn(rule, example, filesOf(example))
  known.set(example, found)
  return found
}

/** The findings of one rule on the files of an example, with findings of the schema and the parser. */
export function findingsOn(
  rule: AnyRule,
  example: Example,
  files: readonly ExampleFile[],
): ReadonlyMap<ExampleFile, readonly Finding[]> {
  const isMine = ({ rule: id }: Finding): boolean => id === rule.id || /^(?:schema|yaml)\//.test(id)
  const analyses = analyzeExample(example, askedFor(rule), files)
  return new Map(files.map((file) => [file, analyses.get(file.name)?.findings.filter(isMine) ?? []]))
}

/** The rules that have to run for one of them to be judged: a suppression is judged by what the others found. */
export function askedFor(rule: AnyRule): Asked {
  return isPortfolioRule(rule)
    ? { rules: [], portfolioRules: [rule] }
    : { rules: neededBy(rule), portfolioRules: [] }
}

/** Asserts that the findings are exactly the caret comments of the example, and that their notes hold. */
export function checkExample(rule: AnyRule, example: Example): void {
  const all = Array.from(findingsOnExample(rule, example), ([{ name, text }, found]) => {
    const expected = readCarets(text).map((each, index) => render(text, each, found[index]))
    return { found: [name, ...found.map(describe(text))], expected: [name, ...expected] }
  })
  const pick = (key: 'found' | 'expected'): readonly string[] => all.flatMap((each) => each[key])
  assert.deepEqual(pick('found'), pick('expected'), example.title)
}

/** Asserts what a fix makes of a text. `title` selects among several fixes. */
export function checkFix(
  rule: Rule,
  before: string,
  after: string,
  options: { today?: string; title?: string } = {},
): void {
  const text = complete(before)
  const { findings } = analysisOf(text, { rules: neededBy(rule), today: options.today ?? TODAY })
  const fixes = findings.flatMap((finding) => (finding.rule === rule.id ? finding.fixes : []))
  const fix = options.title ? fixes.find(({ title }) => title === options.title) : fixes[0]
  assert.ok(fix, `No fix ${options.title ?? ''} among: ${fixes.map(({ title }) => title).join(', ')}`)
  assert.equal(applyFix(text, fix), complete(after))
}

/** The text after a fix, its holes filled with their placeholders. */
export function applyFix(text: string, fix: Fix): string {
  return applyEdits(text, editsOf(text, fix))
}

/** The fragment with the keys that every pilot has, in front, where it does not have them itself. */
export function complete(yaml: string, name?: string): string {
  return completed(yaml, name)
}

/** The pilot that a fragment describes. */
export function pilotOf(yaml: string): Pilot {
  return analysisOf(complete(yaml), { rules: [] }).pilot
}

function neededBy(rule: Rule): readonly Rule[] {
  return rule.id.startsWith('suppression/') ? rules : [rule]
}

function describe(text: string): (finding: Finding) => string {
  return ({ span, severity, rule, message }) =>
    `${place(text, span.start, span.end)} ${severity} ${rule}: ${message}`
}

function render(
  text: string,
  { start, end, note }: ReturnType<typeof readCarets>[number],
  found: Finding | undefined,
): string {
  const [, severity, , message] = /^(error|warning|info)?(:\s*(.*))?$/.exec(note) ?? []
  return `${place(text, start, end)} ${severity ?? found?.severity} ${found?.rule}: ${message ?? found?.message}`
}

function place(text: string, start: number, end: number): string {
  const line = text.slice(0, start).split('\n').length
  return `${String(line).padStart(3)} [${text.slice(start, end)}]`
}

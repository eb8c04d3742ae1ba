import assert from 'node:assert/strict'
import { type Analysis, analyze } from '../../server/src/engine/analyze.ts'
import { recommended } from '../../server/src/engine/config/settings.ts'
import type { Finding } from '../../server/src/engine/finding.ts'
import { applyFix } from '../../server/src/engine/fix.ts'
import { commitmentsOf } from '../../server/src/engine/history/commitments.ts'
import type { FileHistory } from '../../server/src/engine/history/history.ts'
import { rules } from '../../server/src/engine/rules/all.generated.ts'
import type { Example, PastState, Rule } from '../../server/src/engine/rules/rule.ts'
import { readCarets } from './carets.ts'

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

/** The findings of one rule on an example, with findings of the schema and the parser. */
export function findingsOn(rule: Rule, example: Example): readonly Finding[] {
  const text = complete(example.yaml)
  const name = example.file ?? /^name:\s*(\S+)/m.exec(text)?.[1]?.concat('.pilot.yaml')
  const options = { rules: neededBy(rule), ...surroundings(example), ...(name ? { name } : {}) }
  const isMine = ({ rule: id }: Finding): boolean => id === rule.id || /^(?:schema|yaml)\//.test(id)
  return analysisOf(text, options).findings.filter(isMine)
}

/** The day and the history of an example. */
export function surroundings(example: Example): { today: string; history: FileHistory | undefined } {
  return { today: example.today ?? TODAY, history: example.history && historyOf(example.history) }
}

/** The history of a file from its past states, with made-up hashes. */
export function historyOf(states: readonly PastState[]): FileHistory {
  const revisions = states.map(({ date, author, yaml }, index) => {
    const commit = String(index + 1).padStart(40, '0')
    const commitments = commitmentsOf(analysisOf(complete(yaml), { rules: [] }).pilot)
    return { commit, date, author: author ?? 'Dana Whitfield', commitments }
  })
  return { revisions }
}

/** The rules that have to run for one of them to be judged: a suppression is judged by what the others found. */
export function neededBy(rule: Rule): readonly Rule[] {
  return rule.id.startsWith('suppression/') ? rules : [rule]
}

/** Asserts that the findings are exactly the caret comments of the example, and that their notes hold. */
export function checkExample(rule: Rule, example: Example): void {
  const text = complete(example.yaml)
  const expected = readCarets(text)
  const found = findingsOn(rule, example)
  assert.deepEqual(
    found.map(describe(text)),
    expected.map((each, index) => render(text, each, found[index])),
    example.title,
  )
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

/** The fragment with the keys that every pilot has, in front, where it does not have them itself. */
export function complete(yaml: string): string {
  const usual = {
    apiVersion: 'pilot-as-code/v1',
    name: 'demand-forecast',
    title: 'Demand forecast',
    stage: 'rollout',
  }
  const absent = Object.entries(usual).filter(([key]) => !new RegExp(`^${key}:`, 'm').test(yaml))
  const isPilot = /^(?:[\w-]+:|#|$)/.test(yaml)
  return isPilot ? absent.map(([key, value]) => `${key}: ${value}\n`).join('') + yaml : yaml
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

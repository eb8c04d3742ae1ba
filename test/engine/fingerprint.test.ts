import assert from 'node:assert/strict'
import { analyze } from '../../server/src/engine/analyze.ts'
import { recommended } from '../../server/src/engine/config/settings.ts'
import type { Finding, PastChange } from '../../server/src/engine/finding.ts'
import { type Found, fingerprintsIn } from '../../server/src/engine/fingerprint.ts'
import { rules } from '../../server/src/engine/rules/all.generated.ts'
import type { Span } from '../../server/src/engine/text/span.ts'
import { parse } from '../../server/src/engine/yaml/parse.ts'
import { PilotFile } from '../../server/src/lsp/pilot-file.ts'
import { complete, TODAY } from '../support/check.ts'

/** The fingerprint of a finding on each part between two bars. */
function prints(marked: string, { rule = 'a/b', path = 'p.pilot.yaml' } = {}): readonly string[] {
  const parts = marked.split('|')
  const text = parts.join('')
  let at = 0
  const findings = parts.flatMap((part, index) => {
    const span = { start: at, end: at + part.length }
    at = span.end
    return index % 2 === 1 ? [findingAt(span, rule)] : []
  })
  return printsOf(path, text, findings)
}

function printsOf(path: string, text: string, findings: readonly Finding[]): readonly string[] {
  const found = { text, syntax: parse(text), findings, suppressed: [], covered: [] }
  return [...fingerprintsIn(path, found).values()]
}

function findingAt(span: Span, rule = 'a/b'): Finding {
  return { rule, severity: 'error', message: 'm', span, related: [], fixes: [] }
}

const criteria = `name: x
criteria:
  measures:
    - metric: Forecast error
      target: |20|
    - metric: Hours
      target: |20|
`

describe('the fingerprint of a finding', () => {
  it('stays what it was, for others keep it', () => {
    assert.deepEqual(prints(criteria), GOLDEN)
  })

  for (const [name, changed] of [
    ['lines above', `# a comment\n\n${criteria}`],
    ['blanks', criteria.replaceAll('    - metric', '  - metric').replaceAll('      target', '    target')],
    ['CR LF', criteria.replaceAll('\n', '\r\n')],
    ['another value beside it', criteria.replace('name: x', 'name: y\ntitle: z')],
    [
      'another item before it',
      criteria.replace('    - metric: F', '    - metric: New\n      target: 20\n    - metric: F'),
    ],
  ] as const) {
    it(`survives ${name}`, () => assert.deepEqual(prints(changed), prints(criteria)))
  }

  it('follows the items of a list when they change places', () => {
    const turned = criteria
      .replace('Forecast error', '?')
      .replace('Hours', 'Forecast error')
      .replace('?', 'Hours')
    assert.deepEqual(prints(turned), prints(criteria).toReversed())
  })

  for (const [name, other] of [
    ['another value', prints(criteria.replaceAll('|20|', '|30|'))],
    ['another key', prints(criteria.replaceAll('target', 'baseline'))],
    ['another rule', prints(criteria, { rule: 'a/c' })],
    ['another file', prints(criteria, { path: 'q.pilot.yaml' })],
  ] as const) {
    it(`is another one for ${name}`, () => {
      for (const print of other) assert.ok(!prints(criteria).includes(print))
    })
  }

  it('is another one for another change in the past, and the same one for another commit of it', () => {
    const print = (past: PastChange): readonly string[] =>
      printsOf('p', 'x', [{ ...findingAt({ start: 0, end: 1 }), past }])
    const change = { commit: undefined, date: '2026-01-01', author: undefined, before: '70', after: '55' }
    assert.deepEqual(print({ ...change, commit: 'abc', author: 'Luis', date: '2026-02-02' }), print(change))
    assert.notDeepEqual(print({ ...change, after: '40' }), print(change))
  })

  it('numbers equal ones', () => {
    const [first, second] = prints('a: [|x|, |x|]\n')
    assert.notEqual(first, second)
    assert.deepEqual(prints('a: [|x|, y]\n'), [first])
  })

  it('stays the same when a comment hides an equal one before it, or another finding stands for that', () => {
    const text = 'a: [x, x]\n'
    const [first, second] = [4, 7].map((start) => findingAt({ start, end: start + 1 }))
    assert.ok(first && second)
    const printOf = (found: Partial<Found>): string | undefined => {
      const all = { text, syntax: parse(text), findings: [second], suppressed: [], covered: [], ...found }
      return fingerprintsIn('p.pilot.yaml', all).get(second)
    }
    const print = printOf({ findings: [first, second] })
    assert.equal(printOf({ suppressed: [{ finding: first, reason: 'r' }] }), print)
    assert.equal(printOf({ covered: [first] }), print)
    assert.notEqual(printOf({}), print)
  })

  it('is found without the tree where the keys were kept that lead to the findings, and to the places of the facts', () => {
    const text = `${complete('owners:\n  operator: { name: TBD }\n')}criteria: { success: [{ metric: "A\\nb" }] }\n`
    const under = { today: TODAY, settings: recommended, rules, isCompared: true }
    const file = new PilotFile('file:///work/a.pilot.yaml', null, { kind: 'text', text })
    const { ways } = file.analysis(under, {})
    const alone = analyze({ text, name: 'a.pilot.yaml' }, under)
    assert.ok(alone.findings.length > 3 && file.extract?.places.operator)
    const span = { start: file.extract.places.operator.start, end: file.extract.places.operator.end }
    const findings = [...alone.findings, findingAt(span, 'portfolio/a')]
    const unread = {
      ...{ text, ways, findings, suppressed: alone.suppressed, covered: alone.covered },
      get syntax(): never {
        throw new Error('The text was parsed.')
      },
    }
    const told = (found: Found): readonly string[] => [...fingerprintsIn('a', found).values()]
    assert.deepEqual(told(unread), told({ ...alone, findings }))
  })

  it('knows a place in a text that cannot be read by its words', () => {
    assert.deepEqual(prints('|- a: [\n|'), prints('# above\n|- a: [\n|'))
    assert.match(prints('|- a: [\n|').join(), /^[0-9a-f]{16}$/)
  })
})

const GOLDEN = ['5c7cc83241e8219a', 'aa78e2d1554ea92b']

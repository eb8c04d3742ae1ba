import assert from 'node:assert/strict'
import { rules } from '../../server/src/engine/rules/all.generated.ts'
import { fileConflictMarkers } from '../../server/src/engine/rules/file/conflict-markers.ts'
import { fileName } from '../../server/src/engine/rules/file/name.ts'
import { filePlaceholder } from '../../server/src/engine/rules/file/placeholder.ts'
import { ownersDeliveryScopeIncomplete } from '../../server/src/engine/rules/owners/delivery-scope-incomplete.ts'
import { ownersFunctionsUncovered } from '../../server/src/engine/rules/owners/functions-uncovered.ts'
import { ownersOperatorMissing } from '../../server/src/engine/rules/owners/operator-missing.ts'
import { ownersOperatorNotAPerson } from '../../server/src/engine/rules/owners/operator-not-a-person.ts'
import { ownersOperatorShared } from '../../server/src/engine/rules/owners/operator-shared.ts'
import { suppressionUnused } from '../../server/src/engine/rules/suppression/unused.ts'
import { analysisOf, applyFix, checkFix, complete } from '../support/check.ts'

describe('fixes of owners', () => {
  it('keep the person that is chosen', () => {
    checkFix(
      ownersOperatorShared,
      'owners:\n  operator: { name: "Kim Alvarado, Pete Lindqvist" }   # days and nights\n',
      'owners:\n  operator: { name: Pete Lindqvist }   # days and nights\n',
      { title: 'Choose Pete Lindqvist' },
    )
  })

  it('fill an empty block as a whole', () => {
    const block = `owners:
  operator:
    name: TODO full name
    title: TODO position
    team: supply-chain
    since: 2026-06-01 # TODO yours
    accountability: TODO their goal with its number and year
`
    checkFix(
      ownersOperatorMissing,
      'team: supply-chain\nowners:\n  operator:\n',
      `team: supply-chain\n${block}`,
    )
  })

  it('add the missing areas in one go, in brackets and in a list', () => {
    const areas = ['data-integration', 'deployment', 'compliance', 'stakeholders', 'kpis']
    const start = 'owners:\n  delivery:\n    name: Priya Nair\n'
    const list = (items: readonly string[]): string => items.map((item) => `      - ${item}\n`).join('')
    checkFix(
      ownersDeliveryScopeIncomplete,
      `${start}    covers: [data-integration]\n`,
      `${start}    covers: [${areas.join(', ')}]\n`,
    )
    checkFix(
      ownersDeliveryScopeIncomplete,
      `${start}    covers:\n${list(areas.slice(0, 3))}`,
      `${start}    covers:\n${list(areas)}`,
    )
  })

  it('put each missing contact at its place', () => {
    const start = 'owners:\n  delivery:\n    name: Priya Nair\n    contacts:\n'
    checkFix(
      ownersFunctionsUncovered,
      `${start}      product: Jo Park\n      compliance: R. Osei\n`,
      `${start}      engineering: TODO who speaks for engineering
      product: Jo Park
      data: TODO who speaks for data
      compliance: R. Osei
      business: TODO who speaks for business
`,
    )
  })

  for (const rule of rules.filter(({ id }) => id.startsWith('owners/'))) {
    it(`of ${rule.id} leave no place to fill in that nobody asks for`, () => {
      for (const { yaml } of rule.docs.bad) {
        const before = analysisOf(complete(yaml))
        for (const fix of before.findings.flatMap((each) => (each.rule === rule.id ? each.fixes : []))) {
          const { text, lines, findings } = analysisOf(applyFix(before.text, fix))
          const found = new Set(findings.map(({ span }) => lines.positionAt(span.start).line))
          const open = text.split('\n').flatMap((line, index) => (line.includes('TODO') ? [index] : []))
          assert.deepEqual(
            open.filter((line) => !found.has(line)),
            [],
            text,
          )
        }
      }
    })
  }
})

describe('hygiene of a file', () => {
  const only = (text: string, rule = filePlaceholder): readonly string[] =>
    analysisOf(complete(text), { rules: [rule] }).findings.map(({ span }) =>
      complete(text).slice(span.start, span.end),
    )

  it('finds the numbers of a template in brackets, and no others', () => {
    const flow =
      'data:\n  audit: { started: 2026-02-02, completed: 2026-02-20 # TODO yours\n    , by: Mei Lin }\n'
    assert.deepEqual(only(flow), ['2026-02-20'])
    assert.deepEqual(
      only('timeline:\n  start: 2026-02-02 # TODO yours, Dana\n  end: 2026-03-02 # todo\n'),
      [],
    )
  })

  it('reports an anchored value once, where it stands', () => {
    assert.deepEqual(only('owners:\n  sponsor: &who { name: TBD }\n  champion: *who\n'), ['TBD'])
  })

  it('leaves a place to the rule that says more about it', () => {
    const { findings } = analysisOf(complete('owners:\n  operator: { name: TBD }\n'))
    const rulesAtName = findings.filter(({ message }) => message.includes('"TBD"')).map(({ rule }) => rule)
    assert.deepEqual(rulesAtName, ['owners/operator-not-a-person'])
  })

  it('takes a name without letters for no position, where there is no title that is the same', () => {
    assert.deepEqual(only('owners:\n  operator: { name: "🙂" }\n', ownersOperatorNotAPerson), [])
    assert.deepEqual(only('owners:\n  operator: { name: Capo, title: CAPO }\n', ownersOperatorNotAPerson), [
      'Capo',
    ])
  })

  it('knows no name for text that is no file', () => {
    assert.deepEqual(only('name: demand-forecast\n', fileName), [])
  })

  it('reports a conflict once, with any line break, and nothing else about the file', () => {
    const text = complete('summary: a\n<<<<<<< HEAD\nteam: a\n=======\nteam: b\n>>>>>>> theirs\n').replaceAll(
      '\n',
      '\r\n',
    )
    const { findings } = analysisOf(text)
    assert.deepEqual(
      findings.map(({ rule, span }) => [rule, text.slice(span.start, span.end)]),
      [[fileConflictMarkers.id, '<<<<<<< HEAD']],
    )
  })

  it('removes a suppression with its line, or from the end of one', () => {
    const comment = '# pilots-ignore-next-line owners/operator-shared -- Both share a desk'
    const rest = 'owners:\n  operator: { name: Kim Alvarado }\n'
    checkFix(suppressionUnused, `${comment}\n${rest}`, rest)
    checkFix(suppressionUnused, rest.replace('\n', `   ${comment}\n`), rest)
  })
})

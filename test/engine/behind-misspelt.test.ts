import assert from 'node:assert/strict'
import { mend } from '../../server/src/engine/mend.ts'
import { analysisOf, complete } from '../support/check.ts'

describe('what stands behind misspelt keys', () => {
  const owners = `onwers:
  operater: { name: Luis Ortega, titel: Director, since: 5.1.2026 }
  sponser: { name: Dana Whitfield, budgetAuthority: maybe }
timelin: { strat: 2026-02-30 }
`

  it('is judged as if they were spelled right', () => {
    const told = said(owners).map((each) => each.split(' ', 2).join(' '))
    assert.deepEqual(told, [
      'onwers schema/unknown-key',
      'operater schema/unknown-key',
      'titel schema/unknown-key',
      '5.1.2026 schema/date',
      'sponser schema/unknown-key',
      'maybe schema/kind',
      'timelin schema/unknown-key',
      'strat schema/unknown-key',
      '2026-02-30 schema/date',
    ])
    const { pilot } = analysisOf(complete(owners), { rules: [] })
    assert.equal(pilot.owners?.operator?.since?.value, '2026-01-05')
  })

  it('is mended together with them', () => {
    const options = { rules: [] }
    const { analysis } = mend(analysisOf(complete(owners), options), { unsafe: false }, (text) =>
      analysisOf(text, options),
    )
    const mended = `owners:
  operator: { name: Luis Ortega, title: Director, since: 2026-01-05 }
  sponsor: { name: Dana Whitfield, budgetAuthority: maybe }
timeline: { start: 2026-02-30 }
`
    assert.equal(analysis.text, complete(mended))
  })

  it('is nothing where it is of another kind', () => {
    assert.deepEqual(said('teams: [planning, buying]\n').length, 1)
    assert.deepEqual(said('gate: { due: 2026-06-12, decided: no }\n').length, 1)
    assert.deepEqual(said('conditons: [Direct access, A favour]\n').length, 1)
    assert.deepEqual(said('criteria: { succes: [{ metric: Cost, taget: 9 }, Fewer complaints] }\n').length, 3)
  })

  it('tells a block of its own from one that is misspelt', () => {
    const text = complete('values: { trust: 5, openness: 4 }\n')
    const { findings, pilot } = analysisOf(text, { rules: [] })
    assert.deepEqual(
      findings.map(({ message, fixes }) => [message, fixes[0]?.safe]),
      [['"values" is not a key of a pilot. Did you mean "value"?', false]],
    )
    assert.equal(pilot.value, undefined)
  })
})

function said(yaml: string): readonly string[] {
  const text = complete(yaml)
  const { findings } = analysisOf(text, { rules: [] })
  return findings.map(({ rule, span, message }) => `${text.slice(span.start, span.end)} ${rule} ${message}`)
}

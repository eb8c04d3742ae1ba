import assert from 'node:assert/strict'
import { analyze } from '../../server/src/engine/analyze.ts'
import { recommended } from '../../server/src/engine/config/settings.ts'
import { artifactsOf } from '../../server/src/engine/pilot/compliance.ts'
import { isDate } from '../../server/src/engine/pilot/dates.ts'
import { regimes, regimesOn } from '../../server/src/engine/regimes/applicable.ts'
import { askedOn } from '../../server/src/engine/regimes/asked.ts'
import { artifactNames } from '../../server/src/engine/regimes/regime.ts'
import { complianceArtifactMissing } from '../../server/src/engine/rules/compliance/artifact-missing.ts'
import { keysOf } from '../../server/src/engine/schema/describe.ts'
import { analysisOf, complete } from '../support/check.ts'

const keysAsked = (jurisdictions: readonly string[], day: string): string[] =>
  askedOn(jurisdictions, day).map(({ key }) => key)

describe('regimes', () => {
  it('carry a source, a note and dates that exist', () => {
    for (const { source, note, asOf, since, until } of regimes) {
      assert.match(note, /\.$/)
      assert.ok(source.length > 0)
      for (const date of [asOf, since, until ?? since]) assert.ok(isDate(date), date)
      assert.ok((until ?? since) >= since)
    }
  })

  it('name the artifacts that the format knows, and every one of them has a name', () => {
    assert.deepEqual(Object.keys(artifactNames).sort(), [...keysOf('artifacts')].sort())
    const yaml = Object.keys(artifactNames)
      .map((key) => `    ${key}: { status: done }\n`)
      .join('')
    const { pilot } = analysisOf(complete(`compliance:\n  artifacts:\n${yaml}`), { rules: [] })
    assert.deepEqual(
      artifactsOf(pilot)
        .map(({ key }) => key)
        .sort(),
      Object.keys(artifactNames).sort(),
    )
  })

  const days: readonly [string, string, string, readonly string[]][] = [
    ['Texas has one', 'US-TX', '2026-06-01', ['HB 149']],
    ['before its first day it is silent', 'US-TX', '2025-12-31', []],
    ['the repealed act of Colorado counts to its last day', 'US-CO', '2026-05-14', ['SB 24-205']],
    ['and not a day longer', 'US-CO', '2026-05-15', []],
    ['its successor begins with 2027', 'US-CO', '2027-01-01', ['SB 26-189']],
    ['the EU asks for transparency since August 2026', 'EU', '2026-11-20', ['transparency']],
    ['and for the rest since December 2027', 'EU', '2027-12-02', ['transparency', 'high-risk']],
    ['a member state is in the EU', 'DE', '2026-11-20', ['transparency']],
    ['and so is a region of it', 'FR-75', '2026-11-20', ['transparency']],
    ['the United Kingdom is not', 'GB', '2026-11-20', []],
    ['a country does not match its states', 'US', '2026-06-01', []],
    ['another state does not match', 'US-NY', '2026-06-01', []],
  ]
  for (const [title, code, day, names] of days) {
    it(title, () => {
      const found = regimesOn([code], day).map(({ name }) => name)
      assert.equal(found.length, names.length, found.join())
      for (const [index, name] of names.entries())
        assert.ok(found[index]?.includes(name), `${found[index]} is not ${name}`)
    })
  }

  it('ask for each thing once, by the strictest', () => {
    const asked = askedOn(['US-TX', 'US-CO'], '2026-05-01')
    assert.equal(new Set(asked.map(({ key }) => key)).size, asked.length)
    assert.equal(asked.find(({ key }) => key === 'optOut')?.level, 'required')
    assert.match(
      asked.find(({ key }) => key === 'riskAssessment')?.basis ?? '',
      /^asked for in US-CO per .* and in US-TX per "Five-step production roadmap", as of 2026-02-08$/,
    )
  })

  it('ask in Colorado since 2027 for notice, correction and human review', () => {
    assert.deepEqual(keysAsked(['US-CO'], '2027-02-01'), ['userNotification', 'correction', 'humanReview'])
  })

  it('come from the settings where the file names no jurisdiction', () => {
    const rules = [complianceArtifactMissing]
    const settings = { ...recommended, jurisdictions: ['US-TX'] }
    const found = (yaml: string): number =>
      analyze({ text: complete(yaml) }, { today: '2026-06-01', settings, rules }).findings.filter(
        ({ severity }) => severity === 'error',
      ).length
    assert.equal(found('compliance: { affectsPeople: true }\n'), 3)
    assert.equal(found('compliance: { affectsPeople: true, jurisdictions: [] }\n'), 0)
    assert.equal(found('compliance: { affectsPeople: true, jurisdictions: [GB] }\n'), 0)
  })
})

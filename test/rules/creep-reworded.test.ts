import assert from 'node:assert/strict'
import { historyOf } from '../../server/src/engine/rules/example-files.ts'
import { scopeCreep } from '../../server/src/engine/rules/scope/creep.ts'
import { analysisOf, complete } from '../support/check.ts'
import { START } from '../support/past.ts'

/** What is said of the last of the features of phase 1, of which each text but the last is committed by another person. */
function said(...texts: readonly (readonly string[])[]): readonly string[] {
  const yaml = (names: readonly string[]): string =>
    complete(`${START}scope: { features: [${names.map((name) => `{ name: ${name} }`).join(', ')}] }\n`)
  const past = texts.slice(0, -1).map((names, at) => ({
    date: `2026-0${at + 1}-20`,
    author: `Author ${at}`,
    yaml: yaml(names),
  }))
  const { findings } = analysisOf(yaml(texts.at(-1) ?? []), {
    rules: [scopeCreep],
    history: historyOf(past),
  })
  return findings.map(({ message }) => message)
}

describe('features of phase 1 that are called otherwise', () => {
  const [before, more] = [
    ['Forcast', 'Alert'],
    ['Forcast', 'Alert', 'Reports'],
  ]

  it('have not come in, and whoever put the name right brought nothing in', () => {
    const right = ['Forecast', 'Alerts', 'Reports']
    const [message, ...others] = said(before, more, right, right)
    assert.match(
      message ?? '',
      /from 2 to 3 features since the start: "Reports" came in, last on .* by Author 1 /,
    )
    assert.deepEqual(others, [])
  })

  it('have come in beside one that is still there, or one more than is gone', () => {
    const beside = said(before, ['Forcast', 'Alert', 'Alerts'])
    assert.match(beside[0] ?? '', /: "Alerts" came in, /)
    const split = said(before, ['Forcast', 'Alerts', 'Alerting'])
    assert.match(split[0] ?? '', /: "Alerting" came in, /)
  })
})

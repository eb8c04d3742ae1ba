import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { reasonWords } from '../../client/src/common/reason-words.ts'
import { notRunCount, notRunWords } from '../../client/src/common/words.ts'
import schema from '../../schemas/report.schema.json' with { type: 'json' }
import type { HistoryGap } from '../../server/src/engine/history/source.ts'
import { reasonOf } from '../../server/src/engine/not-run.ts'
import { english } from '../support/pilot-items.ts'

const texts: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(new URL('../../l10n/bundle.l10n.de.json', import.meta.url), 'utf8'),
)
const german = {
  t: (message: string, ...args: readonly (string | number)[]): string =>
    (texts[message] ?? message).replaceAll(/\{(\d)\}/g, (_, at) => String(args[Number(at)])),
}

const everyGap: Readonly<Record<HistoryGap, true>> = {
  off: true,
  untrusted: true,
  browser: true,
  'no-git': true,
  'no-repository': true,
  foreign: true,
  shallow: true,
  partial: true,
  empty: true,
  later: true,
  uncommitted: true,
  unreadable: true,
  'not-a-file': true,
  timeout: true,
  failed: true,
}

describe('why rules were not run', () => {
  it('is known of every reason that the server may give', () => {
    const known = { t: () => '~' }
    const isGap = (key: string): key is HistoryGap => key in everyGap
    for (const because of Object.keys(everyGap).filter(isGap))
      assert.equal(reasonWords(reasonOf({ needs: 'history', because }), known), '~: ~', because)
    for (const needs of ['history', 'portfolio', 'registry'] as const)
      assert.equal(reasonWords(reasonOf({ needs }), known), '~', needs)
  })

  it('is one of those that the schema of the report names', () => {
    const { because } = schema.$defs.notRun.properties
    assert.deepEqual(because.enum.toSorted(), Object.keys(everyGap).toSorted())
  })

  it('ends a German sentence in German', () => {
    const reason = reasonOf({ needs: 'history', because: 'untrusted' })
    assert.deepEqual(notRunWords([{ rule: 'a/b', reason }], german), [
      '1 Regel nicht ausgeführt, weil der Git-Verlauf fehlt: Diesem Arbeitsbereich wird nicht vertraut',
    ])
  })

  it('stays as it is where it is a new one', () => {
    assert.equal(
      reasonWords('for lack of Git history: who knows', german),
      'weil der Git-Verlauf fehlt: who knows',
    )
  })
})

describe('rules that were not run', () => {
  it('are counted by their reason', () => {
    const [past, others] = ['for lack of Git history', 'for lack of the other pilots']
    const notRun = [past, others, past].map((reason) => ({ rule: 'a/b', reason }))
    assert.deepEqual(notRunWords(notRun, english), [`2 rules not run ${past}`, `1 rule not run ${others}`])
    assert.deepEqual(notRunWords([], english), [])
    assert.deepEqual(notRunCount(notRun, english), ['3 rules not run'])
    assert.deepEqual(notRunCount(notRun.slice(1, 2), english), ['1 rule not run'])
    assert.deepEqual(notRunCount([], english), [])
  })
})

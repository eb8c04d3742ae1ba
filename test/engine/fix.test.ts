import assert from 'node:assert/strict'
import type { Change } from '../../server/src/engine/finding.ts'
import { editsOf } from '../../server/src/engine/fix.ts'
import { lowerPilot } from '../../server/src/engine/pilot/lower.ts'
import { parse } from '../../server/src/engine/yaml/parse.ts'
import { applyFix } from '../support/check.ts'

function fixed(text: string, ...changes: readonly Change[]): string {
  return applyFix(text, { title: 'Mend', safe: false, changes })
}

describe('a fix', () => {
  it('adds no item to a list that a merge key brings in: it would be added wherever that is merged', () => {
    const base = 'x-base: &base\n  success:\n    - metric: A\ncriteria:\n  <<: *base\n'
    assert.equal(
      fixed(base, { do: 'append', path: ['criteria', 'success'], value: { metric: 'B' } }),
      base.replace('  <<', '  success:\n    - metric: B\n  <<'),
    )
  })

  it('writes beside what a merge key brings in, in brackets, too', () => {
    assert.equal(
      fixed('x-base: &base { by: 2026-05-01 }\nnext: { <<: *base }\n', {
        do: 'insert',
        path: ['next', 'step'],
        value: 'Go live',
      }),
      'x-base: &base { by: 2026-05-01 }\nnext: { step: Go live, <<: *base }\n',
    )
  })

  it('writes lines where brackets hold nothing yet', () => {
    assert.equal(
      fixed('owners: {}\n', { do: 'insert', path: ['owners', 'operator'], value: { name: 'Ana Ruiz' } }),
      'owners:\n  operator:\n    name: Ana Ruiz\n',
    )
  })

  it('changes nothing through an alias, nor through what is merged in', () => {
    const text = 'x-owners: &owners { sponsor: { name: Ana Ruiz } }\nowners: *owners\n'
    assert.equal(fixed(text, { do: 'insert', path: ['owners', 'operator'], value: { name: 'Kim' } }), text)
    const merged = 'x-base: &base { sponsor: { name: Ana Ruiz } }\nowners: { <<: *base }\n'
    assert.equal(fixed(merged, { do: 'insert', path: ['owners', 'sponsor', 'title'], value: 'COO' }), merged)
  })

  it('takes a text that it replaces for a text in a snippet, too', () => {
    const replace = { do: 'replace', span: { start: 0, end: 1 }, text: 'costs $5 {a}' } as const
    const [edit] = editsOf('x', { title: 'Mend', safe: true, changes: [replace] })
    assert.deepEqual([edit?.text, edit?.snippet], ['costs $5 {a}', 'costs \\$5 {a\\}'])
  })

  it('writes a key once, whose parts two changes bring', () => {
    const [environment, volume] = [
      { do: 'insert', path: ['rollout', 'environment'], value: 'production' },
      { do: 'insert', path: ['rollout', 'volume'], value: '15%' },
    ] as const
    assert.equal(
      fixed('stage: data\n', environment, volume),
      'stage: data\nrollout:\n  environment: production\n  volume: 15%\n',
    )
  })

  it('parts with commas what several changes put between brackets', () => {
    const [amount, status] = [
      { do: 'insert', path: ['next', 'what'], value: 'Go live' },
      { do: 'insert', path: ['next', 'by'], value: '2026-06-30' },
    ] as const
    assert.equal(
      fixed('next: { x-note: A, }\n', amount, status),
      'next: { x-note: A, what: Go live, by: 2026-06-30 }\n',
    )
    const by = { do: 'insert', path: ['next', 'by'], value: '2026-06-30' } as const
    assert.equal(
      fixed('next: { what: }\n', by, { ...by, path: ['next', 'what'], value: 'Go live' }),
      'next: { what: Go live, by: 2026-06-30 }\n',
    )
  })

  it('parts them in braces that hold nothing, too', () => {
    const text = 'stage: data\ntimeline: { }\n'
    const { timeline } = lowerPilot(parse(text))
    assert.ok(timeline)
    const of = (key: string): Change => ({ do: 'insert', into: timeline, path: [key], value: '2026-06-30' })
    const after = 'stage: data\ntimeline: { start: 2026-06-30, end: 2026-06-30  }\n'
    assert.equal(fixed(text, of('start'), of('end')), after)
  })

  for (const nothing of ['', ' null', ' ~', ' # soon', ' null # soon'])
    it(`writes what a block lacks behind its key where "outcome:${nothing}" holds nothing`, () => {
      const text = `stage: stopped\noutcome:${nothing}\nsummary: A\n`
      const { outcome } = lowerPilot(parse(text))
      assert.ok(outcome)
      const comment = nothing.includes('#') ? ' # soon' : ''
      assert.equal(
        fixed(
          text,
          { do: 'insert', into: outcome, path: ['decision'], value: 'stop' },
          { do: 'insert', into: outcome, path: ['because'], value: 'No need' },
        ),
        `stage: stopped\noutcome:${comment}\n  decision: stop\n  because: No need\nsummary: A\n`,
      )
    })

  for (const [nothing, comment] of [
    ['', ''],
    [' ~', ''],
    [' # soon', ' # soon'],
  ] as const)
    it(`writes what an item lacks where "-${nothing}" holds nothing, and not into the next one`, () => {
      const text = `criteria:\n  success:\n    -${nothing}\n    - better: lower\n`
      const [item] = lowerPilot(parse(text)).criteria?.success?.items ?? []
      assert.ok(item)
      assert.equal(
        fixed(
          text,
          { do: 'insert', into: item, path: ['metric'], value: 'Rework' },
          { do: 'insert', into: item, path: ['target'], value: 4 },
        ),
        `criteria:\n  success:\n    - metric: Rework\n      target: 4${comment}\n    - better: lower\n`,
      )
    })
})

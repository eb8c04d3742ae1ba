import assert from 'node:assert/strict'
import type { Change } from '../../server/src/engine/finding.ts'
import { applyFix, editsOf } from '../../server/src/engine/fix.ts'

function fixed(text: string, change: Change): string {
  return applyFix(text, { title: 'Mend', safe: false, changes: [change] })
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
})

import assert from 'node:assert/strict'
import { commitmentsReader, textToCommitments } from '../../server/src/engine/history/read.ts'
import type { PastState } from '../../server/src/engine/rules/rule.ts'
import { complete } from '../support/check.ts'
import { found, START } from '../support/past.ts'

const right = `${START}owners:
  operator: { name: Luis Ortega }
criteria:
  success:
    - { metric: Forecast accuracy, baseline: 73, target: 82 }
scope:
  features: [{ name: Forecast }]
`
const slips = {
  ...{ 'criteria:': 'critera:', 'metric:': 'metrik:', 'features:': 'featurs:' },
  ...{ 'operator:': 'operater:', '2026-06-26': '2026/06/26' },
}
const misspelt = Object.entries(slips).map(([word, slip]) => right.replace(word, slip))

/** What the rules with history say of a text. */
function told(yaml: string, ...past: readonly PastState[]): readonly string[] {
  return found(yaml, past).filter((each) => !each.startsWith('schema/'))
}

describe('a text of the past in which something is misspelt', () => {
  it('is read as it is meant, by itself and behind others', () => {
    const read = commitmentsReader()
    const commitments = textToCommitments(complete(right))
    for (const text of misspelt.flatMap((each) => [each, right, `# moved\n${each}`])) {
      assert.deepEqual(textToCommitments(complete(text)), commitments, text)
      assert.deepEqual(read(complete(text)), commitments, text)
    }
  })

  it('promised what the text of today does that says the same', () => {
    for (const text of misspelt) {
      assert.deepEqual(told(text, { date: '2026-01-20', yaml: text }), [], text)
      assert.deepEqual(told(right, { date: '2026-01-20', yaml: text }), [], text)
    }
  })
})

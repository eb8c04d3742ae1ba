import assert from 'node:assert/strict'
import { recommended } from '../../server/src/engine/config/settings.ts'
import { textToCommitments } from '../../server/src/engine/history/read.ts'
import type { Remembered } from '../../server/src/engine/history/source.ts'
import { rules } from '../../server/src/engine/rules/all.generated.ts'
import { PilotFile } from '../../server/src/lsp/pilot-file.ts'

const uri = 'file:///work/demand.pilot.yaml'
const text = `apiVersion: pilot-as-code/v1
name: demand
title: Demand forecast
stage: rollout
unheard: of
timeline: { start: 2026-01-05, end: 2026-05-30 }
criteria:
  success:
    - { metric: Hours to plan a week, direction: lower, baseline: 30, target: 20, by: 2026-08-31 }
`
const commitments = textToCommitments(text.replace('target: 20', 'target: 10'))
assert.ok(commitments)
const revision = { commit: 'a'.repeat(40), date: '2026-01-02', author: 'Ana Ruiz', commitments }
const under = { today: '2026-06-01', settings: recommended, rules }
const later = { ...under, today: '2026-12-01' }
const pasts: readonly Remembered[] = [
  {},
  { noHistory: 'uncommitted' },
  { history: { revisions: [revision] } },
]

describe('a pilot file that is judged again', () => {
  for (const content of [text, `${text}broken: [\n`, '', '# nothing\n']) {
    it(`is found to be the same as one that is read anew: ${JSON.stringify(content.slice(-12))}`, () => {
      const states = [...pasts, ...pasts].flatMap((past) => [under, later].map((at) => ({ past, at })))
      for (const version of [null, 1]) {
        const file = new PilotFile(uri, version, { kind: 'text', text: content })
        for (const { past, at } of states) {
          const fresh = new PilotFile(uri, null, { kind: 'text', text: content })
          assert.deepEqual(whatItSays(file.analysis(at, past)), whatItSays(fresh.analysis(at, past)))
        }
      }
    })
  }

  it('keeps its findings as they are when only the reason is known why it has no history', () => {
    const file = new PilotFile(uri, null, { kind: 'text', text })
    const before = file.analysis(under, {})
    const after = file.analysis(under, { noHistory: 'uncommitted' })
    assert.equal(after.findings, before.findings)
    assert.ok(after.notRun.some(({ because }) => because === 'uncommitted'))
    assert.notEqual(file.analysis(under, pasts[2] ?? {}).findings, before.findings)
  })
})

function whatItSays({ findings, notRun, suppressed }: ReturnType<PilotFile['analysis']>): unknown {
  const said = findings.map(({ fixes, ...finding }) => ({
    ...finding,
    fixes: fixes.map(({ title }) => title),
  }))
  return { said, notRun, suppressed: suppressed.length }
}

import assert from 'node:assert/strict'
import { recommended, type Settings } from '../../server/src/engine/config/settings.ts'
import type { Stage } from '../../server/src/engine/pilot/stages.ts'
import { rules } from '../../server/src/engine/rules/all.generated.ts'
import { type Entry, entryInto, isPast, mayEnter, openIn } from '../../server/src/engine/steps/entry.ts'
import { analysisOf, TODAY } from '../support/check.ts'
import { readyPilot } from '../support/ready-pilot.ts'

function entry(text: string, to: Stage, settings: Settings = recommended): Entry {
  const circumstances = { today: TODAY, settings, rules }
  return entryInto(analysisOf(text), to, { file: { name: undefined }, circumstances })
}

describe('the entry into a stage', () => {
  it('is open to a pilot that has everything, and says of each gate how it was passed', () => {
    const found = entry(`${readyPilot}stage: criteria\n`, 'ownership')
    assert.ok(mayEnter(found), openIn(found).join())
    assert.deepEqual(
      found.gates.map(({ stage, passed, waived, by }) => ({ stage, passed, waived, by })),
      [{ stage: 'criteria', passed: true, waived: false, by: 'Dana Whitfield' }],
    )
  })

  it('waives a gate that the file does not ask for, and none that was passed', () => {
    const comment = '# pilots-ignore-file stage/gate-missing -- held before there were files\n'
    const found = entry(`${comment}${readyPilot}stage: criteria\n`, 'data')
    assert.deepEqual(
      found.gates.map(({ stage, passed, waived }) => ({ stage, passed, waived })),
      [
        { stage: 'criteria', passed: true, waived: false },
        { stage: 'ownership', passed: false, waived: true },
      ],
    )
  })

  it('names among the errors none that the list of outputs and gates says already', () => {
    const settings = {
      ...recommended,
      rules: new Map([['stage/gate-missing', { severity: 'error', options: {} } as const]]),
    }
    const found = entry(`${readyPilot}stage: criteria\n`, 'rollout', settings)
    const errors = found.analysis.findings.flatMap(({ rule, severity }) => (severity === 'error' ? rule : []))
    const blocking = found.blocking.map(({ rule }) => rule)
    assert.ok(errors.includes('stage/gate-missing') && blocking.length > 0)
    assert.deepEqual(
      blocking,
      errors.filter((rule) => rule !== 'stage/gate-missing'),
    )
  })

  it('takes a comment about the finding that stands for many as one about a rule, and leaves that finding out', () => {
    const comment = '# pilots-ignore-file file/incomplete -- still being written\n'
    const found = entry(`${comment}apiVersion: pilot-as-code/v1\nname: a\ntitle: A\n`, 'rollout')
    const names = found.analysis.findings.map(({ rule }) => rule)
    assert.ok(!names.includes('file/incomplete') && !names.includes('suppression/unknown-rule'))
  })

  it('is behind a pilot that has come further, and never behind one that was stopped', () => {
    assert.ok(isPast({ from: 'rollout', to: 'data' }))
    assert.ok(!isPast({ from: 'rollout', to: 'rollout' }))
    assert.ok(!isPast({ from: 'data', to: 'rollout' }))
    assert.ok(!isPast({ from: 'stopped', to: 'data' }))
  })
})

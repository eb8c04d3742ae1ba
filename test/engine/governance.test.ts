import assert from 'node:assert/strict'
import { isInPhase, phaseByAge } from '../../server/src/engine/pilot/governance.ts'
import { isAbsentAt } from '../../server/src/engine/pilot/located.ts'
import { insertMissing } from '../../server/src/engine/templates/changes.ts'
import { analysisOf, applyFix, complete, pilotOf } from '../support/check.ts'

describe('the phase by age', () => {
  const pilot = pilotOf('rollout: { start: 2026-03-09 }\n')
  const days: readonly [string, string | undefined][] = [
    ['2026-03-08', undefined],
    ['2026-03-09', 'crawl'],
    ['2026-04-05', 'crawl'],
    ['2026-04-06', 'walk'],
    ['2026-06-08', 'walk'],
    ['2026-06-09', 'run'],
  ]
  for (const [day, phase] of days)
    it(`on ${day} is ${phase ?? 'unknown'}`, () => assert.equal(phaseByAge(pilot, day), phase))

  it('is unknown without a start', () =>
    assert.equal(phaseByAge(pilotOf('rollout: { volume: 5% }\n'), '2026-06-01'), undefined))

  it('counts a later phase as having passed the earlier', () => {
    const run = pilotOf('governance: { phase: run }\n')
    assert.deepEqual([isInPhase(run, 'walk'), isInPhase(pilot, 'crawl')], [true, false])
  })
})

describe('what is absent under a path', () => {
  const pilot = pilotOf('workflow: { map: day.md }\nchange:\ncost: 5\nconditions: []\n')
  const paths: readonly [readonly string[], boolean][] = [
    [['workflow'], false],
    [['workflow', 'map'], false],
    [['workflow', 'roles'], true],
    [['change', 'plan'], true],
    [['adoption', 'playbook'], true],
    [['cost', 'productionBudget'], false],
    [['conditions'], false],
  ]
  for (const [path, absent] of paths)
    it(`${path.join('.')}: ${absent}`, () => assert.equal(isAbsentAt(pilot, ...path), absent))
})

describe('missing fields', () => {
  const fill = (yaml: string): string => {
    const text = complete(yaml)
    const { pilot } = analysisOf(text, { rules: [] })
    const changes = insertMissing(pilot, 'production', {
      keys: ['runbook'],
      whole: { means: 'a', runbook: 'b' },
    })
    return applyFix(text, { title: '', safe: false, changes }).slice(
      text.indexOf('stage: rollout\n') + 'stage: rollout\n'.length,
    )
  }
  it('make the whole block where there is none', () =>
    assert.equal(fill('stage: rollout\n'), 'production:\n  means: a\n  runbook: b\n'))
  it('fill an empty block', () =>
    assert.equal(fill('stage: rollout\nproduction: {}\n'), 'production:\n  means: a\n  runbook: b\n'))
  it('join the fields that are there', () =>
    assert.equal(
      fill('stage: rollout\nproduction:\n  means: c\n'),
      'production:\n  means: c\n  runbook: b\n',
    ))
})

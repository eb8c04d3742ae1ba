import assert from 'node:assert/strict'
import { gatesFirstLate } from '../../server/src/engine/rules/gates/first-late.ts'
import { gatesInterval } from '../../server/src/engine/rules/gates/interval.ts'
import { gatesNone } from '../../server/src/engine/rules/gates/none.ts'
import { gatesOverdue } from '../../server/src/engine/rules/gates/overdue.ts'
import { gatesUndecided } from '../../server/src/engine/rules/gates/undecided.ts'
import { stageGateMissing } from '../../server/src/engine/rules/stage/gate-missing.ts'
import { stageOutputMissing } from '../../server/src/engine/rules/stage/output-missing.ts'
import { checkFix } from '../support/check.ts'

const EVIDENCE = '    adoptersUsing: 4 # TODO yours\n    metricsMoving: true # TODO yours\n'

describe('fixes of gates', () => {
  it('write a gate behind those of its stage and of earlier ones, in front of what is planned', () => {
    const before = `stage: rollout
gates:
  - { stage: criteria, held: 2026-01-12, decision: advance, by: Dana Whitfield }
  - { stage: data, held: 2026-02-12, decision: advance, by: Dana Whitfield }
  # The first one with numbers.
  - { stage: rollout, due: 2026-06-26 }
`
    const after = `stage: rollout
gates:
  - { stage: criteria, held: 2026-01-12, decision: advance, by: Dana Whitfield }
  - stage: ownership
    due: 2026-06-01 # TODO yours
    held: 2026-06-01 # TODO yours
    decision: advance
    by: TODO who decided
  - { stage: data, held: 2026-02-12, decision: advance, by: Dana Whitfield }
  # The first one with numbers.
  - { stage: rollout, due: 2026-06-26 }
`
    checkFix(stageGateMissing, before, after)
  })

  it('plan the next gate with a decision after the rollout, which needs one whatever was decided', () => {
    const before = `stage: adoption
gates:
  - { stage: adoption, due: 2026-05-04 }
`
    const after = `stage: adoption
gates:
  - { stage: adoption, due: 2026-05-04, held: 2026-06-01 # TODO yours
      , decision: hold, by: TODO who decided }
  - stage: adoption
    due: 2026-07-01 # TODO yours
`
    checkFix(gatesOverdue, before, after)
  })

  it('write the decision into the gate that it is about, and the next gate behind it', () => {
    const before = `stage: adoption
gates:
  - stage: adoption
    due: 2026-05-04
`
    const after = `stage: adoption
gates:
  - stage: adoption
    due: 2026-05-04
    held: 2026-06-01 # TODO yours
    decision: hold
    by: TODO who decided
  - stage: adoption
    due: 2026-07-01 # TODO yours
`
    checkFix(gatesOverdue, before, after)
  })

  it('plan the gate of the present stage where the one that ends the rollout settles those that were open', () => {
    const before = `stage: adoption
rollout: { start: 2026-03-02, scope: full, participants: mixed, volume: 20% }
gates:
  - { stage: rollout, due: 2026-05-04 }
`
    const after = `stage: adoption
rollout: { start: 2026-03-02, scope: full, participants: mixed, volume: 20% }
gates:
  - { stage: rollout, due: 2026-05-04 }
  - stage: rollout
    due: 2026-06-01 # TODO yours
    held: 2026-06-01 # TODO yours
    decision: expand
    by: TODO who decided
    adoptersUsing: 4 # TODO yours
    metricsMoving: true # TODO yours
  - stage: adoption
    due: 2026-07-01 # TODO yours
`
    checkFix(stageOutputMissing, before, after, { title: 'Insert the output of rollout' })
  })

  it('set the gates of every month in between, and none a day before the next', () => {
    const before = `gates:
  - { stage: rollout, due: 2026-05-22, held: 2026-05-22, decision: diagnose }
  - { stage: rollout, due: 2026-08-21 }
`
    const between = `  - stage: rollout
    due: 2026-06-21 # TODO yours
  - stage: rollout
    due: 2026-07-21 # TODO yours
`
    checkFix(gatesInterval, before, before + between)
    checkFix(gatesInterval, before, before + between, { today: '2026-06-21' })
    const late = (): void => checkFix(gatesInterval, before, before, { today: '2026-06-22' })
    assert.throws(late, /No fix/, 'The first of them has passed')
  })

  it('set a first gate 30 days after the start of the rollout, or today while there is time for it', () => {
    const before = 'rollout: { start: 2026-05-25 }\ngates:\n  - { stage: rollout, due: 2026-08-24 }\n'
    const first = (due: string): string => `${before}  - stage: rollout\n    due: ${due} # TODO yours\n`
    checkFix(gatesFirstLate, before, first('2026-06-24'))
    checkFix(gatesFirstLate, before, first('2026-07-01'), { today: '2026-07-01' })
    const late = (): void => checkFix(gatesFirstLate, before, before, { today: '2026-07-02' })
    assert.throws(late, /No fix/, 'It would be late as well')
  })

  it('plan behind a decision the gate of the present stage, and none in production', () => {
    const held = (stage: string, gate: string, decision: string): string =>
      `stage: ${stage}\ngates:\n  - stage: ${gate}\n    held: 2026-05-20\n${decision}`
    const decided = '    decision: hold\n'
    const next = '  - stage: adoption\n    due: 2026-06-19 # TODO yours\n'
    const title = 'It decided: hold'
    const adoption = held('adoption', 'rollout', `${decided}${EVIDENCE}${next}`)
    checkFix(gatesUndecided, held('adoption', 'rollout', ''), adoption, { title })
    const production = held('production', 'adoption', decided)
    checkFix(gatesUndecided, held('production', 'adoption', ''), production, { title })
    const again = next.replace('adoption', 'criteria')
    const ownership = held('ownership', 'criteria', `${decided}${again}`)
    checkFix(gatesUndecided, held('ownership', 'criteria', ''), ownership, { title })
  })

  it('give a gate without a day one a month after the last, at least two weeks away', () => {
    const before = 'rollout: { start: 2026-05-25 }\ngates:\n  - stage: rollout\n'
    checkFix(gatesNone, before, `${before}    due: 2026-06-24 # TODO yours\n`)
    checkFix(gatesNone, before, `${before}    due: 2026-07-04 # TODO yours\n`, { today: '2026-06-20' })
    const held = `gates:
  - { stage: rollout, held: 2026-05-28, decision: diagnose }
`
    checkFix(gatesNone, held, `${held}  - stage: rollout\n    due: 2026-06-27 # TODO yours\n`)
  })
})

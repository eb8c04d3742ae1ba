import { gatesOverdue } from '../../server/src/engine/rules/gates/overdue.ts'
import { stageGateMissing } from '../../server/src/engine/rules/stage/gate-missing.ts'
import { stageOutputMissing } from '../../server/src/engine/rules/stage/output-missing.ts'
import { checkFix } from '../support/check.ts'

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
})

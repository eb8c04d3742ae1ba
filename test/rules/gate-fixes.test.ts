import { stageGateMissing } from '../../server/src/engine/rules/stage/gate-missing.ts'
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
})

import { stages } from '../pilot/stages.ts'
import { isDay, isNumber, isText, listOf, maybe, oneOf, recordOf, type Shape } from '../shape.ts'
import type { Commitments, CriterionCommitment, GateCommitment } from './commitments.ts'

/** Whether something that was written down is what a text can commit to. Never throws. */
export const isCommitments: Shape<Commitments> = recordOf<Commitments>({
  name: maybe(isText),
  predecessor: maybe(isText),
  useCase: maybe(isText),
  stage: oneOf(...stages),
  operator: maybe(isText),
  start: maybe(isDay),
  end: maybe(isDay),
  productionBy: maybe(isDay),
  criteria: listOf(
    recordOf<CriterionCommitment>({
      metric: isText,
      unit: maybe(isText),
      direction: maybe(oneOf('higher', 'lower')),
      baseline: maybe(isNumber),
      target: maybe(isNumber),
      deadline: maybe(isText),
    }),
  ),
  stops: listOf(isText),
  goes: listOf(isText),
  features: listOf(isText),
  gates: listOf(
    recordOf<GateCommitment>({
      stage: isText,
      due: maybe(isDay),
      held: maybe(isDay),
      decision: maybe(isText),
      by: maybe(isText),
      notes: maybe(isText),
    }),
  ),
})

import type { Fix } from '../finding.ts'
import { gatesOf, gatesOfStage } from '../pilot/gates.ts'
import type { Pilot } from '../pilot/model.generated.ts'
import { gapsOf } from '../pilot/outputs.ts'
import type { Stage } from '../pilot/stages.ts'
import { outputChanges } from '../templates/outputs.ts'
import type { Span } from '../text/span.ts'
import { isUndecided } from './decide.ts'
import { type Entry, isClosed, type Waivable } from './entry.ts'

/** One thing that keeps a pilot from a stage. */
export interface Missing {
  readonly kind: 'output' | 'gate' | 'finding'
  /** The stage that owes it; absent for a finding. */
  readonly stage: Stage | undefined
  /** Half a sentence, or the message of the finding. */
  readonly says: string
  readonly rule: string | undefined
  /** Where it belongs. */
  readonly at: Span
  /** The gate at which a decision is to be recorded, by its place in the file. */
  readonly gate: number | undefined
  readonly fixes: readonly Fix[]
}

/** Everything that keeps a pilot from a stage, in the order in which it is worked off. */
export function missingIn(entry: Entry): readonly Missing[] {
  const open = entry.gates.filter(isClosed)
  const asked = new Set(open.map(({ stage }) => stage))
  const outputs = entry.outputs.flatMap(({ stage }) => outputsMissing(entry, stage, asked.has(stage)))
  const findings = entry.blocking.map(({ rule, message, span, fixes }): Missing => {
    return { kind: 'finding', stage: undefined, says: message, rule, at: span, gate: undefined, fixes }
  })
  return [...outputs, ...open.map((gate) => gateMissing(entry.analysis.pilot, gate)), ...findings]
}

function outputsMissing(
  { analysis: { pilot, today } }: Entry,
  stage: Stage,
  gateIsAsked: boolean,
): readonly Missing[] {
  const gaps = gapsOf(pilot, stage).filter(({ decides }) => !(decides && gateIsAsked))
  // A decision is nothing to fill in.
  const changes = outputChanges(pilot, stage, today).filter(
    (change) => change.do !== 'append' || stage !== 'rollout',
  )
  const fixes = changes.length > 0 ? [{ title: `Insert the output of ${stage}`, safe: false, changes }] : []
  return gaps.map(({ says, at, decides }) => {
    return { kind: 'output', stage, says, rule: undefined, at, gate: undefined, fixes: decides ? [] : fixes }
  })
}

function gateMissing(pilot: Pilot, { stage, due, held, decision }: Waivable): Missing {
  const open = gatesOfStage(pilot, stage).find(isUndecided)
  const at = open ?? gatesOfStage(pilot, stage).at(-1) ?? pilot.gates ?? pilot
  return {
    kind: 'gate',
    stage,
    says: gateWords(stage, { due: open?.due?.value ?? due, held, decision }),
    rule: undefined,
    at: at.keySpan,
    gate: open && gatesOf(pilot).indexOf(open),
    fixes: [],
  }
}

function gateWords(
  stage: Stage,
  { due, held, decision }: Pick<Waivable, 'due' | 'held' | 'decision'>,
): string {
  if (held !== undefined)
    return decision === undefined
      ? `the ${stage} gate of ${held} has no decision`
      : `the ${stage} gate of ${held} decided ${decision}`
  return due === undefined
    ? `no ${stage} gate is held, and none is planned`
    : `the ${stage} gate of ${due} is not held`
}

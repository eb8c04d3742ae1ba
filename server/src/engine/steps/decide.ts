import type { Change } from '../finding.ts'
import { gatesOf, isHeld } from '../pilot/gates.ts'
import type { Gate } from '../pilot/model.generated.ts'
import { insertAt } from '../templates/changes.ts'
import type { TemplateBlock } from '../yaml/template.ts'
import { problemWith } from './answers.ts'
import { type DecideStep, type Outcome, refuse, type Situation } from './step.ts'

/** Whether a decision of the gate can be recorded: none is yet. */
export function isUndecided(gate: Gate): boolean {
  return !isHeld(gate) || gate.decision === undefined
}

/** Records a decision at a gate of the file, or adds the gate that it was taken at. */
export function decide(situation: Situation, step: DecideStep): Outcome {
  const problem = problemWith(
    [
      [['gates', 0, 'decision'], step.decision],
      [['gates', 0, 'by'], step.by],
      [['gates', 0, 'adoptersUsing'], step.adoptersUsing],
    ],
    { path: ['gates', 0, 'held'], date: step.date, today: situation.today },
  )
  if (problem !== undefined) return refuse(problem)
  return step.gate === undefined ? added(situation, step) : recorded(situation, step, step.gate)
}

function recorded({ pilot }: Situation, step: DecideStep, index: number): Outcome {
  const gate = gatesOf(pilot)[index]
  if (!gate) return refuse('The file has no such gate any more. Ask again.')
  if (!isUndecided(gate)) return refuse(decidedBefore(gate))
  const fields = { held: step.date, ...record(step) }
  const changes = Object.entries(fields).map(([key, value]): Change => {
    return insertAt(gate, [key], value)
  })
  return { kind: 'plan', changes, under: [['gates']] }
}

function added({ pilot, stage: present }: Situation, step: DecideStep): Outcome {
  const stage = step.stage ?? present
  if (stage === 'stopped') return refuse('The pilot was stopped, and a stopped pilot has no gates to hold.')
  const value = { stage, due: step.date, held: step.date, ...record(step) }
  const gates = gatesOf(pilot)
  const later = gates.findIndex((gate) => (gate.held?.value ?? gate.due?.value ?? '') > step.date)
  const index = later < 0 ? gates.length : later
  return {
    kind: 'plan',
    changes: [{ do: 'append', into: pilot, path: ['gates'], value, index }],
    under: [['gates']],
  }
}

function record({ decision, by, adoptersUsing, metricsMoving }: DecideStep): TemplateBlock {
  return {
    decision,
    by: by.trim(),
    ...(adoptersUsing === undefined ? {} : { adoptersUsing }),
    ...(metricsMoving === undefined ? {} : { metricsMoving }),
  }
}

function decidedBefore({ stage, held, decision, by }: Gate): string {
  const who = by ? ` by ${by.value}` : ''
  return `The ${stage?.value ?? ''} gate of ${held?.value ?? ''} was decided${who}: ${decision?.value ?? ''}. A new decision is a gate of its own.`
}

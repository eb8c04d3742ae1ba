import type { Change } from '../finding.ts'
import { addDays, type IsoDate } from '../pilot/dates.ts'
import { gatesOf, isHeld, lastHeldGate } from '../pilot/gates.ts'
import { isAbsent } from '../pilot/located.ts'
import type { Pilot } from '../pilot/model.generated.ts'
import { criteriaOf } from '../pilot/progress.ts'
import { hasReached, isActive, type Stage, stageOf } from '../pilot/stages.ts'
import { integratedOf, issuesOf } from '../pilot/systems.ts'
import { hole, sample } from '../yaml/template.ts'
import { adoptionTemplate } from './adoption.ts'
import { asksNothing, fillAbsent, insertAt } from './changes.ts'
import { defineCriteria, openCriterion, sampleBaseline, sampleTarget } from './criterion.ts'
import { auditTemplate, dataTemplate } from './data.ts'
import { addGates, gatesBehind, heldGateTemplate } from './gate.ts'
import { scopeChanges, systemTemplates } from './integration.ts'
import { kpisTemplate } from './kpis.ts'
import { operatorTemplate } from './owners.ts'
import { rolloutOf } from './rollout.ts'

/** The changes that write down what the output of a stage lacks; the two ends are decisions, and nothing to fill in. */
export function outputChanges(pilot: Pilot, stage: Stage, today: IsoDate): readonly Change[] {
  switch (stage) {
    case 'criteria':
      return criteriaChanges(pilot, today)
    case 'ownership':
      return operatorChanges(pilot, today)
    case 'data':
      return [...dataChanges(pilot, today), ...integrationChanges(pilot, today)]
    case 'rollout':
      return rolloutChanges(pilot, today)
    case 'adoption':
      return adoptionChanges(pilot, today)
    case 'production':
    case 'stopped':
      return []
  }
}

function criteriaChanges(pilot: Pilot, today: IsoDate): readonly Change[] {
  const criteria = criteriaOf(pilot)
  if (criteria.length === 0) return defineCriteria(pilot, today, openCriterion)
  return criteria.flatMap((criterion) => {
    const dated = !isAbsent(criterion, 'within') || !isAbsent(criterion, 'by')
    return fillAbsent(criterion, {
      baseline: sampleBaseline(criterion),
      target: sampleTarget(criterion),
      ...(dated ? {} : { within: sample('60 days') }),
    })
  })
}

function operatorChanges(pilot: Pilot, today: IsoDate): readonly Change[] {
  const value = operatorTemplate(pilot.team?.value, today)
  const operator = pilot.owners?.operator
  const { name, accountability } = value
  if (!operator) return [insertAt(pilot, ['owners', 'operator'], value)]
  return name === undefined || accountability === undefined
    ? []
    : fillAbsent(operator, { name, accountability })
}

function dataChanges(pilot: Pilot, today: IsoDate): readonly Change[] {
  const { data } = pilot
  const audit = auditTemplate(pilot, today)
  if (!data) return [insertAt(pilot, ['data'], { ...dataTemplate(pilot, today), audit })]
  const done = issuesOf(pilot).flatMap((issue) => fillAbsent(issue, { done: sample(today) }))
  return [
    ...done,
    ...(data.audit ? fillAbsent(data.audit, { completed: sample(today) }) : fillAbsent(data, { audit })),
  ]
}

function integrationChanges(pilot: Pilot, today: IsoDate): readonly Change[] {
  const systems = integratedOf(pilot)
  if (systems.length === 0) {
    return [insertAt(pilot, ['integration', 'systems'], systemTemplates(pilot, today))]
  }
  return systems.flatMap((system) => scopeChanges(system, today))
}

/** Whether some of it would be claimed without a mark: that a system is scoped, of which all else is said. */
export function claimsOutput(pilot: Pilot, stage: Stage, today: IsoDate): boolean {
  const scopes = stage === 'data' ? integratedOf(pilot).map((system) => scopeChanges(system, today)) : []
  return scopes.some((changes) => changes.length > 0 && asksNothing(changes))
}

function rolloutChanges(pilot: Pilot, today: IsoDate): readonly Change[] {
  const stage = stageOf(pilot)
  const expand = heldGateTemplate(pilot, { stage: 'rollout', held: today, decision: 'expand' })
  const before = lastHeldGate(pilot, 'rollout')?.decision?.value
  // Who expands after a gate that held the pilot back is asked for the cause.
  const isHeldBack = before === 'hold' || before === 'diagnose'
  const gate = isHeldBack ? { ...expand, notes: hole('what was wrong, and what changed') } : expand
  // The gates of the rollout that were still open are settled by it, and the stage in which the pilot is needs one.
  const isLater = isActive(pilot) && hasReached(pilot, 'adoption')
  const isPlanned = gatesOf(pilot).some((each) => each.stage?.value === stage && !isHeld(each))
  const next = isLater && !isPlanned ? gatesBehind(today, { pilot, stage, today }) : []
  return [
    ...fillAbsent(pilot, { rollout: rolloutOf(pilot, addDays(today, -30)) }),
    ...addGates(pilot, [gate, ...next]),
  ]
}

function adoptionChanges(pilot: Pilot, today: IsoDate): readonly Change[] {
  const { adoption, kpis } = pilot
  const [playbook, measures] = [adoptionTemplate(pilot, today), kpisTemplate(pilot)]
  return [
    ...(adoption ? fillAbsent(adoption, playbook) : fillAbsent(pilot, { adoption: playbook })),
    ...(kpis ? fillAbsent(kpis, measures) : fillAbsent(pilot, { kpis: measures })),
  ]
}

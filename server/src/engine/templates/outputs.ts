import type { Change } from '../finding.ts'
import { addDays, type IsoDate } from '../pilot/dates.ts'
import { type Block, isAbsent } from '../pilot/located.ts'
import type { Pilot } from '../pilot/model.generated.ts'
import { criteriaOf } from '../pilot/progress.ts'
import type { Stage } from '../pilot/stages.ts'
import { integratedOf, sourcesOf } from '../pilot/systems.ts'
import { choice, hole, sample, type Template, type TemplateBlock } from '../yaml/template.ts'
import { auditTemplate, dataTemplate } from './data.ts'
import { heldGateTemplate } from './gate.ts'
import { systemTemplates } from './integration.ts'
import { rolloutTemplate } from './rollout.ts'

/** The changes that write down what the output of a stage lacks; none where a value has to be replaced by a person. */
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
    default:
      return []
  }
}

function criteriaChanges(pilot: Pilot, today: IsoDate): readonly Change[] {
  const by = sample(addDays(today, 90))
  const criteria = criteriaOf(pilot)
  if (criteria.length === 0) {
    const value = { metric: hole('result for the business'), unit: hole('unit'), baseline: sample(100), target: sample(80), by }
    return [{ do: 'append', into: pilot, path: ['criteria', 'success'], value }]
  }
  return criteria.flatMap((criterion) => {
    const { target, baseline } = criterion
    const dated = !isAbsent(criterion, 'within')
    return fill(criterion, {
      baseline: sample(target ? target.value + 20 : 100),
      target: sample(baseline ? baseline.value - 20 : 80),
      ...(dated ? {} : { by }),
    })
  })
}

function operatorChanges(pilot: Pilot, today: IsoDate): readonly Change[] {
  const accountability = hole('the result that counts among their goals, with its number and year')
  const name = hole('full name')
  const operator = pilot.owners?.operator
  if (operator) return fill(operator, { name, accountability })
  const value = { name, title: hole('position'), since: sample(today), accountability }
  return [{ do: 'insert', into: pilot, path: ['owners', 'operator'], value }]
}

function dataChanges(pilot: Pilot, today: IsoDate): readonly Change[] {
  const { data } = pilot
  const issues = sourcesOf(pilot).flatMap((source) => source.issues?.items ?? [])
  const done = issues.flatMap((issue) => fill(issue, { done: sample(today) }))
  if (!data) {
    const value = { ...dataTemplate(pilot, today), audit: auditTemplate(pilot, today) }
    return [{ do: 'insert', into: pilot, path: ['data'], value }]
  }
  if (data.audit) return [...done, ...fill(data.audit, { completed: sample(today) })]
  return [...done, ...fill(data, { audit: auditTemplate(pilot, today) })]
}

function integrationChanges(pilot: Pilot, today: IsoDate): readonly Change[] {
  const systems = integratedOf(pilot)
  if (systems.length === 0) {
    return [{ do: 'insert', into: pilot, path: ['integration', 'systems'], value: systemTemplates(pilot, today) }]
  }
  return systems.flatMap((system): readonly Change[] => {
    const { status } = system
    if (status?.value === 'unscoped') return [{ do: 'replace', span: status.span, text: 'scoped' }]
    return fill(system, { status: 'scoped' })
  })
}

function rolloutChanges(pilot: Pilot, today: IsoDate): readonly Change[] {
  const gate = heldGateTemplate('rollout', today, 'expand')
  return [
    ...fill(pilot, { rollout: rolloutTemplate(addDays(today, -30)) }),
    { do: 'append', into: pilot, path: ['gates'], value: gate },
  ]
}

function adoptionChanges(pilot: Pilot, today: IsoDate): readonly Change[] {
  const { adoption, kpis } = pilot
  const parts: TemplateBlock = {
    playbook: hole('path of the playbook'),
    training: [{ role: hole('role'), format: hole('how it is trained'), by: sample(addDays(today, 28)) }],
    reporting: hole('report that shows the use'),
    edgeCases: hole('path of the edge cases'),
    governance: hole('who reviews it, and how often'),
  }
  const measure: Template = { name: hole('result for the business'), kind: choice('business', 'operational'), target: sample(80) }
  const measures: TemplateBlock = { horizon: sample('12 months'), measures: [measure] }
  return [
    ...(adoption ? fill(adoption, parts) : fill(pilot, { adoption: parts })),
    ...(kpis ? fill(kpis, measures) : fill(pilot, { kpis: measures })),
  ]
}

function fill(into: Block, fields: TemplateBlock): readonly Change[] {
  const absent = Object.entries(fields).filter(([key]) => isAbsent(into, key))
  return absent.map(([key, value]) => ({ do: 'insert', into, path: [key], value }))
}

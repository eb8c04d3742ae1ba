import { addDays, type IsoDate } from '../pilot/dates.ts'
import type { Pilot } from '../pilot/model.generated.ts'
import { stageOf, stages } from '../pilot/stages.ts'
import { propertyAt } from '../schema/describe.ts'
import { choice, Hole, hole, sample, type Template, type TemplateBlock } from '../yaml/template.ts'
import { adoptionTemplate, trainingTemplate } from './adoption.ts'
import { artifactTemplate, auditTrailTemplate } from './artifact.ts'
import { conditionTemplate } from './condition.ts'
import { costTemplate, oneTimeTemplate, productionBudgetTemplate } from './cost.ts'
import { commonCriteria, criteriaTemplate, openCriterion, readingTemplate } from './criterion.ts'
import { auditTemplate, dataTemplate, sourceTemplate } from './data.ts'
import { heldGateTemplate } from './gate.ts'
import { governanceTemplate } from './governance.ts'
import { reviewTemplate, systemTemplate, systemTemplates } from './integration.ts'
import { businessMeasure, kpisTemplate, operationalMeasure } from './kpis.ts'
import { outcomeTemplate } from './outcome.ts'
import {
  deliveryTemplate,
  itTemplate,
  operatorTemplate,
  productionOwnerTemplate,
  sponsorTemplate,
} from './owners.ts'
import { productionTemplate } from './production.ts'
import { rolloutOf } from './rollout.ts'
import { timelineTemplate } from './timeline.ts'
import { valueTemplate } from './value.ts'
import { workflowTemplate } from './workflow.ts'

/** What a template is made for. */
export interface Occasion {
  readonly pilot: Pilot
  readonly today: IsoDate
  readonly currency: string
}

/** One of the things that a list may hold, under the name that a menu shows. */
export interface NamedTemplate {
  readonly name: string
  readonly template: TemplateBlock
}

/** The block that a fix would insert under a path of keys; absent where no fix inserts one. */
export function blockTemplate(path: readonly string[], occasion: Occasion): Template | undefined {
  const items = itemTemplates(path, occasion)
  if (items[0] && propertyAt(path)?.list) return [items[0].template]
  return path[1] === 'artifacts' && path.length === 3
    ? artifact(path[2], occasion)
    : blocks[path.join('.')]?.(occasion)
}

/** What may be added to the list at a path, the most likely first. */
export function itemTemplates(path: readonly string[], occasion: Occasion): readonly NamedTemplate[] {
  return items[path.join('.')]?.(occasion) ?? []
}

const blocks: Readonly<Record<string, (occasion: Occasion) => Template>> = {
  value: valueTemplate,
  timeline: ({ pilot, today }) => timelineTemplate(pilot, ['start', 'end', 'productionBy'], today),
  owners: ({ pilot, today }) => ({
    sponsor: sponsorTemplate(),
    operator: operatorTemplate(pilot.team?.value, today),
    production: productionOwnerTemplate(today),
    it: itTemplate(pilot, today),
  }),
  'owners.sponsor': sponsorTemplate,
  'owners.operator': ({ pilot, today }) => operatorTemplate(pilot.team?.value, today),
  'owners.production': ({ today }) => productionOwnerTemplate(today),
  'owners.delivery': deliveryTemplate,
  'owners.it': ({ pilot, today }) => itTemplate(pilot, today),
  criteria: ({ today }) => criteriaTemplate(openCriterion, today),
  data: ({ pilot, today }) => dataTemplate(pilot, today),
  'data.audit': ({ pilot, today }) => auditTemplate(pilot, today),
  integration: ({ pilot, today }) => ({ budget: sample(50_000), systems: systemTemplates(pilot, today) }),
  'integration.systems.securityReview': ({ pilot, today }) => reviewTemplate(pilot, today),
  workflow: workflowTemplate,
  rollout: ({ pilot, today }) => rolloutOf(pilot, today),
  adoption: ({ pilot, today }) => adoptionTemplate(pilot, today),
  kpis: ({ pilot }) => kpisTemplate(pilot),
  production: () => productionTemplate(true),
  compliance: (occasion) => ({
    affectsPeople: new Hole(false, ['false', 'true'], false),
    artifacts: {
      riskAssessment: artifactTemplate(occasion.today),
      auditTrail: artifact('auditTrail', occasion),
    },
  }),
  governance: ({ pilot, today }) => governanceTemplate(pilot, 'crawl', today),
  cost: ({ pilot, today }) => costTemplate(pilot.cost, today),
  'cost.oneTime': ({ pilot }) => oneTimeTemplate(pilot.cost?.software?.value),
  'cost.productionBudget': ({ pilot, today }) => productionBudgetTemplate(pilot.cost, today),
  outcome: ({ today }) => ({ ...outcomeTemplate('stop', today), decision: choice('scale', 'stop') }),
}

const items: Readonly<Record<string, (occasion: Occasion) => readonly NamedTemplate[]>> = {
  'criteria.success': ({ currency }) => [
    { name: 'criterion', template: openCriterion },
    ...commonCriteria(currency).map(({ name, template }) => ({ name: `criterion: ${name}`, template })),
  ],
  'criteria.success.readings': ({ today }) => [{ name: 'reading', template: readingTemplate(today, 75) }],
  'data.sources': () => [{ name: 'source', template: sourceTemplate() }],
  'integration.systems': ({ pilot, today }) => [
    { name: 'connection', template: systemTemplate(pilot, hole('system of record'), today) },
  ],
  conditions: ({ today }) => [{ name: 'condition', template: conditionTemplate(today) }],
  gates: ({ pilot, today }) => {
    const stage = stageChoice(pilot)
    const held = heldGateTemplate(pilot, { stage: stageOf(pilot), held: today, decision: 'hold' })
    return [
      { name: 'gate', template: { stage, due: sample(addDays(today, 30)) } },
      {
        name: 'gate held',
        template: { ...held, stage, decision: choice('advance', 'expand', 'diagnose', 'hold', 'stop') },
      },
    ]
  },
  'adoption.training': ({ today }) => [{ name: 'training', template: trainingTemplate(undefined, today) }],
  'kpis.measures': ({ pilot }) => [
    { name: 'measure of the business', template: businessMeasure(pilot) },
    { name: 'measure of operation', template: operationalMeasure },
  ],
}

function artifact(key: string | undefined, { pilot, today }: Occasion): Template {
  return key === 'auditTrail' ? auditTrailTemplate(pilot, today) : artifactTemplate(today)
}

/** The stage of the pilot first. */
function stageChoice(pilot: Pilot): Template {
  const own = stageOf(pilot)
  const others = stages.filter((stage) => stage !== own && stage !== 'stopped')
  return choice(own === 'stopped' ? 'criteria' : own, ...others)
}

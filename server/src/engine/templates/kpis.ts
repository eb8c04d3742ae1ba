import { isTechnical } from '../pilot/metrics.ts'
import type { Pilot } from '../pilot/model.generated.ts'
import { criteriaOf } from '../pilot/progress.ts'
import { choice, hole, sample, type Template, type TemplateBlock } from '../yaml/template.ts'

/** What production is measured by: one number for the business, one for the operation, and how it can go wrong. */
export function kpisTemplate(pilot: Pilot): TemplateBlock {
  return {
    horizon: horizonTemplate,
    measures: [businessMeasure(pilot), operationalMeasure],
    failureModes: failureModesTemplate,
  }
}

export const horizonTemplate: Template = sample('12 months')

export const failureModesTemplate: Template = [hole('a way in which it can go wrong in production')]

export const operationalMeasure: TemplateBlock = {
  name: hole('what has to work every day'),
  kind: 'operational',
  unit: '%',
  better: 'higher',
  target: sample(98),
  owner: hole('who answers for the number'),
}

/** The metric that the business measures continue: the first that is about the business. */
export function metricToContinue(pilot: Pilot): Template {
  const criteria = criteriaOf(pilot)
  const metric = (criteria.find((each) => !isTechnical(each)) ?? criteria[0])?.metric?.value
  return metric === undefined ? hole('metric of the success criterion that it continues') : sample(metric)
}

export function businessMeasure(pilot: Pilot): TemplateBlock {
  return {
    name: hole('result of the business as it is reported each month'),
    kind: 'business',
    unit: hole('unit'),
    better: choice('higher', 'lower'),
    target: sample(80),
    owner: hole('who answers for the number'),
    from: metricToContinue(pilot),
  }
}

import type { Change } from '../finding.ts'
import type { IsoDate } from '../pilot/dates.ts'
import { isUnlistedAt } from '../pilot/located.ts'
import { isPercent } from '../pilot/metrics.ts'
import type { Criterion, Pilot } from '../pilot/model.generated.ts'
import { directionOf } from '../pilot/progress.ts'
import { choice, hole, sample, type Template, type TemplateBlock } from '../yaml/template.ts'
import { insertMissing } from './changes.ts'

/** A criterion that is ready to be filled in, under the name that a menu shows. */
export interface NamedCriterion {
  readonly name: string
  readonly template: TemplateBlock
}

/** A criterion of which only the author knows the metric. */
export const openCriterion: TemplateBlock = {
  metric: hole('result that the business pays for'),
  kind: 'business',
  unit: hole('unit'),
  better: choice('lower', 'higher'),
  ...numbers(10, 6, '60 days'),
}

/** Results that pilots of any industry are measured by. Unit and direction are set, the numbers are samples. */
export function commonCriteria(currency: string): readonly NamedCriterion[] {
  return [
    common('processing time', { metric: 'Processing time per case', unit: 'min', better: 'lower' }, [14, 8]),
    common('cost per case', { metric: 'Cost per case', unit: currency, better: 'lower' }, [21, 14]),
    common(
      'error rate',
      { metric: 'Error rate, share of cases with an error', unit: '%', better: 'lower' },
      [9, 5],
    ),
    common(
      'share of use',
      { metric: 'Share of use, people who work with it every week', unit: '%', better: 'higher' },
      [0, 70],
    ),
    common(
      'resolution without a person',
      { metric: 'Cases resolved without a person', unit: '%', better: 'higher' },
      [20, 60],
    ),
    common('savings a month', { metric: 'Savings a month', unit: currency, better: 'higher' }, [0, 10000]),
  ]
}

/** One of the common criteria by its name, or the open one. */
export function commonCriterion(name: string, currency: string): TemplateBlock {
  return commonCriteria(currency).find((each) => each.name === name)?.template ?? openCriterion
}

/** Adds a first criterion, with whatever else its block lacks. */
export function defineCriteria(pilot: Pilot, today: IsoDate, criterion: TemplateBlock): readonly Change[] {
  const whole = criteriaTemplate(criterion, today)
  const keys = Object.keys(whole).filter((key) => isUnlistedAt(pilot, 'criteria', key))
  return insertMissing(pilot, 'criteria', { keys, whole })
}

/** What counts as success, and what decides. */
export function criteriaTemplate(criterion: TemplateBlock, today: IsoDate): TemplateBlock {
  return {
    agreed: sample(today),
    success: [criterion],
    go: [hole('what must be true to go to production')],
    stop: [hole('what ends the pilot')],
  }
}

export function readingTemplate(date: IsoDate, value: number): TemplateBlock {
  return { date: sample(date), value: sample(value) }
}

/** A baseline on the wrong side of the target, or any where there is none. */
export function sampleBaseline(criterion: Criterion): Template {
  const target = criterion.target?.value
  if (target === undefined) return sample(10)
  return sample(round(target + (directionOf(criterion) === 'lower' ? 1 : -1) * stepOf(target)))
}

/** A target that is better than the baseline, or any where there is none. */
export function sampleTarget(criterion: Criterion): Template {
  const baseline = criterion.baseline?.value
  if (baseline === undefined) return sample(6)
  if (directionOf(criterion) === 'lower') return sample(round(baseline - stepOf(baseline)))
  const room =
    isPercent(criterion) && baseline >= 0 && baseline < 100 ? (100 - baseline) / 2 : stepOf(baseline)
  return sample(round(baseline + room))
}

function common(
  name: string,
  what: TemplateBlock,
  [baseline, target]: readonly [number, number],
): NamedCriterion {
  const { metric = '', ...rest } = what
  return { name, template: { metric, kind: 'business', ...rest, ...numbers(baseline, target, '60 days') } }
}

function numbers(baseline: number, target: number, within: string): TemplateBlock {
  return {
    baseline: sample(baseline),
    target: sample(target),
    within: sample(within),
    source: hole('system or report that the number is read from'),
  }
}

function stepOf(value: number): number {
  return Math.abs(value) / 4 || 1
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

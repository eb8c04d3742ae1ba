import { anyOf, ofLast } from '../once.ts'
import { impressions, metricKind, quantities, trials, usage, usageOfThings } from '../words/metrics.ts'
import { currencySigns, isMoneyUnit, moneyMetrics } from '../words/money.ts'
import { isWorkedWith } from '../words/worked-with.ts'
import type { Criterion, Pilot } from './model.generated.ts'

/** Whether a criterion is about the technology: as the author says, else by the words of its metric. */
export function isTechnical({ kind, metric }: Criterion): boolean {
  return (kind?.value ?? (metric && metricKind(metric.value))) === 'technical'
}

/** Whether a criterion is in money or in working time, in its unit or by its metric. */
export function isMoney({ unit, metric }: Criterion, currency: string): boolean {
  if (isMoneyUnit(unit?.value ?? '', currency)) return true
  const name = metric?.value ?? ''
  return currencySigns.test(name) || moneyMetrics.find(name) !== undefined
}

/** Whether one of the numbers shows that people use what the pilot gives them. */
export function measureUse(metrics: readonly string[], { title, vendor }: Pilot): boolean {
  const own = [title, vendor?.tool, vendor?.name].map((each) => each?.value ?? '')
  return amongMetrics(own.join(' '))(metrics)
}

const amongMetrics = ofLast((own: string) =>
  anyOf((metric) => {
    const isUsage = usage.find(metric) !== undefined && usageOfThings.find(metric) === undefined
    return isUsage || isWorkedWith(metric, own)
  }),
)

/** The words that make a criterion without any number an impression or a trial: it has no result to measure. */
export function impressionIn({ metric, baseline, target }: Criterion): string | undefined {
  if (!metric || baseline || target || /\d/.test(metric.value)) return undefined
  if (quantities.find(metric.value)) return undefined
  return impressions.find(metric.value) ?? trials.find(metric.value)
}

export function isPercent({ unit }: Criterion): boolean {
  return /^(?:%|percent\b|per cent\b|pct\b)/i.test(unit?.value.trim() ?? '')
}

/** A number as people say it: `82%`, `9 min`. */
export function withUnit(value: number, { unit }: Criterion): string {
  return inUnit(value, unit?.value)
}

/** The same of a unit that stands in no file any more. */
export function inUnit(value: number, unit: string | undefined): string {
  if (unit === undefined) return String(value)
  return unit.startsWith('%') ? `${value}${unit}` : `${value} ${unit}`
}

/** The metric in quotation marks, to begin a sentence with. */
export function named({ metric }: Criterion): string {
  return metric ? `"${metric.value}"` : 'A criterion'
}

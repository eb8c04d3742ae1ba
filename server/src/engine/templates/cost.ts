import type { Change } from '../finding.ts'
import type { IsoDate } from '../pilot/dates.ts'
import { isAbsent } from '../pilot/located.ts'
import type { Cost, Pilot } from '../pilot/model.generated.ts'
import { hasReached } from '../pilot/stages.ts'
import { choice, hole, sample, type TemplateBlock } from '../yaml/template.ts'
import { insertAt, insertMissing } from './changes.ts'

/**
 * The changes that make an approved production budget of what the file has of one. A file without any cost gets with it what is
 * asked next, once there is a cost at all.
 */
export function productionBudgetChanges(pilot: Pilot, today: IsoDate): readonly Change[] {
  const whole = productionBudgetTemplate(pilot.cost, today)
  const keys = Object.keys(whole).filter((key) => isAbsent(pilot.cost?.productionBudget, key))
  if (pilot.cost?.node?.entries.length) return insertMissing(pilot.cost, 'productionBudget', { keys, whole })
  const lines = hasReached(pilot, 'data') ? { oneTime: oneTimeTemplate(undefined) } : {}
  return [insertAt(pilot, ['cost'], { ...lines, productionBudget: whole })]
}

/** What production costs: the four lines that are spent once, and the budget. */
export function costTemplate(cost: Cost | undefined, today: IsoDate): TemplateBlock {
  const software = cost?.software?.value
  return {
    software: sample(software ?? 40_000),
    oneTime: oneTimeTemplate(software),
    productionBudget: productionBudgetTemplate(cost, today),
  }
}

/** A year of software with what has to be spent once, as far as the file knows them. */
export function productionBudgetTemplate(cost: Cost | undefined, today: IsoDate): TemplateBlock {
  const known = (cost?.software?.value ?? 0) + oneTimeTotal(cost)
  return {
    amount: sample(known > 0 ? known : 120_000),
    status: choice('approved', 'requested', 'under-review'),
    approved: sample(today),
    by: hole('who approved it'),
  }
}

/** The four lines of the one-time cost: three years' worth of software in all, which is the middle of what is usual. */
export function oneTimeTemplate(software: number | undefined): TemplateBlock {
  const total = (software || 30_000) * 3
  const part = (share: number): number => Math.max(1_000, Math.round((total * share) / 1_000) * 1_000)
  return {
    implementation: sample(part(0.35)),
    data: sample(part(0.15)),
    integration: sample(part(0.3)),
    change: sample(part(0.2)),
  }
}

/** The sum of the one-time lines that are given, in the currency of the file. */
export function oneTimeTotal(cost: Cost | undefined): number {
  const { implementation, data, integration, change } = cost?.oneTime ?? {}
  return [implementation, data, integration, change].reduce((sum, line) => sum + (line?.value ?? 0), 0)
}

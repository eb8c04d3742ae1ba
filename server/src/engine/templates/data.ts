import { addDays, type IsoDate } from '../pilot/dates.ts'
import type { Pilot } from '../pilot/model.generated.ts'
import { hasReached } from '../pilot/stages.ts'
import { usedSystems } from '../pilot/systems.ts'
import { choice, hole, sample, type Template, type TemplateBlock } from '../yaml/template.ts'

/** One place that real data comes from. */
export function sourceTemplate(): TemplateBlock {
  return {
    system: hole('system of record'),
    contents: hole('records and since when'),
    quality: choice('production', 'curated', 'synthetic'),
  }
}

/** A finished check of the data, over the systems that the file names. */
export function auditTemplate(pilot: Pilot, today: IsoDate): TemplateBlock {
  const names = [...usedSystems(pilot).values()]
  return {
    started: sample(addDays(today, -AUDIT_DAYS)),
    completed: sample(today),
    by: hole('who checked it'),
    systems: names.length > 0 ? names : [hole('system that was checked')],
    rules: hole('path of the rules that keep new issues out'),
  }
}

/** All that the data of a pilot needs in its stage: from the rollout on, with a finished audit. */
export function dataTemplate(pilot: Pilot, today: IsoDate): TemplateBlock {
  const audit = hasReached(pilot, 'rollout') ? { audit: auditTemplate(pilot, today) } : {}
  return { sources: [sourceTemplate()], ...audit, decisionPoints: [decisionPoint] }
}

/** One decision that the system takes part in. */
export const decisionPoint: Template = hole('what the system proposes, and who accepts or overrides it')

const AUDIT_DAYS = 21

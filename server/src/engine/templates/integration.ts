import type { Change } from '../finding.ts'
import type { IsoDate } from '../pilot/dates.ts'
import { isAbsent } from '../pilot/located.ts'
import type { IntegrationSystem, Pilot } from '../pilot/model.generated.ts'
import { hasReached } from '../pilot/stages.ts'
import { sourcesOf } from '../pilot/systems.ts'
import { choice, hole, sample, type Template, type TemplateBlock } from '../yaml/template.ts'
import { fillAbsent } from './changes.ts'

/** One system to connect, as far along as the stage of the pilot asks. */
export function systemTemplate(pilot: Pilot, system: Template, today: IsoDate): TemplateBlock {
  return {
    system,
    direction: choice('in', 'out', 'both'),
    method: choice('api', 'event', 'database', 'file', 'manual'),
    status: hasReached(pilot, 'adoption') ? 'live' : 'scoped',
    effort: sample('15 days'),
    owner: hole('who builds it'),
    scoped: sample(today),
    securityReview: reviewTemplate(pilot, today),
  }
}

/** The changes that say of a system that its integration is scoped; none where it says so. */
export function scopeChanges(system: IntegrationSystem, today: IsoDate): readonly Change[] {
  const { status } = system
  if (status ? status.value !== 'unscoped' : !isAbsent(system, 'status')) return []
  const details = { effort: sample('15 days'), owner: hole('who builds it'), scoped: sample(today) }
  return status
    ? [{ do: 'replace', span: status.span, text: 'scoped' }, ...fillAbsent(system, details)]
    : fillAbsent(system, { status: 'scoped', ...details })
}

/** A security review: planned while the data is prepared, passed from the rollout on. */
export function reviewTemplate(pilot: Pilot, today: IsoDate): TemplateBlock {
  const passed = choice('passed', 'in-review', 'planned', 'failed')
  const planned = choice('planned', 'in-review', 'passed', 'failed')
  return { status: hasReached(pilot, 'rollout') ? passed : planned, date: sample(today) }
}

/** The systems of the data sources, or one to name where the file names none. */
export function systemTemplates(pilot: Pilot, today: IsoDate): readonly TemplateBlock[] {
  const names = sourcesOf(pilot).flatMap(({ system }) => (system ? [system.value] : []))
  const systems: readonly Template[] = names.length > 0 ? [...new Set(names)] : [hole('system of record')]
  return systems.map((system) => systemTemplate(pilot, system, today))
}

import type { Change } from '../finding.ts'
import { addDays, type IsoDate } from '../pilot/dates.ts'
import { isAbsentAt } from '../pilot/located.ts'
import type { Pilot } from '../pilot/model.generated.ts'
import type { SprintPart } from '../pilot/ninety-days.ts'
import { criteriaOf } from '../pilot/progress.ts'
import { integratedOf } from '../pilot/systems.ts'
import { hole, sample } from '../yaml/template.ts'
import { appendAt, insertAt } from './changes.ts'
import { readingTemplate } from './criterion.ts'
import { governanceTemplate } from './governance.ts'
import { systemTemplate } from './integration.ts'
import { adoptersTemplate } from './rollout.ts'

/** The changes that insert the missing parts of a ninety-day plan; `undefined` where a value has to be replaced by a person. */
export function sprintChanges(
  pilot: Pilot,
  parts: readonly SprintPart[],
  today: IsoDate,
): readonly Change[] | undefined {
  const changes = parts.map((part) => changesFor(pilot, part, today))
  return changes.includes(undefined) ? undefined : changes.flatMap((each) => each ?? [])
}

function changesFor(pilot: Pilot, part: SprintPart, today: IsoDate): readonly Change[] | undefined {
  switch (part) {
    case 'no core features':
      return [
        appendAt(pilot, ['scope', 'features'], {
          name: hole('core feature'),
          impact: sample(10000),
          phase: 1,
        }),
      ]
    case 'no compliance document':
      return pilot.compliance?.artifacts
        ? undefined
        : [
            insertAt(pilot, ['compliance', 'artifacts', 'riskAssessment'], {
              status: 'done',
              date: sample(today),
            }),
          ]
    case 'no governance':
      return [insertAt(pilot, ['governance'], governanceTemplate(pilot, 'crawl', today))]
    case 'no built integration':
      return builtIntegration(pilot, today)
    case 'no group of real users':
      return [insertAt(pilot, ['rollout', 'earlyAdopters'], adoptersTemplate)]
    case 'no readings':
      return readings(pilot, today)
    case 'no limited production':
      return pilot.rollout?.environment || pilot.rollout?.volume
        ? undefined
        : [
            insertAt(pilot, ['rollout', 'environment'], 'production'),
            insertAt(pilot, ['rollout', 'volume'], sample('15%')),
          ]
    case 'no measured return':
      return [insertAt(pilot, ['governance', 'returnMeasured'], sample(today))]
    case 'no next step':
      return [
        insertAt(pilot, ['next'], {
          what: hole('what decides on more volume'),
          by: sample(addDays(today, 14)),
        }),
      ]
  }
}

function builtIntegration(pilot: Pilot, today: IsoDate): readonly Change[] | undefined {
  if (integratedOf(pilot).length > 0) return undefined
  const system = { ...systemTemplate(pilot, hole('system of record'), today), status: 'built' }
  // A block with a system is asked for the money that it takes.
  const budget = isAbsentAt(pilot, 'integration', 'budget')
    ? [insertAt(pilot, ['integration', 'budget'], sample(50_000))]
    : []
  return [...budget, appendAt(pilot, ['integration', 'systems'], system)]
}

function readings(pilot: Pilot, today: IsoDate): readonly Change[] | undefined {
  const criterion = criteriaOf(pilot)[0]
  if (!criterion) return undefined
  const value = readingTemplate(today, criterion.baseline?.value ?? 100)
  return [appendAt(criterion, ['readings'], value)]
}

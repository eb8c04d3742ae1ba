import type { Related } from '../../finding.ts'
import type { IsoDate } from '../../pilot/dates.ts'
import { named, withUnit } from '../../pilot/metrics.ts'
import type { Criterion, Pilot } from '../../pilot/model.generated.ts'
import {
  criteriaOf,
  deadlineOf,
  isReadingUnread,
  isSample,
  meetsTarget,
  newestReading,
  progressOf,
} from '../../pilot/progress.ts'
import { shortListing } from '../../text/listing.ts'
import type { Rule } from '../rule.ts'

/** A target may be due only after the start of production: until then, moving towards it is enough (C13). */
export const outcomeScaleUnproven: Rule = {
  id: 'outcome/scale-unproven',
  from: { production: 'error' },
  needs: ['today'],
  docs: {
    summary: 'It was scaled because its criteria are met, and the readings show it.',
    why: 'A decision to scale that rests on enthusiasm brings the pilot into production without proof. The first hard question then ends it, and trust in the next one goes with it.',
    remedy: 'Measure every criterion, and go back to the rollout while any of them is not met.',
    sources: [
      { claim: 'K21', says: 'The decision to go on rests on criteria that are met, not on enthusiasm.' },
    ],
    bad: [
      {
        title: 'Nothing was measured',
        yaml: `stage: production
criteria:
  success:
    - { metric: Forecast accuracy, unit: "%", better: higher, baseline: 73, target: 82, within: 60 days }
outcome:
  decision: scale
#           ^^^^^ error: It was decided to scale, and "Forecast accuracy" was never measured. Measure it, or go back to the rollout.
  date: 2026-05-20
`,
      },
      {
        title: 'Missed, and past its date',
        yaml: `stage: production
criteria:
  success:
    - { metric: Forecast accuracy, unit: "%", baseline: 73, target: 82, by: 2026-04-30, readings: [{ date: 2026-04-28, value: 76.5 }] }
    - { metric: Overtime, unit: EUR, better: lower, baseline: 31000, target: 12000, by: 2026-08-31, readings: [{ date: 2026-04-28, value: 31500 }] }
    - { metric: Use by planners, baseline: 0, target: 70, by: 2026-04-30, readings: [{ date: 2026-04-28, value: 75 }] }
outcome: { decision: scale, date: 2026-05-20 }
#                    ^^^^^ error: It was decided to scale, and "Forecast accuracy" is at 76.5% instead of 82% and "Overtime" is at 31500 EUR instead of 12000 EUR. Meet them, or go back to the rollout.
`,
      },
    ],
    good: [
      {
        title: 'Met',
        yaml: `stage: production
criteria:
  success:
    - { metric: Forecast accuracy, baseline: 73, target: 82, by: 2026-04-30, readings: [{ date: 2026-04-28, value: 82.4 }] }
outcome: { decision: scale, date: 2026-05-20 }
`,
      },
      {
        title: 'Due 60 days after going live, and on its way',
        yaml: `stage: production
criteria:
  success:
    - { metric: Forecast accuracy, baseline: 73, target: 82, within: 60 days, readings: [{ date: 2026-05-18, value: 79.1 }] }
outcome: { decision: scale, date: 2026-05-20 }
`,
      },
      {
        title: 'Lower is better, and it is lower',
        yaml: `stage: production
criteria:
  success:
    - { metric: Cost per claim, baseline: 21.4, target: 14.3, by: 2026-04-30, readings: [{ date: 2026-04-28, value: 13.9 }] }
outcome: { decision: scale, date: 2026-05-20 }
`,
      },
    ],
  },

  *check(pilot, { today }) {
    const decision = pilot.outcome?.decision
    if (decision?.value !== 'scale') return
    const unproven = criteriaOf(pilot).flatMap((criterion) => doubtsOf(pilot, criterion, today))
    if (unproven.length === 0) return
    const says = shortListing(
      unproven.map(({ message }) => message),
      5,
    )
    const measured = unproven.some(({ message }) => !message.endsWith(NEVER))
    const advice = `${measured ? 'Meet' : 'Measure'} ${unproven.length === 1 ? 'it' : 'them'}`
    yield {
      at: decision.span,
      message: `It was decided to scale, and ${says}. ${advice}, or go back to the rollout.`,
      related: unproven.map(({ message, span }) => ({ message: `${message}.`, span })),
    }
  },
}

const NEVER = 'was never measured'

function doubtsOf(pilot: Pilot, criterion: Criterion, today: IsoDate): readonly Related[] {
  const name = named(criterion)
  const newest = newestReading(criterion)
  // One that was just inserted is not what it was decided by.
  if (isReadingUnread(criterion) || (!newest && isSample(criterion))) return []
  if (!newest) return [{ message: `${name} ${NEVER}`, span: criterion.keySpan }]
  const [{ value }, { target }] = [newest, criterion]
  if (!target || meetsTarget(criterion, value.value) !== false) return []
  const deadline = deadlineOf(pilot, criterion)
  const pending = deadline !== undefined && today <= deadline
  if (pending && (progressOf(criterion) ?? 0) > 0) return []
  const [is, wanted] = [value, target].map((number) => withUnit(number.value, criterion))
  return [{ message: `${name} is at ${is} instead of ${wanted}`, span: value.span }]
}

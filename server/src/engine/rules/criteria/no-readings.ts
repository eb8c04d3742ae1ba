import type { Fix } from '../../finding.ts'
import { addDays, daysBetween, type IsoDate } from '../../pilot/dates.ts'
import { isUnlistedAt } from '../../pilot/located.ts'
import { impressionIn, named } from '../../pilot/metrics.ts'
import type { Criterion, Pilot } from '../../pilot/model.generated.ts'
import { criteriaOf, isMet, isReadingUnread, newestReading } from '../../pilot/progress.ts'
import { isActive } from '../../pilot/stages.ts'
import { appendAt } from '../../templates/changes.ts'
import { readingTemplate } from '../../templates/criterion.ts'
import { isPlaceholder } from '../../words/placeholder.ts'
import type { Rule } from '../rule.ts'

export const criteriaNoReadings: Rule = {
  id: 'criteria/no-readings',
  from: { rollout: 'warning' },
  needs: ['today'],
  options: { first: 35, newest: 45 },
  docs: {
    summary: 'While the pilot runs, every criterion is measured at least once between gates.',
    why: 'The gate asks whether the numbers move. Without a reading there is no answer, so the decision is put off or left to the mood in the room.',
    remedy: 'Read the number from its source before every gate, and record it with the date.',
    options: {
      first: 'Days of rollout until every criterion has a reading.',
      newest: 'Most days since the newest reading.',
    },
    sources: [
      { claim: 'R58', says: 'A dashboard shows the baseline, month 1, month 3 and the target.' },
      { claim: 'M45', says: 'The gate asks for evidence that the first users really use it.' },
    ],
    bad: [
      {
        title: 'Five weeks, and nothing measured',
        yaml: `stage: rollout
rollout: { start: 2026-04-27 }
criteria:
  success:
    - metric: Cost per claim
#     ^^^^^^^^^^^^^^^^^^^^^^ warning: "Cost per claim" has no reading, 35 days into the rollout. Read the number from its source and write it down.
      baseline: 21
      target: 14
`,
      },
      {
        title: 'The newest reading is old',
        yaml: `stage: adoption
rollout: { start: 2026-03-09 }
criteria:
  success:
    - metric: Cost per claim
      baseline: 21
      target: 14
      readings:
        - { date: 2026-04-16, value: 19.2 }
#                 ^^^^^^^^^^ warning: The newest reading of "Cost per claim" is of 2026-04-16, 46 days ago. Read the number again before the next gate.
`,
      },
      {
        title: 'In production, and still away from the target',
        yaml: `stage: production
rollout: { start: 2026-03-09 }
criteria: { success: [{ metric: Cost per claim, baseline: 21, target: 14, readings: [{ date: 2026-04-06, value: 15 }] }] }
#                                                                                            ^^^^^^^^^^ warning: The newest reading of "Cost per claim" is of 2026-04-06, 56 days ago. Read the number again until it meets its target.
`,
      },
    ],
    good: [
      {
        title: 'Hardly five weeks in, the first gate is still ahead',
        yaml: `stage: rollout
rollout: { start: 2026-04-28 }
criteria:
  success:
    - { metric: Cost per claim, baseline: 21, target: 14 }
`,
      },
      {
        title: 'Measured 45 days ago',
        yaml: `stage: rollout
rollout: { start: 2026-03-09 }
criteria:
  success:
    - metric: Cost per claim
      baseline: 21
      target: 14
      readings: [{ date: 2026-04-17, value: 19.2 }, { date: 2026-04-06, value: 20.4 }]
`,
      },
      {
        title: 'In production, where the target was met, or is measured from now on',
        yaml: `stage: production
rollout: { start: 2025-03-09 }
criteria:
  success:
    - metric: Cost per claim
      baseline: 21
      target: 14
      readings: [{ date: 2025-06-11, value: 13.8 }]
    - { metric: Share of use, baseline: 0, target: 70 }
outcome: { decision: scale, date: 2025-07-01 }
`,
      },
      {
        title: 'A criterion that is not filled in yet',
        yaml: `stage: rollout
rollout: { start: 2026-03-09 }
criteria:
  success:
    - { metric: Share of use, baseline: 0, target: 70, source: TODO system or report }
`,
      },
      {
        title: 'No rollout yet',
        yaml: `stage: rollout
criteria:
  success:
    - { metric: Cost per claim, baseline: 21, target: 14 }
`,
      },
    ],
  },

  *check(pilot, { today, option }) {
    const start = pilot.rollout?.start
    if (!start || today < addDays(start.value, option('first'))) return
    for (const criterion of criteriaOf(pilot).filter((each) => isWaiting(each, pilot))) {
      const newest = newestReading(criterion)
      const fixes = [insertReading(criterion, today)]
      if (newest) {
        const age = daysBetween(newest.date.value, today)
        const when = isActive(pilot) ? 'before the next gate' : 'until it meets its target'
        const message = `The newest reading of ${named(criterion)} is of ${newest.date.value}, ${age} days ago. Read the number again ${when}.`
        if (age > option('newest')) yield { at: newest.date.span, message, fixes }
      } else if (isUnlistedAt(criterion, 'readings') && !impressionIn(criterion) && !isSample(criterion)) {
        const days = daysBetween(start.value, today)
        const message = `${named(criterion)} has no reading, ${days} days into the rollout. Read the number from its source and write it down.`
        const related = [{ message: 'The rollout started here.', span: start.span }]
        yield { at: criterion.keySpan, message, related, fixes }
      }
    }
  },
}

/** One that was just inserted: until somebody says where the number stands, nobody can read it. */
function isSample({ source }: Criterion): boolean {
  return source !== undefined && isPlaceholder(source.value)
}

/** What was met when it was scaled is measured by its KPIs now; what was never read says so at the decision. */
function isWaiting(criterion: Criterion, pilot: Pilot): boolean {
  if (isReadingUnread(criterion)) return false
  if (isActive(pilot)) return true
  return newestReading(criterion) ? !isMet(criterion) : pilot.outcome?.decision?.value !== 'scale'
}

function insertReading(criterion: Criterion, today: IsoDate): Fix {
  const value = newestReading(criterion)?.value.value ?? criterion.baseline?.value ?? 0
  const change = appendAt(criterion, ['readings'], readingTemplate(today, value))
  return { title: 'Insert a reading of today', safe: false, changes: [change] }
}

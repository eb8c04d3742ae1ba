import { daysBetween, type IsoDate, inWords } from '../../pilot/dates.ts'
import { isInPhase, isUnreviewed, phaseByAge } from '../../pilot/governance.ts'
import { isAbsent } from '../../pilot/located.ts'
import type { Pilot } from '../../pilot/model.generated.ts'
import { insertion, insertMissing } from '../../templates/changes.ts'
import { governanceTemplate, insertReview } from '../../templates/governance.ts'
import { listing } from '../../text/listing.ts'
import type { Rule } from '../rule.ts'

export const governanceWalkIncomplete: Rule = {
  id: 'governance/walk-incomplete',
  from: { rollout: 'warning' },
  needs: ['today'],
  options: { days: 35 },
  docs: {
    summary:
      'From the second month there are a steering committee, a monthly review, a change process and a measured return.',
    why: 'With more groups involved, one owner can no longer clear the way alone, and by the third month the money wants to see a number. A committee beside an owner is right; in place of one it is not.',
    remedy:
      'Add what is missing, and record the date of each monthly review; the return is first measured in month 3.',
    options: {
      days: 'Most days between monthly reviews, and until the first.',
    },
    sources: [
      { claim: 'R45', says: 'In months 2 and 3 a cross-functional committee joins in.' },
      { claim: 'R46', says: 'Performance is reviewed every month.' },
      { claim: 'R47', says: 'Changes go through a written process.' },
      { claim: 'R48', says: 'The return is measured for the first time by month 3.' },
    ],
    bad: [
      {
        title: 'Almost nothing was added in walk',
        today: '2026-06-01',
        yaml: `stage: rollout
rollout: { start: 2026-04-06 }
governance:
#^^^^^^^^^ warning: From walk on governance needs a steering committee and a way for changes. Add what is missing.
  phase: walk
  review: quarterly
#         ^^^^^^^^^ warning: From walk on a quarterly review is too rare. Review its performance every month.
`,
      },
      {
        title: 'No return in month 4, and no review for more than five weeks',
        today: '2026-07-10',
        yaml: `stage: rollout
rollout: { start: 2026-04-06 }
governance: { phase: run, steeringCommittee: COO and IT, changeProcess: docs/changes.md, review: monthly, lastReview: 2026-06-04 }
#^^^^^^^^^ warning
#                                                                                                                     ^^^^^^^^^^ warning
`,
      },
      {
        title: 'Monthly on paper, but no review in ten weeks',
        today: '2026-06-15',
        yaml: `stage: rollout
rollout: { start: 2026-04-06 }
governance:
  phase: walk
  steeringCommittee: COO and IT
  review: monthly
# ^^^^^^ warning: Nothing says when the latest review was. Hold one, and write down its date as lastReview.
  changeProcess: docs/changes.md
`,
      },
    ],
    good: [
      {
        title: 'In month 2 the return need not be measured yet',
        today: '2026-06-01',
        yaml: `stage: rollout
rollout: { start: 2026-04-06 }
governance: { phase: walk, steeringCommittee: COO and IT, changeProcess: docs/changes.md, review: monthly, lastReview: 2026-04-27 }
`,
      },
      {
        title: 'The first review is not due before walk is a month old',
        today: '2026-06-08',
        yaml: `stage: rollout
rollout: { start: 2026-04-06 }
governance: { phase: walk, steeringCommittee: COO and IT, changeProcess: docs/changes.md, review: monthly }
`,
      },
      {
        title: 'In crawl none of this is due',
        yaml: `stage: rollout
governance: { phase: crawl }
`,
      },
    ],
  },

  *check(pilot, { today, option }) {
    const { governance } = pilot
    if (!governance || !isInPhase(pilot, 'walk')) return
    const missing = parts.filter(([key]) => {
      return isAbsent(governance, key) && (key !== 'returnMeasured' || isReturnDue(pilot, today))
    })
    if (missing.length > 0) {
      const names = listing(missing.map(([, name]) => name))
      const whole = governanceTemplate(pilot, 'walk', today)
      // Who says that there is a review is asked for the day of the last one.
      const dated = isAbsent(governance, 'review') && isAbsent(governance, 'lastReview')
      const keys = [...missing.map(([key]) => key), ...(dated ? ['lastReview'] : [])]
      const changes = insertMissing(pilot, 'governance', { keys, whole })
      yield {
        at: governance.keySpan,
        message: `From walk on governance needs ${names}. Add what is missing.`,
        fixes: [insertion(`Insert ${names}`, changes)],
      }
    }
    const { review, lastReview } = governance
    if (review?.value === 'quarterly') {
      const monthly = { do: 'replace', span: review.span, text: 'monthly' } as const
      yield {
        at: review.span,
        message: 'From walk on a quarterly review is too rare. Review its performance every month.',
        fixes: [{ title: 'Review every month', safe: false, suggestion: true, changes: [monthly] }],
      }
    } else if (lastReview && daysBetween(lastReview.value, today) > option('days')) {
      const ago = inWords(daysBetween(lastReview.value, today))
      yield {
        at: lastReview.span,
        message: `The latest review was on ${lastReview.value}, ${ago} ago. Hold one, and write down its date.`,
      }
    } else if (review && isUnreviewed(pilot, today, option('days'))) {
      yield {
        at: review.keySpan,
        message: 'Nothing says when the latest review was. Hold one, and write down its date as lastReview.',
        fixes: [insertReview(governance, today)],
      }
    }
  },
}

const parts = [
  ['steeringCommittee', 'a steering committee'],
  ['review', 'a monthly review'],
  ['changeProcess', 'a way for changes'],
  ['returnMeasured', 'a first measurement of the return'],
] as const

/** It can be measured at the end of month 3, not before. */
function isReturnDue(pilot: Pilot, today: IsoDate): boolean {
  return phaseByAge(pilot, today) === 'run' || pilot.governance?.phase?.value === 'run'
}

import { type DatePair, datePairs, doneEvents, type Event } from '../../pilot/date-pairs.ts'
import type { IsoDate } from '../../pilot/dates.ts'
import { type FarDay, farDays, meantDay } from '../../pilot/far-days.ts'
import { capital } from '../../text/capital.ts'
import type { Report, Rule } from '../rule.ts'

export const stageImpossibleDates: Rule = {
  id: 'stage/impossible-dates',
  from: { criteria: 'error', stopped: 'error' },
  needs: ['today'],
  apart: true,
  docs: {
    summary:
      'No date contradicts another: what is done lies in the past, nothing ends before it began, and no year is misspelt.',
    why: 'The public US inventory of 2024 holds some seventy impossible dates. Anyone who sees them stops trusting the rest of the file, and every rule about time counts from a mistake.',
    remedy:
      'Correct the date. What is planned has its own place: a due date, a production date, a status of planned.',
    sources: [
      {
        claim: 'H02',
        says: 'Ends before the beginning, and decisions in the future, are frequent in real inventories: 69 times in the US one of 2024.',
      },
    ],
    bad: [
      {
        title: '"Done" next month',
        yaml: `data:
  sources:
    - system: netsuite-erp
      issues:
        - { what: Customers appear twice, done: 2026-06-30 }
#                                               ^^^^^^^^^^ error: 2026-06-30 is in the future, and "Customers appear twice" was done. Correct the date.
gates:
  - { stage: data, due: 2026-06-05, held: 2026-06-05, decision: advance }
#                                         ^^^^^^^^^^ error: 2026-06-05 is in the future, and the data gate was held. Correct the date.
`,
      },
      {
        title: 'Completed before it started',
        yaml: `data:
  audit: { started: 2026-02-20, completed: 2026-02-02 }
#                                          ^^^^^^^^^^ error: The data audit was completed on 2026-02-02, and it started on 2026-02-20. Correct one of the dates.
owners:
  champion: { name: Greg Tolliver, since: 2026-03-02, until: 2025-12-31 }
#                                                            ^^^^^^^^^^ error: Greg Tolliver leaves on 2025-12-31, and the role began on 2026-03-02. Correct one of the dates.
`,
      },
      {
        title: 'A stop in the future, and an audit a century ago',
        yaml: `stage: stopped
outcome: { decision: stop, date: 2026-07-10, because: Only 8 of 22 sensors deliver data., learned: [Ask for raw data first] }
#                                ^^^^^^^^^^ error
data: { audit: { started: 2026-02-02, completed: 1926-02-20 } }
#                                                ^^^^^^^^^^ error
`,
      },
      {
        title: 'Approved, chosen, resolved and measured on future dates',
        yaml: `stage: rollout
timeline: { approved: 2026-06-15, start: 2026-02-02 }
#                     ^^^^^^^^^^ error: 2026-06-15 is in the future, and a pilot in rollout was approved. Correct the date.
vendor: { selected: 2026-06-08 }
#                   ^^^^^^^^^^ error: 2026-06-08 is in the future, and the tool was chosen. Correct the date.
compliance: { artifacts: { biasTesting: { gap: 7, threshold: 3, resolved: 2026-07-01 } } }
#                                                                         ^^^^^^^^^^ error: 2026-07-01 is in the future, and the gap was closed. Correct the date.
cost: { productionBudget: { amount: 132000, status: approved, approved: 2026-09-01 } }
#                                                                       ^^^^^^^^^^ error: 2026-09-01 is in the future, and the production budget was approved. Correct the date.
governance: { returnMeasured: 2026-06-12 }
#                             ^^^^^^^^^^ error: 2026-06-12 is in the future, and the return was measured. Correct the date.
`,
      },
      {
        title: 'Years in which nobody works on it',
        yaml: `timeline: { start: 2026-02-02, end: 2062-08-28, productionBy: 2206-09-18 }
#                                   ^^^^^^^^^^ error: 2062-08-28 is 36 years ahead. Did you mean 2026-08-28?
#                                                             ^^^^^^^^^^ error: 2206-09-18 is 180 years ahead. Did you mean 2026-09-18?
criteria: { agreed: 0226-01-20 }
#                   ^^^^^^^^^^ error: 0226-01-20 is 1800 years ago. Did you mean 2026-01-20?
owners: { champion: { name: Greg Tolliver, since: 2062-03-02, until: 2026-12-31 } }
#                                                 ^^^^^^^^^^ error
governance: { returnMeasured: 2062-05-12 }
#                             ^^^^^^^^^^ error
next: { what: Second gate, by: 9999-12-31 }
#                              ^^^^^^^^^^ error: 9999-12-31 is 7973 years ahead. Correct the year, or leave the key out.
`,
      },
      {
        title: 'A decade away from everything else',
        yaml: `timeline: { approved: 2016-01-12, start: 2026-02-02, end: 2026-06-26 }
#                     ^^^^^^^^^^ error: 2016-01-12 is 10 years ago. Did you mean 2026-01-12?
gates: [{ stage: criteria, due: 2026-01-20, held: 2026-01-20, decision: advance }]
`,
      },
      {
        title: 'Promised for before the start, and an audit trail from tomorrow',
        yaml: `stage: data
timeline: { start: 2026-05-04, productionBy: 2026-04-24 }
#                                            ^^^^^^^^^^ error: Production is due on 2026-04-24, and the pilot started on 2026-05-04. Correct one of the dates.
compliance: { artifacts: { auditTrail: { status: done, date: 2026-06-02 } } }
#                                                            ^^^^^^^^^^ error: 2026-06-02 is in the future, and the audit trail was done. Correct the date.
`,
      },
    ],
    good: [
      {
        title: 'What is planned lies in the future',
        yaml: `timeline: { start: 2026-02-02, end: 2026-07-31, productionBy: 2026-08-28 }
gates: [{ stage: rollout, due: 2026-06-12 }]
compliance: { artifacts: { annualAudit: { status: planned, date: 2027-02-01 } } }
cost: { productionBudget: { amount: 132000, status: requested, approved: 2026-09-01 } }
integration: { systems: [{ system: netsuite-erp, status: scoped, securityReview: { status: planned, date: 2026-07-01 } }] }
`,
      },
      {
        title: 'A long horizon, and somebody who has been there for long',
        yaml: `compliance: { artifacts: { annualAudit: { status: planned, date: 2046-02-01 } } }
owners: { it: { name: Sam Cole, since: 1994-04-01 }, operator: { name: Luis Ortega, since: 2016-02-01 } }
vendor: { name: Forecastly, selected: 2016-05-02 }
timeline: { approved: 2026-01-12, start: 2026-02-02, end: 2026-07-31 }
gates: [{ stage: criteria, due: 2026-01-20, held: 2026-01-20, decision: advance }]
x-keepUntil: 2056-12-31
`,
      },
      {
        title: 'Stopped before the planned start',
        yaml: `stage: stopped
timeline: { start: 2026-06-15 }
outcome: { decision: stop, date: 2026-05-29, because: The supplier went out of business., learned: [Ask for the accounts] }
`,
      },
      {
        title: 'Held early, held late, done today',
        yaml: `gates:
  - { stage: criteria, due: 2026-01-20, held: 2026-01-16, decision: advance }
  - { stage: ownership, due: 2026-01-26, held: 2026-02-02, decision: advance }
  - { stage: data, due: 2026-06-01, held: 2026-06-01, decision: advance }
data: { audit: { started: 2026-02-20, completed: 2026-02-20 } }
`,
      },
    ],
  },

  *check(pilot, { today }) {
    const done = doneEvents(pilot)
    const far = farDays(pilot, today, done)
    yield* far.map((each) => misspelt(each, today))
    const isFar = ({ date }: Event): boolean => far.some(({ span }) => span.start === date.span.start)
    for (const event of done) if (event.date.value > today && !isFar(event)) yield inFuture(event)
    for (const pair of datePairs(pilot)) {
      const { first, second } = pair
      if (first.date.value > second.date.value && !isFar(first) && !isFar(second)) yield reversed(pair)
    }
  },
}

function misspelt(far: FarDay, today: IsoDate): Report {
  const { day, span, years } = far
  const meant = meantDay(far, today)
  const where = years > 0 ? `${years} years ahead` : `${-years} years ago`
  const advice = meant ? `Did you mean ${meant}?` : 'Correct the year, or leave the key out.'
  const change = { do: 'replace', span, text: meant ?? day } as const
  const fix = { title: `Write ${meant}`, safe: false, suggestion: true, changes: [change] }
  return { at: span, message: `${day} is ${where}. ${advice}`, fixes: meant ? [fix] : [] }
}

function inFuture({ date, says }: Event): Report {
  return { at: date.span, message: `${date.value} is in the future, and ${says()}. Correct the date.` }
}

function reversed({ first, second }: DatePair): Report {
  return {
    at: second.date.span,
    message: `${capital(second.says())} on ${second.date.value}, and ${first.says()} on ${first.date.value}. Correct one of the dates.`,
    related: [{ message: `${capital(first.says())} on ${first.date.value}.`, span: first.date.span }],
  }
}

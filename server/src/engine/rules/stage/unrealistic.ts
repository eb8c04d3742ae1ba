import { addDays, daysBetween, type IsoDate, latest } from '../../pilot/dates.ts'
import { GATE_INTERVAL, gatesOf } from '../../pilot/gates.ts'
import type { Pilot } from '../../pilot/model.generated.ts'
import { type Readiness, readinessOf, WEEKS, wasRepaired } from '../../pilot/readiness.ts'
import { isActive } from '../../pilot/stages.ts'
import { listing } from '../../text/listing.ts'
import type { Rule } from '../rule.ts'

export const stageUnrealistic: Rule = {
  id: 'stage/unrealistic',
  from: { data: 'warning' },
  needs: ['today'],
  lasting: true,
  docs: {
    summary: "The time from start to production fits the pilot's readiness.",
    why: 'A ready pilot takes 13 to 18 weeks, one with gaps 18 to 25, one that begins with poor data 6 to 8 months. A shorter plan slips and loses credibility, a longer one has room for everything but a decision.',
    remedy: 'Move the production date into that range, or close the gaps that make it longer.',
    sources: [
      { claim: 'M59', says: 'High readiness takes 13 to 18 weeks in total.' },
      { claim: 'M61', says: 'Medium readiness takes 18 to 25 weeks, with 4 to 6 weeks of repair first.' },
      { claim: 'M62', says: 'Low readiness takes 6 to 8 months, with 8 to 12 weeks of repair first.' },
      { claim: 'C2', says: 'A 90-day plan ends with limited production, not with full production.' },
    ],
    bad: [
      {
        title: 'Too short for data with an open issue',
        yaml: `stage: data
timeline: { start: 2026-05-04, productionBy: 2026-08-03 }
#                                            ^^^^^^^^^^ warning: Production on 2026-08-03 is 13 weeks after the start; with medium readiness it takes 18 to 25. Plan it for 2026-09-07 to 2026-10-26, or close the gaps: 1 data issue is open.
owners: { operator: { name: Luis Ortega, accountability: Forecast accuracy is one of his goals for 2026. } }
criteria: { success: [{ metric: Forecast accuracy, baseline: 73, target: 82, within: 60 days }] }
data: { sources: [{ system: netsuite-erp, issues: [{ what: Customers appear twice }] }], audit: { completed: 2026-05-22 } }
`,
      },
      {
        title: 'Nineteen weeks for a pilot without gaps, whose data was audited in time',
        yaml: `stage: data
timeline: { start: 2026-05-04, productionBy: 2026-09-11 }
#                                            ^^^^^^^^^^ warning: Production on 2026-09-11 is 19 weeks after the start; with high readiness it takes 13 to 18. Plan it for 2026-08-03 to 2026-09-07.
owners: { operator: { name: Luis Ortega, accountability: Forecast accuracy is one of his goals for 2026. } }
criteria: { success: [{ metric: Forecast accuracy, baseline: 73, target: 82, within: 60 days }] }
data: { audit: { completed: 2026-06-01 } }
`,
      },
      {
        title: 'A ninety-day plan of fourteen weeks, for a pilot that has nothing yet',
        yaml: `stage: data
timeline: { start: 2026-05-04, productionBy: 2026-08-10, plan: ninety-day }
#                                            ^^^^^^^^^^ warning
`,
      },
      {
        title: 'Production on the day of the start',
        yaml: `stage: data
timeline: { start: 2026-07-06, productionBy: 2026-07-06 }
#                                            ^^^^^^^^^^ warning: Production on 2026-07-06 is 0 weeks after the start; with low readiness it takes 26 to 35. Plan it for 2027-01-04 to 2027-03-08, or close the gaps: the data is not audited, no person is named as operator and no success criterion is defined.
`,
      },
      {
        title: 'The weeks it should take have passed, and the gate was held early in them',
        yaml: `stage: rollout
timeline: { start: 2025-10-06, productionBy: 2026-07-01 }
#                                            ^^^^^^^^^^ warning: Production on 2026-07-01 is 38 weeks after the start; with high readiness it takes 13 to 18, and those ended on 2026-02-09. Let a gate decide whether it goes on.
owners: { operator: { name: Luis Ortega, accountability: Forecast accuracy is one of his goals for 2026. } }
criteria: { success: [{ metric: Forecast accuracy, baseline: 73, target: 82, within: 60 days }] }
data: { audit: { completed: 2025-10-20 } }
gates:
  - { stage: data, due: 2026-01-10, held: 2026-01-10, decision: hold, by: Dana Whitfield }
  - { stage: data, due: 2026-02-02, held: 2026-02-02, decision: advance, by: Dana Whitfield }
`,
      },
    ],
    good: [
      {
        title: 'Longer than needed today, because data repair was planned in',
        yaml: `stage: data
timeline: { start: 2026-05-04, productionBy: 2026-10-29, readiness: medium }
owners: { operator: { name: Luis Ortega, accountability: Forecast accuracy is one of his goals for 2026. } }
criteria: { success: [{ metric: Forecast accuracy, baseline: 73, target: 82, within: 60 days }] }
data: { audit: { completed: 2026-05-22 } }
`,
      },
      {
        title: 'The same, by the repair that has since been done',
        yaml: `stage: data
timeline: { start: 2026-05-04, productionBy: 2026-10-12 }
owners: { operator: { name: Luis Ortega, accountability: Forecast accuracy is one of his goals for 2026. } }
criteria: { success: [{ metric: Forecast accuracy, baseline: 73, target: 82, within: 60 days }] }
data:
  sources: [{ system: netsuite-erp, issues: [{ what: Customers appear twice, done: 2026-05-18 }] }]
  audit: { completed: 2026-05-22 }
`,
      },
      {
        title: 'Ninety days to limited production, and a week more',
        yaml: `stage: data
timeline: { start: 2026-05-04, productionBy: 2026-08-09, plan: ninety-day }
`,
      },
      {
        title: 'Postponed at a gate, with hardly a month left',
        yaml: `stage: rollout
timeline: { start: 2026-02-02, productionBy: 2026-07-01 }
owners: { operator: { name: Luis Ortega, accountability: Forecast accuracy is one of his goals for 2026. } }
criteria: { success: [{ metric: Forecast accuracy, baseline: 73, target: 82, within: 60 days }] }
data: { audit: { completed: 2026-02-16 } }
gates: [{ stage: rollout, due: 2026-05-08, held: 2026-05-10, decision: hold, by: Dana Whitfield, notes: The interface came late. }]
`,
      },
      {
        title: 'Six months for a pilot that has nothing yet',
        yaml: `stage: data
timeline: { start: 2026-05-04, productionBy: 2026-10-30 }
`,
      },
    ],
  },

  *check(pilot, { today }) {
    const { start, productionBy, readiness, plan } = pilot.timeline ?? {}
    if (!start || !productionBy || !isActive(pilot) || productionBy.value < start.value) return
    const days = daysBetween(start.value, productionBy.value)
    const { level, gaps } = readinessOf(pilot)
    const [from, to] = WEEKS[level]
    if (plan?.value === 'ninety-day' && Math.abs(days - SPRINT_DAYS) <= TOLERANCE) return
    const planned = readiness?.value ?? (hadGaps(pilot, start.value) ? 'medium' : level)
    if (fits(days, level)) return
    const [first, last] = [addDays(start.value, from * 7), addDays(start.value, to * 7)]
    const isShort = days < from * 7
    if (!isShort && (fits(days, planned) || wasPutOff(pilot, last))) return
    const orElse = isShort && gaps.length > 0 ? `, or close the gaps: ${listing(gaps)}` : ''
    // Nobody can plan for the past.
    const advice =
      last < today
        ? `, and those ended on ${last}. Let a gate decide whether it goes on.`
        : `. Plan it for ${latest(today, first)} to ${last}${orElse}.`
    yield {
      at: productionBy.span,
      message: `Production on ${productionBy.value} is ${Math.round(days / 7)} weeks after the start; with ${level} readiness it takes ${from} to ${to}${advice}`,
      related: [{ message: 'The start.', span: start.span }],
    }
  },
}

const SPRINT_DAYS = 90
const TOLERANCE = 7

/** What kept it from high readiness when it was planned: data that was repaired since, or audited late. */
function hadGaps(pilot: Pilot, start: IsoDate): boolean {
  const audited = pilot.data?.audit?.completed?.value
  return wasRepaired(pilot) || (audited !== undefined && daysBetween(start, audited) > PREPARATION)
}

/** In days, where the data is clean (claim M60). */
const PREPARATION = 28

/** A gate held it when hardly any of the weeks was left, and so decided on a later date. */
function wasPutOff(pilot: Pilot, last: IsoDate): boolean {
  const late = addDays(last, -GATE_INTERVAL)
  return gatesOf(pilot).some(({ held, decision }) => {
    return held && held.value > late && (decision?.value === 'hold' || decision?.value === 'diagnose')
  })
}

/** Half a week early or late is a matter of weekdays, and no other plan. */
function fits(days: number, level: Readiness): boolean {
  const [from, to] = WEEKS[level]
  return days >= from * 7 - 3 && days <= to * 7 + 3
}

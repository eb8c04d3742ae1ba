import { daysBetween } from '../../pilot/dates.ts'
import { marks } from '../../pilot/ninety-days.ts'
import { isActive } from '../../pilot/stages.ts'
import { sprintChanges } from '../../templates/ninety-days.ts'
import { listing } from '../../text/listing.ts'
import type { Rule } from '../rule.ts'

export const stageNinetyDayMissed: Rule = {
  id: 'stage/ninety-day-missed',
  from: { data: 'warning' },
  needs: ['today'],
  docs: {
    summary: 'On a ninety-day plan, the work of days 30, 60 and 90 exists by then.',
    why: 'Ninety days are enough for limited production when each month ends with something that works. A plan with nothing to show on day 30 does not catch up by day 90; it becomes a pilot without an end.',
    remedy: 'Finish what is missing, or change the plan to five-stage with its own dates.',
    sources: [
      { claim: 'R72', says: 'By day 30: core features, compliance papers and a minimal governance.' },
      {
        claim: 'R73',
        says: 'By day 60: integration into the workflow, a test with real users and real metrics.',
      },
      {
        claim: 'R74',
        says: 'By day 90: limited production on 10 to 20 % of the volume, the return, and a plan to expand.',
      },
    ],
    bad: [
      {
        title: 'Day 45 without governance',
        yaml: `stage: data
timeline:
  start: 2026-04-17
  plan: ninety-day
#       ^^^^^^^^^^ warning: Day 30 was 2026-05-17, and the file shows no governance. Finish it, or plan in five stages.
scope: { features: [{ name: Weekly SKU forecast, phase: 1 }] }
compliance: { artifacts: { riskAssessment: { status: done, date: 2026-05-12 } } }
`,
      },
      {
        title: 'Day 75, and nobody outside the project has touched it',
        yaml: `stage: data
timeline: { start: 2026-03-18, plan: ninety-day }
#                                    ^^^^^^^^^^ warning: Day 60 was 2026-05-17, and the file shows no built integration, no group of real users and no readings. Finish them, or plan in five stages.
scope: { features: [{ name: Weekly SKU forecast, phase: 1 }] }
compliance: { artifacts: { riskAssessment: { status: done, date: 2026-04-13 } } }
governance: { phase: crawl }
criteria: { success: [{ metric: Forecast accuracy, baseline: 73, target: 82 }] }
`,
      },
    ],
    good: [
      {
        title: 'Day 28',
        yaml: `stage: data
timeline: { start: 2026-05-04, plan: ninety-day }
`,
      },
      {
        title: 'Five stages have other dates',
        yaml: `stage: data
timeline: { start: 2026-02-02, plan: five-stage }
`,
      },
      {
        title: 'Day 75, on time',
        yaml: `stage: rollout
timeline: { start: 2026-03-18, plan: ninety-day }
scope: { features: [{ name: Weekly SKU forecast, phase: 1 }] }
compliance: { artifacts: { riskAssessment: { status: done, date: 2026-04-13 } } }
governance: { phase: walk }
integration: { systems: [{ system: netsuite-erp, status: built }] }
rollout: { earlyAdopters: 4 }
criteria: { success: [{ metric: Forecast accuracy, readings: [{ date: 2026-05-11, value: 75 }] }] }
`,
      },
    ],
  },

  *check(pilot, { today }) {
    const { plan, start } = pilot.timeline ?? {}
    if (plan?.value !== 'ninety-day' || !start || !isActive(pilot)) return
    const passed = daysBetween(start.value, today)
    for (const { day, date, missing } of marks(pilot, start.value)) {
      if (passed <= day || missing.length === 0) continue
      const them = missing.length === 1 ? 'it' : 'them'
      const changes = sprintChanges(pilot, missing, today)
      yield {
        at: plan.span,
        message: `Day ${day} was ${date}, and the file shows ${listing(missing)}. Finish ${them}, or plan in five stages.`,
        related: [{ message: 'The start.', span: start.span }],
        fixes: changes ? [{ title: `Insert what day ${day} asks for`, safe: false, changes }] : [],
      }
    }
  },
}

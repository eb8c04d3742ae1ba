import { addDays, type IsoDate, inWords } from '../../pilot/dates.ts'
import { isDueSoon, nextGate } from '../../pilot/gates.ts'
import { stageTime } from '../../pilot/stage-time.ts'
import { addGates, gateTemplate } from '../../templates/gate.ts'
import type { Rule } from '../rule.ts'

export const stageOverstayed: Rule = {
  id: 'stage/overstayed',
  from: { criteria: 'warning' },
  needs: ['today'],
  recalls: true,
  docs: {
    summary: 'A pilot stays in a stage no longer than its readiness explains.',
    why: 'From start to production a ready pilot takes 13 to 18 weeks, one with gaps 18 to 25, and one that begins with poor data 6 to 8 months. Taking longer is not care: nothing forces the decision, and every month makes it easier to wait another one.',
    remedy: 'Set a gate with a date and a person who decides whether the pilot moves on or stops.',
    sources: [
      { claim: 'M59', says: 'A ready pilot reaches production within 13 to 18 weeks.' },
      {
        claim: 'M60',
        says: 'Its preparation takes 3 to 4 weeks, the rollout 6 to 8, production and playbook 4 to 6.',
      },
      {
        claim: 'M61',
        says: 'With gaps it takes 18 to 25 weeks, of which 4 to 6 go into repairing the data first.',
      },
      {
        claim: 'M62',
        says: 'With poor data it takes 6 to 8 months, of which 8 to 12 weeks go into repair first.',
      },
    ],
    suppress: 'A pause was agreed, with a date on which it ends.',
    bad: [
      {
        title: 'Five months of rollout',
        yaml: `stage: rollout
#      ^^^^^^^ warning: In rollout since 2026-01-05, 4 months; 8 weeks is the most that it should take. Set a gate that decides.
gates:
  - { stage: data, due: 2026-01-05, held: 2026-01-05, decision: advance, by: Dana Whitfield }
`,
      },
      {
        title: 'By a day',
        yaml: `stage: rollout
#      ^^^^^^^ warning: In rollout since 2026-04-05, 57 days; 56 days is the most that it should take. Set a gate that decides.
gates:
  - { stage: data, due: 2026-04-05, held: 2026-04-05, decision: advance, by: Dana Whitfield }
`,
      },
      {
        title: 'Approved a year ago and still without criteria',
        yaml: `stage: criteria
#      ^^^^^^^^ warning
timeline: { approved: 2025-06-02 }
`,
      },
      {
        title: 'A gate is planned, but nobody held it',
        yaml: `stage: rollout
#      ^^^^^^^ warning: In rollout since 2026-01-05, 4 months; 8 weeks is the most that it should take. Hold the gate that was due on 2026-04-20.
gates:
  - { stage: data, due: 2026-01-05, held: 2026-01-05, decision: advance, by: Dana Whitfield }
  - { stage: rollout, due: 2026-04-20 }
`,
      },
      {
        title: 'A gate is planned, but far away',
        yaml: `stage: rollout
#      ^^^^^^^ warning: In rollout since 2026-01-05, 4 months; 8 weeks is the most that it should take. Let the gate that is due on 2026-06-29 decide whether it moves on or stops.
gates:
  - { stage: data, due: 2026-01-05, held: 2026-01-05, decision: advance, by: Dana Whitfield }
  - { stage: rollout, due: 2026-06-29 }
`,
      },
      {
        title: 'No gate says since when, but the commits do',
        history: [
          { date: '2025-12-08', yaml: 'stage: data' },
          { date: '2026-03-02', yaml: 'stage: rollout' },
        ],
        yaml: `stage: rollout
#      ^^^^^^^ warning: In rollout since 2026-03-02, 13 weeks; 8 weeks is the most that it should take. Set a gate that decides.
`,
      },
    ],
    good: [
      {
        title: 'Eight weeks of rollout',
        yaml: `stage: rollout
gates:
  - { stage: data, due: 2026-04-06, held: 2026-04-06, decision: advance, by: Dana Whitfield }
`,
      },
      {
        title: 'Late, but the decision is a week away',
        yaml: `stage: rollout
gates:
  - { stage: data, due: 2026-01-05, held: 2026-01-05, decision: advance, by: Dana Whitfield }
  - { stage: rollout, due: 2026-06-08 }
`,
      },
      {
        title: 'Long preparation, in which the data was repaired',
        yaml: `stage: data
timeline: { start: 2026-04-27 }
owners:
  operator: { name: Luis Ortega, accountability: Forecast accuracy is one of his goals for 2026. }
criteria:
  success:
    - { metric: Forecast accuracy, baseline: 73, target: 82, within: 60 days }
data:
  sources: [{ system: netsuite-erp, issues: [{ what: Customers appear twice, done: 2026-05-29 }] }]
  audit: { completed: 2026-05-22 }
gates:
  - { stage: ownership, due: 2026-04-27, held: 2026-04-27, decision: advance, by: Dana Whitfield }
`,
      },
      {
        title: 'Long preparation, because the data has to be repaired',
        yaml: `stage: data
gates:
  - { stage: ownership, due: 2026-03-02, held: 2026-03-02, decision: advance, by: Dana Whitfield }
`,
      },
    ],
  },

  *check(pilot, { today, history }) {
    const time = stageTime(pilot, today, history)
    if (!time || !pilot.stage || time.days <= time.longest) return
    const next = nextGate(pilot)
    if (next && isDueSoon(next, today)) return
    const { stage, since, days, longest } = time
    const [spent, most] = apart(days, longest)
    const due = next?.due?.value
    const value = gateTemplate(stage, addDays(today, 7))
    yield {
      at: pilot.stage.span,
      message: `In ${stage} since ${since}, ${spent}; ${most} is the most that it should take. ${remedy(due, today)}`,
      fixes: due ? [] : [{ title: 'Insert a gate', safe: false, changes: addGates(pilot, [value]) }],
    }
  },
}

/** Beside a gate that is set, another one decides nothing. */
function remedy(due: IsoDate | undefined, today: IsoDate): string {
  if (due === undefined) return 'Set a gate that decides.'
  return due < today
    ? `Hold the gate that was due on ${due}.`
    : `Let the gate that is due on ${due} decide whether it moves on or stops.`
}

/** Two counts of days in words that differ, and in one unit where they are near: 2 months are no longer than 8 weeks. */
function apart(days: number, longest: number): readonly [string, string] {
  const [spent, most] = [Math.floor(days / 7), Math.floor(longest / 7)]
  if (spent === most) return [`${days} days`, `${longest} days`]
  return [days < longest * 2 ? `${spent} weeks` : inWords(days), `${most} weeks`]
}

import { daysBetween, type IsoDate, inWords } from '../../pilot/dates.ts'
import { isInPhase, lackingFor, type Phase, phaseByAge } from '../../pilot/governance.ts'
import { isAbsent } from '../../pilot/located.ts'
import { fillAbsent, insertAt } from '../../templates/changes.ts'
import { governanceTemplate } from '../../templates/governance.ts'
import { listing } from '../../text/listing.ts'
import type { Rule } from '../rule.ts'

export const governancePhaseBehind: Rule = {
  id: 'governance/phase-behind',
  from: { rollout: 'warning' },
  needs: ['today'],
  docs: {
    summary: 'Governance grows with the age of the rollout.',
    why: 'What holds four people together does not hold forty. A rollout that is governed in its sixth month as in its first has outgrown whoever steers it.',
    remedy:
      'Crawl in weeks 1 to 4, walk in months 2 and 3, run from month 4, and add what each phase requires.',
    sources: [{ claim: 'R52', says: 'The level of governance matches the age of the pilot.' }],
    suppress: 'The rollout was paused by decision of a gate.',
    bad: [
      {
        title: 'Still crawling in month 3',
        today: '2026-06-01',
        yaml: `stage: rollout
rollout: { start: 2026-03-09 }
governance:
  phase: crawl
#        ^^^^^ warning: The rollout began 2 months ago, and governance is still in crawl. Go on to walk: add a steering committee, a monthly review and a way for changes.
`,
      },
      {
        title: 'Walking in month 4',
        today: '2026-06-09',
        yaml: `stage: adoption
rollout: { start: 2026-03-09 }
governance: { phase: walk, budgetOwner: Dana Whitfield }
#                    ^^^^ warning
`,
      },
      {
        title: 'Month 4 begins, and walk was skipped',
        today: '2026-05-01',
        yaml: `stage: rollout
rollout: { start: 2026-02-01 }
governance:
  phase: crawl
#        ^^^^^ warning: The rollout began 3 months ago, and governance is still in crawl. Go on to run: add a way for changes, a business review, lasting training and improvement.
  steeringCommittee: COO and IT
  review: monthly
`,
      },
      {
        title: 'Only the phase name is behind',
        today: '2026-06-01',
        yaml: `stage: rollout
rollout: { start: 2026-04-06 }
governance: { phase: crawl, steeringCommittee: COO and IT, review: monthly, changeProcess: docs/changes.md }
#                    ^^^^^ warning: The rollout began 8 weeks ago, and governance is still in crawl. Go on to walk.
`,
      },
      {
        title: 'No phase given in month 2',
        today: '2026-04-20',
        yaml: `stage: rollout
rollout: { start: 2026-03-09 }
governance: { budgetOwner: Dana Whitfield }
#^^^^^^^^^ warning: The rollout began 6 weeks ago, and nothing says that governance left crawl. Go on to walk: add a steering committee, a monthly review and a way for changes.
`,
      },
    ],
    good: [
      {
        title: 'No phase given in week 3',
        today: '2026-03-28',
        yaml: `stage: rollout
rollout: { start: 2026-03-09 }
governance: { budgetOwner: Dana Whitfield }
`,
      },
      {
        title: 'Week 4',
        today: '2026-04-05',
        yaml: `stage: rollout
rollout: { start: 2026-03-09 }
governance: { phase: crawl }
`,
      },
      {
        title: 'The last day of month 3',
        today: '2026-06-08',
        yaml: `stage: rollout
rollout: { start: 2026-03-09 }
governance: { phase: walk }
`,
      },
      {
        title: 'Ahead of its age',
        today: '2026-04-05',
        yaml: `stage: rollout
rollout: { start: 2026-03-09 }
governance: { phase: walk }
`,
      },
    ],
  },

  *check(pilot, { today }) {
    const { governance } = pilot
    const start = pilot.rollout?.start
    const fitting = phaseByAge(pilot, today)
    if (!governance || !start || !fitting || isInPhase(pilot, fitting)) return
    const declared = governance.phase
    // The first phase needs no name, and without one nothing asks for what the later ones need.
    if (!declared && (fitting === 'crawl' || !isAbsent(governance, 'phase'))) return
    const lacks = lackingFor(governance, fitting)
    const first = governanceTemplate(pilot, 'crawl', today)
    const added = Object.entries(governanceTemplate(pilot, fitting, today)).filter(([key]) => !(key in first))
    const additions = lacks.length > 0 ? `: add ${listing(lacks)}` : ''
    const state = declared
      ? `governance is still in ${declared.value}`
      : 'nothing says that governance left crawl'
    yield {
      at: declared?.span ?? governance.keySpan,
      message: `The rollout began ${age(start.value, today, fitting)} ago, and ${state}. Go on to ${fitting}${additions}.`,
      related: [{ message: `The rollout began on ${start.value}.`, span: start.span }],
      fixes: [
        {
          title: `Set the phase to ${fitting}${lacks.length > 0 ? ', and insert what it asks for' : ''}`,
          safe: false,
          suggestion: true,
          changes: [
            declared
              ? { do: 'replace', span: declared.span, text: fitting }
              : insertAt(governance, ['phase'], fitting),
            ...(lacks.length > 0 ? fillAbsent(governance, Object.fromEntries(added)) : []),
          ],
        },
      ],
    }
  },
}

/** Three months can have 89 days, which are two in words: who is told to be in month 4 has to see why. */
function age(start: IsoDate, today: IsoDate, fitting: Phase): string {
  const days = daysBetween(start, today)
  return inWords(fitting === 'run' ? Math.max(days, 92) : days)
}

import type { Change, Related } from '../../finding.ts'
import { openQuestions } from '../../pilot/questions.ts'
import { answerTo, isDecided } from '../../templates/answers.ts'
import { listing } from '../../text/listing.ts'
import type { Rule } from '../rule.ts'

/**
 * Each question has a rule of its own that says what to fill in, and where. This one sums up what they mean together, at
 * the planned end. A single open question it reports at the place of that rule, and being general stays silent
 * when that rule has spoken. Words that only hold the place of an answer are none: they are reported where they stand.
 */
export const outcomeQuestionsOpen: Rule = {
  id: 'outcome/questions-open',
  from: { close: 'error' },
  needs: ['today'],
  owed: true,
  lasting: true,
  general: true,
  docs: {
    summary:
      'Before the decision three questions are answered: which conditions stay, which KPIs count over what horizon, and who owns the delivery.',
    why: 'The pilot worked and nothing shipped: usually because one of these three was asked only after its end. Six months into the handover, the people who could have answered have moved on.',
    remedy: 'Answer the three questions before the end of the pilot, each in its block.',
    sources: [
      {
        claim: 'N29',
        says: 'The first question: which of the conditions that made it work become permanent.',
      },
      { claim: 'N30', says: 'The second: which metrics govern it in production, and over what horizon.' },
      { claim: 'N31', says: 'The third: who owns the delivery across functions after the champion.' },
      { claim: 'N28', says: 'The diagnosis comes before the close, and not six months into the handover.' },
    ],
    bad: [
      {
        title: 'Three weeks before the end',
        yaml: `stage: rollout
timeline:
  start: 2026-02-02
  end: 2026-06-22
# ^^^ error: 3 questions are open at the close: which conditions stay, which KPIs count over what horizon and who owns the delivery. Answer them before it is decided.
`,
      },
      {
        title: 'Filler in place of two answers',
        yaml: `stage: adoption
conditions: []
kpis: { horizon: 12 months, measures: [{ name: TBD, target: 12000 }] }
#                                              ^^^ error: 2 questions are open at the close: which KPIs count over what horizon and who owns the delivery. Answer them before it is decided.
owners: { delivery: { name: To be named } }
`,
      },
      {
        title: 'Decided, though one is open',
        yaml: `stage: adoption
conditions: []
kpis:
#^^^ error: A question is open at the close: which KPIs count over what horizon. Answer it before it is decided.
  measures: [{ name: Overtime cost per month, target: 12000 }]
owners: { delivery: { name: Priya Nair } }
`,
      },
    ],
    good: [
      {
        title: 'Three answers',
        yaml: `stage: adoption
conditions:
  - { kind: staffing, what: A trainer on every shift, decision: withdrawn }
kpis: { horizon: 12 months, measures: [{ name: Overtime cost per month, target: 12000 }] }
owners: { delivery: { name: Priya Nair } }
`,
      },
      {
        title: 'The end is far away',
        yaml: `stage: rollout
timeline: { start: 2026-05-04, end: 2026-09-25 }
`,
      },
    ],
  },

  *check(pilot, { today }) {
    const open = openQuestions(pilot, today)
    const first = open[0]
    if (!first) return
    const single = open.length === 1
    const end = pilot.timeline?.end?.keySpan ?? pilot.stage?.span ?? pilot.keySpan
    const absent = open.filter(({ isSaid }) => !isSaid)
    const changes = absent.flatMap(({ question }): readonly Change[] => answerTo(pilot, question, today))
    // Which conditions stay is then decided without a mark.
    const suggestion = absent.some(({ question }) => isDecided(pilot, question)) || undefined
    const title = absent.length === 1 ? 'Insert the answer' : 'Insert the answers'
    yield {
      at: single || absent.length === 0 ? first.at : end,
      message: `${single ? 'A question is' : `${open.length} questions are`} open at the close: ${listing(open.map(({ question }) => question))}. Answer ${single ? 'it' : 'them'} before it is decided.`,
      related: single
        ? []
        : open.map(({ question, at }): Related => ({ message: `Open: ${question}.`, span: at })),
      fixes: absent.length === 0 ? [] : [{ title, safe: false, suggestion, changes }],
    }
  },
}

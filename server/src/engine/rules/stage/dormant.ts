import { commitmentsOf } from '../../history/commitments.ts'
import { isOpen } from '../../history/history.ts'
import { daysBetween, inWords } from '../../pilot/dates.ts'
import { isActive } from '../../pilot/stages.ts'
import { insertGate } from '../../templates/gate.ts'
import type { Rule } from '../rule.ts'

export const stageDormant: Rule = {
  id: 'stage/dormant',
  from: { ownership: 'warning', rollout: 'error' },
  needs: ['history', 'today'],
  options: { days: 60 },
  docs: {
    summary: 'While a pilot is active, its file changes at least every two months.',
    why: 'A team drawn into other work leaves its pilot standing: licences renew, the stage stays, and nobody has decided anything. A file that nobody has touched for 60 days gains no new reading, gate or decision.',
    remedy: 'Hold a gate that decides whether the pilot goes on, or stop it.',
    options: {
      days: 'Days without a change after which a pilot is dormant.',
    },
    sources: [
      {
        claim: 'M10',
        says: 'The team has moved on, and after 60 days without activity the budget line is still there.',
      },
      { claim: 'K01', says: 'In a holding pattern the team is pulled onto other work.' },
    ],
    suppress: 'The pilot is paused until a date that someone decided on.',
    bad: [
      {
        title: 'Nothing since February',
        history: [{ date: '2026-02-23', author: 'Luis Ortega', yaml: 'timeline: { start: 2026-02-02 }' }],
        yaml: `timeline: { start: 2026-02-02 }
stage: rollout
#      ^^^^^^^ error: Nobody has touched the pilot since 2026-02-23, 3 months ago, when Luis Ortega did (commit 1a2b3c4). Set a gate that decides whether it goes on, or stop it.
`,
      },
      {
        title: 'Sixty-one days in an early stage',
        history: [
          { date: '2026-02-23', yaml: 'stage: ownership' },
          { date: '2026-04-01', yaml: 'stage: data' },
        ],
        yaml: `stage: data
#      ^^^^ warning
`,
      },
    ],
    good: [
      {
        title: 'Sixty days',
        history: [{ date: '2026-04-02', yaml: 'stage: rollout' }],
        yaml: 'stage: rollout\n',
      },
      {
        title: 'Someone is working on it',
        history: [{ date: '2026-02-23', yaml: 'stage: data' }],
        yaml: 'stage: rollout\n',
      },
      {
        title: 'It runs in production, where nothing is left to decide',
        history: [{ date: '2026-02-23', yaml: 'stage: production' }],
        yaml: 'stage: production\n',
      },
      {
        title: 'It has not started yet',
        history: [{ date: '2026-02-23', yaml: 'stage: data\ntimeline: { start: 2026-07-06 }\n' }],
        yaml: 'stage: data\ntimeline: { start: 2026-07-06 }\n',
      },
    ],
  },

  *check(pilot, { history, today, option }) {
    // Another name or folder is no work on the pilot.
    const last = history?.revisions.findLast(({ textId, beforeId }, index, all) => {
      return textId === undefined || textId !== (beforeId ?? all[index - 1]?.textId)
    })
    const start = pilot.timeline?.start?.value
    if (!history || !last || !pilot.stage || !isActive(pilot) || (start !== undefined && start > today))
      return
    const days = daysBetween(last.date, today)
    // Whoever changes the file right now has not forgotten it.
    if (days <= option('days') || isOpen(history, commitmentsOf(pilot))) return
    const { date, author, commit } = last
    yield {
      at: pilot.stage.span,
      message: `Nobody has touched the pilot since ${date}, ${inWords(days)} ago, when ${author} did (commit ${commit.slice(0, 7)}). Set a gate that decides whether it goes on, or stop it.`,
      fixes: [insertGate(pilot, today)],
      past: { commit, date, author, before: undefined, after: undefined },
    }
  },
}

import { groupBy } from '../../group-by.ts'
import type { Departed } from '../../history/history.ts'
import { addMonths } from '../../pilot/dates.ts'
import { fileNameOf } from '../../pilot/file-name.ts'
import { isOnTheWay } from '../../pilot/stages.ts'
import type { Anchor } from '../../portfolio/facts.ts'
import { namesIn } from '../../portfolio/named.ts'
import type { Member, Portfolio } from '../../portfolio/portfolio.ts'
import { compareTexts } from '../../text/compare.ts'
import type { PortfolioReport, PortfolioRule } from '../rule.ts'

export const historyVerdictMissing: PortfolioRule = {
  id: 'history/verdict-missing',
  from: { criteria: 'warning', stopped: 'warning' },
  needs: ['portfolio', 'history', 'today'],
  options: { months: 12 },
  docs: {
    summary: 'A pilot file is deleted only after the pilot has ended.',
    why: 'A file that vanishes takes the question with it: nobody declared the pilot a success or a failure, and nobody can learn from it. The next round begins as if it had never been.',
    remedy:
      'Restore the file, set its stage to stopped or production and record the outcome. It is reported on a pilot that continues the work: the one that names it as predecessor or has its use case; where there is none, on the first pilot of the portfolio.',
    options: { months: 'Months for which a deleted pilot is remembered.' },
    sources: [{ claim: 'H09', says: 'Files of pilots disappear from inventories without a verdict.' }],
    suppress: 'The pilot lives on in another repository.',
    bad: [
      {
        title: 'The pilot that took over the use case',
        yaml: `useCase: demand-forecasting
#        ^^^^^^^^^^^^^^^^^^ warning: The pilot "forecast-2024" was deleted on 2026-03-02 by Luis Ortega (commit 1a2b3c4) while it was in rollout. Restore it and record its outcome: why it ended, and what was learned.
`,
        deleted: {
          'forecast-2024': {
            date: '2026-03-02',
            author: 'Luis Ortega',
            yaml: 'stage: rollout\nuseCase: demand-forecasting\n',
          },
        },
      },
      {
        title: 'Nothing continues it',
        yaml: 'title: Demand forecast\n',
        others: { 'claims-triage': 'stage: data\n#^^^^ warning\n' },
        deleted: { 'order-desk': { date: '2026-03-02', yaml: 'stage: criteria\nuseCase: order-desk\n' } },
      },
      {
        title: 'A year ago, and the pilot that names it as its predecessor has ended',
        yaml: 'stage: stopped\npredecessor: forecast-2024\n#            ^^^^^^^^^^^^^ warning\n',
        deleted: { 'forecast-2024': { date: '2025-06-01', yaml: 'stage: rollout\n' } },
      },
    ],
    good: [
      {
        title: 'It had been stopped, and the other one is gone for more than a year',
        yaml: 'useCase: demand-forecasting\n',
        deleted: {
          'forecast-2023': { date: '2025-05-31', yaml: 'stage: rollout\nuseCase: demand-forecasting\n' },
          'forecast-2024': { date: '2026-03-02', yaml: 'stage: stopped\nuseCase: demand-forecasting\n' },
        },
      },
      {
        title: 'Its last gate stopped it, and another one came back under its name',
        yaml: 'title: Demand forecast\n',
        deleted: {
          'order-desk': {
            date: '2026-03-02',
            yaml: 'gates: [{ stage: rollout, due: 2026-02-20, held: 2026-02-20, decision: stop, by: Dana Whitfield }]\n',
          },
          'demand-forecast': { date: '2026-03-02', yaml: 'stage: rollout\n' },
        },
      },
    ],
  },

  *check(portfolio, { departed, today, option }) {
    const since = addMonths(today, -option('months'))
    const lost = (departed ?? []).filter(
      (each) => each.date >= since && isOpen(each) && !isBack(each, portfolio),
    )
    if (lost.length === 0) return
    const heirs = heirsIn(portfolio)
    for (const each of lost.toSorted((a, b) => compareTexts(a.file, b.file))) {
      const place = heirs(each)
      if (!place) return
      const { date, author, commit, commitments } = each
      const { name = fileNameOf(each.file), stage } = commitments
      yield {
        ...place,
        message: `The pilot "${name}" was deleted on ${date} by ${author} (commit ${commit.slice(0, 7)}) while it was in ${stage}. Restore it and record its outcome: why it ended, and what was learned.`,
        past: { commit, date, author, before: stage, after: undefined },
      }
    }
  },
}

function isOpen({ commitments: { stage, gates } }: Departed): boolean {
  return isOnTheWay(stage) && !gates.some(({ decision }) => decision === 'stop')
}

/** A file that was moved so far that Git took it for another one. */
function isBack({ commitments: { name } }: Departed, portfolio: Portfolio): boolean {
  return name !== undefined && portfolio.named(name).length > 0
}

type Place = Pick<PortfolioReport, 'file' | 'at'>

/** Finds the pilot that continues a deleted one. */
function heirsIn({ members, active }: Portfolio): (departed: Departed) => Place | undefined {
  const successors = groupBy(members, ({ facts }) => facts.predecessor?.toLowerCase())
  const useCases = groupBy(active, ({ facts }) => facts.useCase)
  const first = active[0] ?? members[0]
  return ({ commitments: { name, useCase } }) => {
    const successor = successors.get(name?.toLowerCase() ?? '')?.[0]
    if (successor) return { file: successor.file, at: predecessorIn(successor) }
    const sibling = useCase === undefined ? undefined : useCases.get(useCase)?.[0]
    return sibling ? { file: sibling.file, at: 'useCase' } : first && { file: first.file, at: 'file' }
  }
}

function predecessorIn({ facts }: Member): Anchor {
  const index = namesIn(facts.mentions).findIndex(({ path }) => path === 'predecessor')
  return index < 0 ? 'file' : index
}

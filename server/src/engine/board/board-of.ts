import type { Analysis, Circumstances } from '../analyze.ts'
import { NO_PILOT } from '../analyze-content.ts'
import { gapText, type Remembered } from '../history/source.ts'
import type { IsoDate } from '../pilot/dates.ts'
import { stages } from '../pilot/stages.ts'
import type { PortfolioRule } from '../rules/rule.ts'
import { compareTexts } from '../text/compare.ts'
import type { Amount, Board, BoardPilot, StageCount, Unread } from './board.ts'
import { groupsOf, notApplicable } from './heat.ts'
import { ownersOf } from './owners.ts'
import { type BoardPart, partOf } from './part.ts'
import { trendOf } from './trend.ts'

/** One file with what it was analysed with. */
export interface BoardFile extends Remembered {
  /** As a reader knows it: relative, with forward slashes. */
  readonly file: string
  readonly uri?: string
  /** With what the rules over all pilots found. */
  readonly analysis: Analysis
  readonly circumstances: Pick<Circumstances, 'settings' | 'rules'>
}

export interface BoardScene {
  readonly asOf: IsoDate
  /** Those over all pilots, asked or not. */
  readonly portfolioRules: readonly PortfolioRule[]
  readonly unread: readonly Unread[]
}

/**
 * The board of all pilots. A pure function; files of one name are told apart by their paths. `read` gives the part of each. A
 * file that cannot be read as a pilot is named, and nothing is said of it.
 */
export function boardOf(
  files: readonly BoardFile[],
  scene: BoardScene,
  read: (file: BoardFile) => BoardPart = (file) => partOf(file, scene),
): Board {
  const sorted = files.filter(({ analysis }) => analysis.readable).toSorted(byFile)
  const broken = files.filter(({ analysis }) => !analysis.readable)
  const parts = sorted.map((source) => ({ source, ...read(source) }))
  const { owners, ownerOf } = ownersOf(parts)
  const groups = groupsOf(sorted, scene)
  const pilots = parts.map(({ source, pilot, cells }, index): BoardPilot => {
    const heat = groups.map((group) => cells.get(group) ?? notApplicable)
    return { ...addressOf(source), ...pilot, owner: ownerOf(index), heat }
  })
  const stagesNow = parts.map(({ source: { history }, pilot: { stage } }) => ({ stage, history }))
  return {
    kind: 'board',
    version: 1,
    asOf: scene.asOf,
    pilots,
    stages: countStages(pilots),
    verdicts: countVerdicts(pilots),
    groups,
    owners,
    delays: sumDelays(pilots),
    trend: trendOf(stagesNow, scene.asOf) ?? { notRun: reason(sorted) },
    unread: [...scene.unread, ...broken.map(unreadOf)].sort(byFile),
  }
}

function unreadOf(source: BoardFile): Unread {
  return { ...addressOf(source), problem: NO_PILOT }
}

function addressOf({ file, uri }: BoardFile): Pick<Unread, 'file' | 'uri'> {
  return uri === undefined ? { file } : { file, uri }
}

function byFile(a: Pick<Unread, 'file'>, b: Pick<Unread, 'file'>): number {
  return compareTexts(a.file, b.file)
}

/** Why nobody knows the past. */
function reason(files: readonly BoardFile[]): string {
  const gap = files.map(({ noHistory }) => noHistory).find((each) => each !== undefined)
  return gap ? gapText(gap) : 'no file has a history'
}

function countStages(pilots: readonly BoardPilot[]): readonly StageCount[] {
  const furthest = pilots.map((pilot) => (pilot.furthest ? stages.indexOf(pilot.furthest) : -1))
  const onTheWay = stages.filter((stage) => stage !== 'stopped')
  return onTheWay.map((stage, index) => ({
    stage,
    now: pilots.filter((pilot) => pilot.stage === stage).length,
    reached: furthest.filter((reached) => reached >= index).length,
  }))
}

function countVerdicts(pilots: readonly BoardPilot[]): Board['verdicts'] {
  const count = (verdict: BoardPilot['verdict']): number =>
    pilots.filter((pilot) => pilot.verdict === verdict).length
  return {
    'in-purgatory': count('in-purgatory'),
    'at-risk': count('at-risk'),
    healthy: count('healthy'),
    'in-production': count('in-production'),
    'stopped-well': count('stopped-well'),
    stopped: count('stopped'),
  }
}

function sumDelays(pilots: readonly BoardPilot[]): readonly Amount[] {
  const sums = new Map<string, number>()
  for (const { delay } of pilots)
    if (delay) sums.set(delay.currency, (sums.get(delay.currency) ?? 0) + delay.total)
  const amounts = Array.from(sums, ([currency, amount]) => ({ currency, amount }))
  return amounts.sort((a, b) => b.amount - a.amount || compareTexts(a.currency, b.currency))
}

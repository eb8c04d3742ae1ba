import type { Analysis, Circumstances } from '../analyze.ts'
import type { FileHistory } from '../history/history.ts'
import type { HistoryGap } from '../history/source.ts'
import { dashboardOf } from '../pilot/dashboard.ts'
import type { IsoDate } from '../pilot/dates.ts'
import { delayOf } from '../pilot/delay.ts'
import type { Pilot } from '../pilot/model.generated.ts'
import { criteriaOf, readingsOf } from '../pilot/progress.ts'
import { readinessOf } from '../pilot/readiness.ts'
import { stageTime } from '../pilot/stage-time.ts'
import { stageOf, stages } from '../pilot/stages.ts'
import { verdictOf } from '../pilot/verdict.ts'
import type { PortfolioRule } from '../rules/rule.ts'
import type { Span } from '../text/span.ts'
import type { Amount, Board, BoardCriterion, BoardPilot, Place, StageCount, Unread } from './board.ts'
import { groupsOf, heatOf } from './heat.ts'
import { ownersOf } from './owners.ts'
import { furthestOf, timelineOf } from './timeline.ts'
import { trendOf } from './trend.ts'

/** One file with what it was analysed with. */
export interface BoardFile {
  /** As a reader knows it: relative, with forward slashes. */
  readonly file: string
  readonly uri?: string
  /** With what the rules over all pilots found. */
  readonly analysis: Analysis
  readonly circumstances: Pick<Circumstances, 'settings' | 'rules'>
  readonly history?: FileHistory | undefined
  readonly noHistory?: HistoryGap | undefined
}

export interface BoardScene {
  readonly asOf: IsoDate
  /** Those over all pilots, asked or not. */
  readonly portfolioRules: readonly PortfolioRule[]
  readonly unread: readonly Unread[]
}

/** The board of all pilots. A pure function; files of one name are told apart by their paths. */
export function boardOf(files: readonly BoardFile[], scene: BoardScene): Board {
  const sorted = files.toSorted((a, b) => (a.file < b.file ? -1 : Number(a.file > b.file)))
  const { owners, ownerOf } = ownersOf(sorted.map(({ analysis }) => analysis.pilot))
  const groups = groupsOf(sorted, scene)
  const pilots = sorted.map((file, index) => pilotOf(file, { ...scene, groups, owner: ownerOf(index) }))
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
    trend: trendOf(sorted, scene.asOf),
    unread: scene.unread,
  }
}

interface Sight extends BoardScene {
  readonly groups: readonly string[]
  readonly owner: string | undefined
}

function pilotOf(source: BoardFile, sight: Sight): BoardPilot {
  const { file, uri, analysis, history } = source
  const { pilot, findings, currency } = analysis
  const { asOf, owner } = sight
  const at = (span: Span): Place => placeOf(analysis, span)
  const time = stageTime(pilot, asOf, history)
  const timeline = timelineOf(pilot, { asOf, history, at })
  return {
    file,
    ...(uri === undefined ? {} : { uri }),
    name: pilot.name?.value ?? nameOf(file),
    title: pilot.title?.value,
    team: (pilot.team ?? pilot.owners?.operator?.team)?.value,
    owner,
    stage: stageOf(pilot),
    furthest: furthestOf(pilot, timeline.stages),
    at: at((pilot.title ?? pilot.name ?? pilot).keySpan),
    ...verdictOf(pilot, findings, asOf),
    readiness: readinessOf(pilot),
    timeline,
    stageTime: time && { since: time.since, days: time.days, longest: time.longest },
    delay: delayOf(pilot, asOf, currency),
    heat: heatOf(source, sight, at),
    criteria: criteriaWith(pilot, asOf, at),
    findings: findings.map(({ rule, severity, message, span }) => ({
      rule,
      severity,
      message,
      at: at(span),
    })),
  }
}

function placeOf({ lines }: Analysis, { start }: Span): Place {
  const { line, character } = lines.positionAt(start)
  return { line: line + 1, column: character + 1 }
}

function nameOf(file: string): string {
  return (file.split('/').at(-1) ?? file).replace(/\.pilot\.ya?ml$/i, '')
}

function criteriaWith(pilot: Pilot, asOf: IsoDate, at: (span: Span) => Place): readonly BoardCriterion[] {
  const sources = criteriaOf(pilot)
  return dashboardOf(pilot, asOf).flatMap((row, index) => {
    const source = sources[index]
    if (!source) return []
    const readings = readingsOf(source).map(({ date, value }) => ({ date: date.value, value: value.value }))
    return [{ ...row, readings, at: at(source.keySpan) }]
  })
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
  return amounts.sort((a, b) => b.amount - a.amount || (a.currency < b.currency ? -1 : 1))
}

import type { Finding } from '../finding.ts'
import type { IsoDate } from './dates.ts'
import type { Pilot } from './model.generated.ts'
import {
  idleDays,
  isNobodysPilot,
  metAndActive,
  metButUndecided,
  nextIsAnotherPilot,
  openWordings,
  overAYear,
  passedEnd,
} from './signs.ts'
import { isActive, type Stage, stageOf } from './stages.ts'

export type Verdict = 'in-purgatory' | 'at-risk' | 'healthy' | 'in-production' | 'stopped-well' | 'stopped'

/** How a pilot stands, and why. */
export interface Judgement {
  readonly verdict: Verdict
  /** The signs of purgatory that are met, each as half a sentence; also where one alone does not decide. */
  readonly signs: readonly string[]
}

/** Warnings in so many groups put a pilot at risk. */
const RISK_GROUPS = 3
const PURGATORY_SIGNS = 2

/** What a file says by itself of how its pilot stands on a day: plain data. */
export interface Outlook {
  readonly stage: Stage
  /** Whether it is said why it ended. */
  readonly reasoned: boolean
  /** The signs of purgatory that are met. */
  readonly signs: readonly string[]
}

/** `findings` are those of the file on that day; those that come from other pilots change nothing. */
export function outlookOf(pilot: Pilot, findings: readonly Finding[], today: IsoDate): Outlook {
  const signs = isActive(pilot) ? signsOf(pilot, findings, today) : []
  return { stage: stageOf(pilot), reasoned: pilot.outcome?.because !== undefined, signs }
}

/**
 * The verdict: in purgatory with any two signs of it; at risk with any error, or warnings in three groups; else healthy.
 * A stop counts as well when its reason is written down.
 */
export function judgementOf({ stage, reasoned, signs }: Outlook, findings: readonly Finding[]): Judgement {
  const errors = findings.some(({ severity }) => severity === 'error')
  if (stage === 'stopped') return { verdict: reasoned && !errors ? 'stopped-well' : 'stopped', signs: [] }
  if (signs.length >= PURGATORY_SIGNS) return { verdict: 'in-purgatory', signs }
  const warned = new Set(
    findings.filter(({ severity }) => severity === 'warning').map(({ rule }) => rule.split('/')[0]),
  )
  if (errors || warned.size >= RISK_GROUPS) return { verdict: 'at-risk', signs }
  return { verdict: stage === 'production' ? 'in-production' : 'healthy', signs }
}

/** The verdict on a pilot, of all the findings of its file on that day. */
export function verdictOf(pilot: Pilot, findings: readonly Finding[], today: IsoDate): Judgement {
  return judgementOf(outlookOf(pilot, findings, today), findings)
}

function signsOf(pilot: Pilot, findings: readonly Finding[], today: IsoDate): readonly string[] {
  const end = passedEnd(pilot, today)
  const signs = [
    end && `its end, ${end.value}, passed without a decision`,
    overAYear(pilot, today) && 'it is active for more than 12 months',
    metAndActive(pilot, today, 180) && 'it succeeded more than 180 days ago and is not in production',
    end && openWordings(pilot)[0] && `past its end it is called "${openWordings(pilot)[0]?.words}"`,
    isNobodysPilot(pilot) && 'nobody is accountable and no success is defined',
    isPaidForNothing(pilot, findings, today) && 'its tool is paid for and nobody works on it',
    movedTwice(findings) && 'its dates were moved twice',
    metButUndecided(pilot, today, 30) && 'its criteria are met for more than 30 days and nobody decided',
    nextIsAnotherPilot(pilot) && 'its next step is not production',
  ]
  return signs.filter((sign) => typeof sign === 'string')
}

/** The history tells it, so the rule that reads it is asked. */
function movedTwice(findings: readonly Finding[]): boolean {
  return findings.some(({ rule, severity }) => rule === 'history/deadline-slipped' && severity === 'error')
}

function isPaidForNothing(pilot: Pilot, findings: readonly Finding[], today: IsoDate): boolean {
  const paid = pilot.vendor !== undefined || (pilot.cost?.software?.value ?? 0) > 0
  const dormant = paid && findings.some(({ rule }) => rule === 'stage/dormant')
  return dormant || idleDays(pilot, today, 60) !== undefined
}

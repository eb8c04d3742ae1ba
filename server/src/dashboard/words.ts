import type { Counts } from '../engine/counts.ts'
import type { IsoDate } from '../engine/pilot/dates.ts'
import type { GateState } from '../engine/pilot/gates.ts'
import type { Stage } from '../engine/pilot/stages.ts'
import type { Verdict } from '../engine/pilot/verdict.ts'
import { capital } from '../engine/text/capital.ts'
import { counted } from '../engine/text/counted.ts'

/** What needs attention comes first. */
export const verdicts: readonly Verdict[] = [
  'in-purgatory',
  'at-risk',
  'healthy',
  'in-production',
  'stopped-well',
  'stopped',
]

export const verdictWords: Readonly<Record<Verdict, string>> = {
  'in-purgatory': 'in purgatory',
  'at-risk': 'at risk',
  healthy: 'healthy',
  'in-production': 'in production',
  'stopped-well': 'stopped well',
  stopped: 'stopped without a reason',
}

export const gateWords: Readonly<Record<GateState, string>> = {
  passed: 'passed',
  'held-back': 'held back',
  due: 'due',
  overdue: 'overdue',
  missing: 'without a date',
}

export function stageWord(stage: Stage): string {
  return capital(stage)
}

/** `2 errors, 1 warning`. */
export function findingWords({ errors, warnings, infos }: Counts): string {
  const parts = [
    errors > 0 && counted(errors, 'error'),
    warnings > 0 && counted(warnings, 'warning'),
    infos > 0 && counted(infos, 'note'),
  ]
  return parts.filter((part) => part !== false).join(', ')
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `Nov 2026`. */
export function monthWords(date: string): string {
  return `${monthName(date)} ${date.slice(0, 4)}`
}

export function monthName(date: string): string {
  return MONTHS[Number(date.slice(5, 7)) - 1] ?? date
}

/** `20 Nov 2026`. */
export function dayWords(date: IsoDate): string {
  return `${Number(date.slice(8))} ${monthWords(date)}`
}

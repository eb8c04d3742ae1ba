import type {
  GateState,
  PilotItem,
  Readiness,
  Severity,
  Stage,
  Verdict,
} from '../../../server/src/protocol/pilots.ts'
import { reasonWords } from './reason-words.ts'
import type { Icon, Language } from './tree-node.ts'

/** In the order of their work. */
export const stages = [
  'criteria',
  'ownership',
  'data',
  'rollout',
  'adoption',
  'production',
  'stopped',
] as const

/** What needs attention comes first. */
export const verdicts = [
  'in-purgatory',
  'at-risk',
  'healthy',
  'in-production',
  'stopped-well',
  'stopped',
] as const

export function stageWord(stage: Stage, l10n: Language): string {
  return {
    criteria: l10n.t('Criteria'),
    ownership: l10n.t('Ownership'),
    data: l10n.t('Data'),
    rollout: l10n.t('Rollout'),
    adoption: l10n.t('Adoption'),
    production: l10n.t('Production'),
    stopped: l10n.t('Stopped'),
  }[stage]
}

export function verdictWord(verdict: Verdict, l10n: Language): string {
  return {
    'in-purgatory': l10n.t('In purgatory'),
    'at-risk': l10n.t('At risk'),
    healthy: l10n.t('Healthy'),
    'in-production': l10n.t('In production'),
    'stopped-well': l10n.t('Stopped well'),
    stopped: l10n.t('Stopped without a reason'),
  }[verdict]
}

/** The verdict on a pilot; without one that can be read there is none. */
export function standingWord(
  { readable, verdict }: Pick<PilotItem, 'readable' | 'verdict'>,
  l10n: Language,
): string {
  return readable ? verdictWord(verdict, l10n) : l10n.t('Not readable')
}

export function readinessWord(readiness: Readiness, l10n: Language): string {
  return { high: l10n.t('high'), medium: l10n.t('medium'), low: l10n.t('low') }[readiness]
}

export function severityWord(severity: Severity, l10n: Language): string {
  return { error: l10n.t('Error'), warning: l10n.t('Warning'), info: l10n.t('Note') }[severity]
}

export function gateWord(state: GateState, l10n: Language): string {
  return {
    passed: l10n.t('passed'),
    'held-back': l10n.t('held back'),
    due: l10n.t('due'),
    overdue: l10n.t('overdue'),
    missing: l10n.t('missing'),
  }[state]
}

export const passed: Icon = { name: 'pass', color: 'testing.iconPassed' }

export const severityIcons: Readonly<Record<Severity, Icon>> = {
  error: { name: 'error', color: 'problemsErrorIcon.foreground' },
  warning: { name: 'warning', color: 'problemsWarningIcon.foreground' },
  info: { name: 'info', color: 'problemsInfoIcon.foreground' },
}

export type Count = PilotItem['count']

/** `2 errors, 1 warning`; `no findings` when there are none. */
export function countWords({ error, warning, info }: Count, l10n: Language): string {
  const parts = [
    error === 1 ? l10n.t('1 error') : error > 1 && l10n.t('{0} errors', error),
    warning === 1 ? l10n.t('1 warning') : warning > 1 && l10n.t('{0} warnings', warning),
    info === 1 ? l10n.t('1 note') : info > 1 && l10n.t('{0} notes', info),
  ].filter((part) => part !== false)
  return parts.length === 0 ? l10n.t('no findings') : parts.join(', ')
}

/** The same, with those that the baseline holds: `1 error, 12 more in the baseline`. */
export function findingWords({ count, known }: Pick<PilotItem, 'count' | 'known'>, l10n: Language): string {
  const open = countWords(count, l10n)
  if (known === 0) return open
  return totalOf(count) === 0
    ? l10n.t('{0} in the baseline', known)
    : l10n.t('{0}, {1} more in the baseline', open, known)
}

export function totalOf({ error, warning, info }: Count): number {
  return error + warning + info
}

/** How many rules were not run, a sentence for each reason without its full stop. */
export function notRunWords(notRun: PilotItem['notRun'], l10n: Language): readonly string[] {
  const reasons = new Map<string, number>()
  for (const { reason } of notRun) reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  return Array.from(reasons, ([reason, rules]) => {
    const why = reasonWords(reason, l10n)
    return rules === 1 ? l10n.t('1 rule not run {0}', why) : l10n.t('{0} rules not run {1}', rules, why)
  })
}

/** How many rules were not run, in the few words for which a status has room. */
export function notRunCount({ length }: PilotItem['notRun'], l10n: Language): readonly string[] {
  if (length === 0) return []
  return [length === 1 ? l10n.t('1 rule not run') : l10n.t('{0} rules not run', length)]
}

/** The findings of all pilots together. */
export function totalCount(pilots: readonly PilotItem[]): Count {
  return {
    error: sum(pilots, 'error'),
    warning: sum(pilots, 'warning'),
    info: sum(pilots, 'info'),
  }
}

function sum(pilots: readonly PilotItem[], severity: Severity): number {
  return pilots.reduce((total, { count }) => total + count[severity], 0)
}

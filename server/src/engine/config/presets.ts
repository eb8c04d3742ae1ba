import type { Severity } from '../finding.ts'
import type { Preset, Settings } from './settings.ts'

export const presets: readonly Preset[] = ['minimal', 'recommended', 'strict']

/** Whether the settings let a rule run at all. */
export function isOn({ preset, rules }: Settings, rule: string): boolean {
  const severity = rules.get(rule)?.severity
  return severity === undefined ? preset !== 'minimal' || isMinimal(rule) : severity !== 'off'
}

/** The severity that the settings give to a report; `usual` is what the rule says of it. Nothing is to be reported when absent. */
export function weigh({ preset, rules }: Settings, rule: string, usual: Severity): Severity | undefined {
  const severity = rules.get(rule)?.severity
  if (severity !== undefined) return severity === 'off' ? undefined : severity
  switch (preset) {
    case 'minimal':
      return usual === 'error' && isMinimal(rule) ? usual : undefined
    case 'recommended':
      return usual
    case 'strict':
      return usual === 'info' ? 'warning' : 'error'
  }
}

/** Conflict markers stand for everything that the parser would say, and that no preset leaves out. */
function isMinimal(rule: string): boolean {
  return /^(?:owners|criteria|integration|gates|stage)\//.test(rule) || rule === 'file/conflict-markers'
}

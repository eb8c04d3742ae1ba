import type { Severity } from '../finding.ts'

/** What an organisation decided about the rules. Without a configuration it is empty. */
export interface Settings {
  readonly rules: ReadonlyMap<string, RuleSetting>
}

export interface RuleSetting {
  /** Replaces the severity of every stage; `off` keeps the rule from running. */
  readonly severity: Severity | 'off' | undefined
  readonly options: Readonly<Record<string, number>>
}

/** Every rule as the rulebook has it. */
export const recommended: Settings = { rules: new Map() }

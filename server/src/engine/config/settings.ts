import type { Severity } from '../finding.ts'

/** What an organisation decided about the rules. Without a configuration it is empty. */
export interface Settings {
  readonly preset: Preset
  readonly rules: ReadonlyMap<string, RuleSetting>
  /** Where a pilot takes effect that does not say so itself: ISO 3166 codes, or EU. */
  readonly jurisdictions: readonly string[]
  /** The currency (ISO 4217) of a file that names none. */
  readonly currency: string
  /** Whether they name a registry: where they do not, nobody says which people, teams and systems there are. */
  readonly hasRegistry?: boolean
}

export type Preset = 'minimal' | 'recommended' | 'strict'

export interface RuleSetting {
  /** Replaces the severity of every stage; `off` keeps the rule from running. */
  readonly severity: Severity | 'off' | undefined
  readonly options: Readonly<Record<string, number>>
}

/** Every rule as the rulebook has it. */
export const recommended: Settings = {
  preset: 'recommended',
  rules: new Map(),
  jurisdictions: [],
  currency: 'USD',
}

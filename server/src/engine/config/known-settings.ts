import { ofEach } from '../once.ts'
import type { Settings } from './settings.ts'

/** All that settings say, as values that JSON has; equal for equal settings. */
export function partsOf({
  preset,
  rules,
  jurisdictions,
  currency,
  hasRegistry,
}: Settings): readonly unknown[] {
  const set = [...rules].map(([id, { severity, options }]) => [id, severity, Object.entries(options).sort()])
  return [preset, set.sort(), jurisdictions, currency, hasRegistry]
}

/**
 * The same object for equal settings: each message to a thread brings a copy of its own, and the rules that are due would be looked
 * for once for each.
 */
export const knownSettings: (settings: Settings) => Settings = ofEach((settings) => {
  const text = JSON.stringify(partsOf(settings))
  const known = byText.get(text) ?? settings
  byText.set(text, known)
  return known
})

const byText = new Map<string, Settings>()

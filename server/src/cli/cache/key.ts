import { createHash } from 'node:crypto'
import type { Settings } from '../../engine/config/settings.ts'
import type { Keeping, NamedSubject } from '../analyze-many.ts'

/** What the analysis of one of the files depends on, as 64 hex digits; absent where not all of that is known. */
export type KeyOf = (subject: NamedSubject) => string | undefined

/** The keys of one run. `program` stands for the code of all rules, which are those that the program has by itself. */
export function keysFor(program: string, { edits }: Keeping): KeyOf {
  const known = new Map<Settings, string>()
  const common = (settings: Settings): string => {
    const hash = known.get(settings) ?? hashOf(JSON.stringify([program, edits, ...partsOf(settings)]))
    known.set(settings, hash)
    return hash
  }
  return ({ content, file, circumstances, hasCustomRules }) => {
    // What a custom rule says may depend on how long it was allowed to think.
    if (content.kind !== 'text' || hasCustomRules) return undefined
    const { today, settings } = circumstances
    const { name, history, noHistory } = file
    const own = JSON.stringify([common(settings), today, name, history, noHistory])
    return hashOf(`${own}\0`, content.text)
  }
}

function partsOf({ preset, rules, jurisdictions, currency }: Settings): readonly unknown[] {
  const set = [...rules].map(([id, { severity, options }]) => [id, severity, Object.entries(options).sort()])
  return [preset, set.sort(), jurisdictions, currency]
}

function hashOf(...texts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const text of texts) hash.update(text)
  return hash.digest('hex')
}

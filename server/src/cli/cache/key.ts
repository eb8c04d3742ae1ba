import { createHash } from 'node:crypto'
import type { Settings } from '../../engine/config/settings.ts'
import type { Keeping, NamedSubject } from '../analyze-many.ts'

/** What the analysis of one of the files depends on, as 64 hex digits; absent where not all of that is known. */
export type KeyOf = (subject: NamedSubject) => string | undefined

/** The keys of one run. `program` stands for the code of all rules that the program has by itself. */
export function keysFor(program: string, { edits }: Keeping): KeyOf {
  const known = new Map<Settings, string>()
  const settled = (settings: Settings): string => {
    const text = known.get(settings) ?? textOf(settings)
    known.set(settings, text)
    return text
  }
  return ({ content, file, circumstances, hasCustomRules }) => {
    // What a custom rule says may depend on how long it was allowed to think.
    if (content.kind !== 'text' || hasCustomRules) return undefined
    const { today, settings, rules, otherRules = [] } = circumstances
    const ids = [...rules.map(({ id }) => id), ...otherRules].join(' ')
    const { name, history, noHistory } = file
    const rest = JSON.stringify([program, edits, today, ids, settled(settings), name, history, noHistory])
    return createHash('sha256').update(rest).update('\0').update(content.text).digest('hex')
  }
}

function textOf({ preset, rules, jurisdictions, currency }: Settings): string {
  const set = [...rules].map(([id, { severity, options }]) => [id, severity, Object.entries(options).sort()])
  return JSON.stringify([preset, set.sort(), jurisdictions, currency])
}

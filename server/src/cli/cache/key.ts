import { createHash } from 'node:crypto'
import type { Circumstances } from '../../engine/analyze.ts'
import { partsOf } from '../../engine/config/known-settings.ts'
import type { Settings } from '../../engine/config/settings.ts'
import type { Keeping, Prepared } from '../analyze-many.ts'

/** What the analysis of one of the files depends on, as 64 hex digits; absent where not all of that is known. */
export type KeyOf = (subject: Prepared) => string | undefined

/** The keys of one run. `program` stands for the code of all rules that the program has by itself, which are the same in a run. */
export function keysFor(program: string, { edits }: Keeping): KeyOf {
  const known = new Map<Settings, string>()
  const common = ({ settings, rules, otherRules = [] }: Circumstances): string => {
    const found = known.get(settings)
    if (found !== undefined) return found
    const ids = [...rules.map(({ id }) => id), ...otherRules]
    const hash = hashOf(JSON.stringify([program, edits, ids, ...partsOf(settings)]))
    known.set(settings, hash)
    return hash
  }
  return ({ content, file, circumstances, hasCustomRules }) => {
    // What a custom rule says may depend on how long it was allowed to think.
    if (content.kind !== 'text' || hasCustomRules) return undefined
    const { name, history, noHistory } = file
    const own = JSON.stringify([common(circumstances), circumstances.today, name, history, noHistory])
    return hashOf(`${own}\0`, content.text)
  }
}

function hashOf(...texts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const text of texts) hash.update(text)
  return hash.digest('hex')
}

import type { Range, WorkspaceEdit } from 'vscode-languageserver-types'
import type { Analysis } from '../engine/analyze.ts'
import type { Fix } from '../engine/finding.ts'
import { editsOf } from '../engine/fix.ts'
import { affordable, isSound, type Recheck } from '../engine/sound-edit.ts'
import type { Missing } from '../engine/steps/missing.ts'
import { visible } from '../engine/text/visible.ts'
import { rangeOf } from './range.ts'
import { type Target, workspaceEdit } from './workspace-edit.ts'

/** One thing that keeps a pilot from a stage, as a client lists it. */
export interface MissingItem extends Pick<Missing, 'kind' | 'stage' | 'says' | 'rule' | 'gate'> {
  readonly range: Range
  readonly fixes: readonly { readonly title: string; readonly edit: WorkspaceEdit }[]
}

/** What is missing, each with the fixes that were tried and leave the file as sound as before. */
export function missingItems(
  analysis: Analysis,
  missing: readonly Missing[],
  target: Target,
  recheck: Recheck,
): readonly MissingItem[] {
  const check = affordable(recheck)
  const tried = new Map<Fix, readonly Offered[]>()
  const offered = (fix: Fix): readonly Offered[] => {
    if (tried.size >= MOST_TRIES) return []
    const changes = editsOf(analysis.text, fix)
    if (changes.length === 0 || !isSound(analysis, [], changes, check)) return []
    return [{ title: visible(fix.title), edit: workspaceEdit(analysis, changes, target) }]
  }
  return missing.slice(0, MOST_ITEMS).map(({ at, fixes, ...item }) => {
    // Several things that are missing come with one and the same.
    for (const fix of fixes) if (!tried.has(fix)) tried.set(fix, offered(fix))
    const edits = fixes.flatMap((fix) => tried.get(fix) ?? [])
    return { ...item, says: visible(item.says), range: rangeOf(analysis.lines, at), fixes: edits }
  })
}

type Offered = MissingItem['fixes'][number]

const MOST_ITEMS = 100
/** Each is an analysis of the whole file. */
const MOST_TRIES = 20

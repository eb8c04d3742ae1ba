import type { Range, WorkspaceEdit } from 'vscode-languageserver-types'
import type { Analysis } from '../engine/analyze.ts'
import { editsOf } from '../engine/fix.ts'
import { isSound, type Recheck } from '../engine/sound-edit.ts'
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
  let tried = 0
  return missing.slice(0, MOST_ITEMS).map(({ at, fixes, ...item }) => {
    const edits = fixes.flatMap((fix) => {
      const changes = editsOf(analysis.text, fix)
      if (changes.length === 0 || ++tried > MOST_TRIES || !isSound(analysis, [], changes, recheck)) return []
      return [{ title: visible(fix.title), edit: workspaceEdit(analysis, changes, target) }]
    })
    return { ...item, says: visible(item.says), range: rangeOf(analysis.lines, at), fixes: edits }
  })
}

const MOST_ITEMS = 100
/** Each is an analysis of the whole file. */
const MOST_TRIES = 20

import { type Comparison, type Results, totalsOf } from '../checked.ts'
import { count } from './style.ts'

/** What a comparison left out of the report, as a sentence that begins with a blank. */
export function leftOut(results: Results): string {
  const { unchanged, absent } = totalsOf(results)
  if (!results.comparisons || unchanged + absent === 0) return ''
  const hidden = `${count(unchanged, 'finding')} of the baseline ${unchanged === 1 ? 'is' : 'are'} not shown`
  if (absent === 0) return ` ${hidden}.`
  const are = absent === 1 ? 'is' : 'are'
  if (unchanged === 0) return ` ${count(absent, 'finding')} of the baseline ${are} fixed.`
  return ` ${hidden}, and ${absent} ${are} fixed.`
}

/** A baseline that holds what is fixed, for which the check fails, with what to do. */
export interface Stale {
  readonly path: string
  readonly advice: string
}

export function staleIn({ comparisons = [] }: Results): readonly Stale[] {
  return comparisons.filter(isStale).map(({ path, absent }) => {
    const are = absent.length === 1 ? '1 finding of it is' : `${absent.length} findings of it are`
    return { path, advice: `${are} fixed. Run pilots baseline prune and commit the file.` }
  })
}

function isStale({ absent }: Comparison): boolean {
  return absent.length > 0
}

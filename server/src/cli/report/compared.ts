import { counted } from '../../engine/text/counted.ts'
import { listing, shortListing } from '../../engine/text/listing.ts'
import { visible } from '../../engine/text/visible.ts'
import {
  type BaselineState,
  type Results,
  severities,
  totalsOf,
  type WithBaseline,
  type WithCommit,
} from '../checked.ts'

/** What a comparison left out of the report, as a sentence that begins with a blank. */
export function leftOut(results: Results): string {
  if (!results.comparisons) return ''
  const since = sinceIn(results)
  if (since)
    return ` Since ${nameOf(since)}: ${changes(results, since)}.${unchecked(since)}${reconfigured(since)}${withheld(since)}`
  const [unchanged, { absent }] = [countIn(results, 'unchanged'), totalsOf(results)]
  if (unchanged + absent === 0) return ''
  const hidden = `${counted(unchanged, 'finding')} of the baseline ${unchanged === 1 ? 'is' : 'are'} not shown`
  if (absent === 0) return ` ${hidden}.`
  const are = absent === 1 ? 'is' : 'are'
  if (unchanged === 0) return ` ${counted(absent, 'finding')} of the baseline ${are} fixed.`
  return ` ${hidden}, and ${absent} ${are} fixed.`
}

/** A pilot that was moved to where no check looks breaks no rule any more. */
function unchecked({ unchecked: paths = [] }: WithCommit): string {
  return paths.length === 0 ? '' : ` No longer checked: ${shortListing(paths.map(visible), NAMED)}.`
}

/** What a branch makes of the rules is applied to both states, so nothing else tells of it. */
function reconfigured({ configs = [] }: WithCommit): string {
  if (configs.length === 0) return ''
  return ` Changed since then, and applied to both: ${shortListing(configs.map(visible), NAMED)}.`
}

/** What they keep from being reported, or the place to which a pilot was moved. */
function withheld({ configs = [], hidden = [] }: WithCommit): string {
  if (hidden.length === 0) return ''
  const rules = [...new Set(hidden.map(({ rule }) => rule))].sort()
  const found = severities.flatMap((each) => {
    const { length } = hidden.filter(({ severity }) => severity === each)
    return length > 0 ? [counted(length, each)] : []
  })
  return ` ${before(configs)}, there would be ${listing(found)} more: ${shortListing(rules.map(visible), NAMED)}.`
}

function before({ length }: readonly string[]): string {
  if (length === 0) return 'Where the pilots were before'
  return length === 1 ? 'As it was' : 'As they were'
}

/** Files, and rules that are hidden, that are named. */
const NAMED = 5

/** `1 new, 2 worse, 30 unchanged, 4 gone, 1 suppressed`; without those of which there are none, but for the first. */
function changes(results: Results, { suppressed }: WithCommit): string {
  const others = [
    [countIn(results, 'worse'), 'worse'],
    [countIn(results, 'unchanged'), 'unchanged'],
    [totalsOf(results).absent, 'gone'],
    [suppressed, 'suppressed'],
  ] as const
  const said = others.filter(([number]) => number > 0).map(([number, word]) => `${number} ${word}`)
  return [`${countIn(results, 'new')} new`, ...said].join(', ')
}

/** The findings that are so, shown or not. */
function countIn({ files }: Results, wanted: BaselineState['is']): number {
  const states = files.flatMap(({ states: each }) => [...(each?.values() ?? [])])
  return states.filter(({ is }) => is === wanted).length
}

/** The commit that the run is compared with. */
export function sinceIn({ comparisons = [] }: Results): WithCommit | undefined {
  return comparisons.find((each) => each.with === 'commit')
}

/** `origin/main (1a2b3c4)`. */
function nameOf({ ref, commit }: WithCommit): string {
  return `${visible(ref)} (${commit.slice(0, 7)})`
}

/** What a finding weighed before it became worse, for behind its severity; empty for all others. */
export function wasText(state: BaselineState | undefined): string {
  return state?.is === 'worse' ? ` (was ${state.was})` : ''
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

function isStale(each: WithBaseline | WithCommit): each is WithBaseline {
  return each.with === 'baseline' && each.absent.length > 0
}

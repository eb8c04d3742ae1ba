import type { PortfolioChange } from '../rules/rule.ts'
import type { AnchoredFinding } from './analyze-portfolio.ts'
import type { Anchor, Facts } from './facts.ts'
import { namesIn } from './named.ts'

/**
 * What was said of a pilot before it was edited, at the names where these stand now. What was said of a name that is no
 * longer there is left out.
 */
export function stillThere(
  findings: readonly AnchoredFinding[],
  before: Pick<Facts, 'mentions'>,
  now: Pick<Facts, 'mentions'>,
): readonly AnchoredFinding[] {
  const [old, places] = [keysOf(before), new Map(keysOf(now).map((key, index) => [key, index]))]
  const moved = (at: Anchor): Anchor | undefined => (typeof at === 'number' ? places.get(old[at] ?? '') : at)
  return findings.flatMap((finding): readonly AnchoredFinding[] => {
    const at = moved(finding.at)
    if (at === undefined) return []
    const fixes = finding.fixes.map((fix) => ({
      ...fix,
      changes: fix.changes.flatMap((change): readonly PortfolioChange[] => {
        if (change.do !== 'replace') return [change]
        const there = moved(change.at)
        return there === undefined ? [] : [{ ...change, at: there }]
      }),
    }))
    return [{ ...finding, at, fixes }]
  })
}

/** Each name by its path and by how many of the same stand in front of it. */
function keysOf({ mentions }: Pick<Facts, 'mentions'>): readonly string[] {
  const counts = new Map<string, number>()
  return namesIn(mentions).map(({ path, name }) => {
    const key = `${path} ${name}`
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return `${key} ${count}`
  })
}

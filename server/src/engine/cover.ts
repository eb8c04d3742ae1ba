import type { Change, Finding } from './finding.ts'
import { isAbsentAt } from './pilot/located.ts'
import type { Pilot } from './pilot/model.generated.ts'
import { absentBlocks } from './pilot/needs.ts'
import type { Rulebook } from './rulebook.ts'
import { keysOf, ROOT } from './schema/describe.ts'

/** The findings of a file, parted. */
export interface Told {
  readonly told: readonly Finding[]
  /** What another finding stands for. */
  readonly covered: readonly Finding[]
}

/**
 * Where a rule speaks of all that is absent, what others say of any of it is set aside: of blocks that are not there, and
 * of keys that would only have to be added, whatever the day.
 */
export function withoutCovered(
  findings: readonly Finding[],
  { rules, covering }: Rulebook,
  pilot: Pilot,
): Told {
  if (!findings.some(({ rule }) => covering.has(rule))) return { told: findings, covered: [] }
  const absent = absentBlocks(pilot)
  const blocks = keysOf(ROOT)
  const isCovered = ({ rule, fixes }: Finding): boolean => {
    const { about = rule.split('/')[0] ?? '', needs, owed, wrong } = rules.get(rule) ?? { about: '' }
    return (
      absent.includes(about) ||
      ((owed || !needs) && !wrong && blocks.includes(about) && onlyAdds(fixes, pilot))
    )
  }
  return { told: findings.filter((each) => !isCovered(each)), covered: findings.filter(isCovered) }
}

/** What is put in the place of something adds nothing, as the name of who follows one who has left. */
function onlyAdds(fixes: Finding['fixes'], pilot: Pilot): boolean {
  const adds = (change: Change): boolean =>
    change.do === 'append' || (change.do === 'insert' && isAbsentAt(change.into ?? pilot, ...change.path))
  return fixes.some(({ changes }) => changes.length > 0) && fixes.every(({ changes }) => changes.every(adds))
}

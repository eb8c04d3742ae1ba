import { groupBy } from '../../engine/group-by.ts'
import { type Lack, reasonOf } from '../../engine/not-run.ts'
import { counted } from '../../engine/text/counted.ts'
import type { Results } from '../checked.ts'

/** Says how many rules were not run, a sentence for each reason; each begins with a blank. */
export function notRun({ files }: Results): string {
  // Thousands of files share a few lists.
  const lists = groupBy(files, ({ analysis }) => analysis.notRun)
  const reasons = new Map<string, Reason>()
  for (const [list, sharing] of lists) {
    const here = new Set<Reason>()
    for (const { rule, needs, because } of list) {
      const key = `${needs} ${because}`
      const reason = reasons.get(key) ?? { needs, because, rules: new Set(), files: 0 }
      reasons.set(key, reason)
      reason.rules.add(rule)
      here.add(reason)
    }
    for (const reason of here) reason.files += sharing.length
  }
  return [...reasons.values()].map((reason) => sentence(reason, files.length)).join('')
}

interface Reason extends Lack {
  readonly rules: Set<string>
  files: number
}

function sentence({ needs, because, rules, files }: Reason, all: number): string {
  const where = files === all ? '' : ` in ${counted(files, 'file')}`
  return ` ${counted(rules.size, 'rule')} not run${where} ${reasonOf({ needs, because })}.`
}

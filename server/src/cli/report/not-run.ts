import { gapText, type HistoryGap } from '../../engine/history/source.ts'
import type { Need } from '../../engine/rules/rule.ts'
import type { Results } from '../checked.ts'
import { count } from './style.ts'

const lacks: Readonly<Record<Need, string>> = {
  today: 'a date',
  history: 'the Git history',
  portfolio: 'the other pilots',
  registry: 'a registry',
}

/** Says how many rules were not run, a sentence for each reason; each begins with a blank. */
export function notRun({ files }: Results): string {
  const reasons = new Map<string, Reason>()
  for (const { analysis } of files) {
    const here = new Set<Reason>()
    for (const { rule, needs, because } of analysis.notRun) {
      const key = `${needs} ${because}`
      const reason = reasons.get(key) ?? { needs, because, rules: new Set(), files: 0 }
      reasons.set(key, reason)
      reason.rules.add(rule)
      here.add(reason)
    }
    for (const reason of here) reason.files++
  }
  return [...reasons.values()].map((reason) => sentence(reason, files.length)).join('')
}

interface Reason {
  readonly needs: Need
  readonly because: HistoryGap | undefined
  readonly rules: Set<string>
  files: number
}

function sentence({ needs, because, rules, files }: Reason, all: number): string {
  const where = files === all ? '' : ` in ${count(files, 'file')}`
  const why = because ? `: ${gapText(because)}` : ''
  return ` ${count(rules.size, 'rule')} not run${where} for want of ${lacks[needs]}${why}.`
}

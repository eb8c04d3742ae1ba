import type { FileHistory } from './history/history.ts'
import { gapText, type HistoryGap } from './history/source.ts'
import type { Need, Rule } from './rules/rule.ts'

/** What a rule lacked, and why that is not there. */
export interface Lack {
  readonly needs: Need
  /** Why there is no history, where that is what it lacked. */
  readonly because?: HistoryGap | undefined
}

/** A rule that could not be evaluated. */
export interface NotRun extends Lack {
  readonly rule: string
}

/** What a rule needs of a file and does not get. */
export function lacking({ needs }: Rule, history: FileHistory | undefined): Need | undefined {
  return needs?.find((need) => need !== 'today' && !(need === 'history' && history))
}

/** Why a rule was not run, as the end of a sentence: `for lack of Git history: it is switched off`. */
export function reasonOf({ needs, because }: Lack): string {
  return `for lack of ${lacks[needs]}${because ? `: ${gapText(because)}` : ''}`
}

const lacks: Readonly<Record<Need, string>> = {
  today: 'a date',
  history: 'Git history',
  portfolio: 'the other pilots',
  registry: 'a registry',
}

import type { FileHistory } from './history/history.ts'
import type { HistoryGap } from './history/source.ts'
import type { Need, Rule } from './rules/rule.ts'

/** A rule that could not be evaluated, and what it lacked. */
export interface NotRun {
  readonly rule: string
  readonly needs: Need
  /** Why there is no history, where that is what it lacked. */
  readonly because?: HistoryGap
}

/** What a rule needs of a file and does not get. */
export function lacking({ needs }: Rule, history: FileHistory | undefined): Need | undefined {
  return needs?.find((need) => need !== 'today' && !(need === 'history' && history))
}

import assert from 'node:assert/strict'
import { rules } from '../../server/src/engine/rules/all.generated.ts'
import { historyOf } from '../../server/src/engine/rules/example-files.ts'
import type { PastState, Rule } from '../../server/src/engine/rules/rule.ts'
import { analysisOf, complete, TODAY } from './check.ts'

export const withHistory: readonly Rule[] = rules.filter(({ needs }) => needs?.includes('history'))

/** The findings of the rules with history, but for the age of the last commit, as `rule severity`. */
export function found(yaml: string, history: readonly PastState[], today: string = TODAY): readonly string[] {
  const { findings } = analysisOf(complete(yaml), { rules: withHistory, history: historyOf(history), today })
  const news = findings.filter(({ rule }) => rule !== 'stage/dormant')
  return news.map(({ rule, severity }) => `${rule} ${severity}`)
}

/** A pilot that has started. */
export const START = 'timeline: { start: 2026-02-02, end: 2026-06-26 }\n'

/** Its success criteria. */
export const criteria = (items: string): string => `criteria: { success: [${items}] }\n`

/** What is found when a criterion of the start has become another one. */
export function moved(before: string, after: string): readonly string[] {
  return found(START + criteria(after), [{ date: '2026-01-20', yaml: START + criteria(before) }])
}

export const ERROR = 'history/goalposts-moved error'
export const WARNING = 'history/goalposts-moved warning'

/** A criterion of waiting, with what it was at the start, what it became, and what is found then. */
export function checkWaiting(cases: readonly (readonly [string, string, readonly string[]])[]): void {
  const T = 'metric: Waiting time'
  for (const [before, after, expected] of cases)
    assert.deepEqual(moved(`{ ${T}, ${before} }`, `{ ${T}, ${after} }`), expected, `${before} > ${after}`)
}

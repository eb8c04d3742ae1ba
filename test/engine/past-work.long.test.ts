import assert from 'node:assert/strict'
import { historyOf } from '../../server/src/engine/rules/example-files.ts'
import { analysisOf, complete } from '../support/check.ts'
import { START, withHistory } from '../support/past.ts'

describe('the work for the past of many criteria', () => {
  it('looks once for where the criteria of the past stand in the text', () => {
    const looked = (items: number): number => {
      const metrics = Array.from(
        { length: items },
        (_, at) => `{ metric: Cases ${at}, baseline: 9, target: 6 }`,
      )
      const text = complete(`${START}criteria: { success: [${metrics.join(', ')}] }\n`)
      const history = historyOf([{ date: '2026-01-20', yaml: text }])
      return lookedAtIn(() => analysisOf(text, { rules: withHistory, history }))
    }
    const [few, many] = [looked(100), looked(200)]
    assert.ok(few > 0 && many <= 3 * few, `${few} values for half of the criteria, ${many} for all`)
  })
})

/** How many values searches in lists may go through in a call. */
function lookedAtIn(run: () => void): number {
  const { filter, indexOf } = Array.prototype
  let looked = 0
  const counting = (method: typeof filter | typeof indexOf) =>
    function (this: unknown[], ...more: unknown[]): unknown {
      looked += this.length
      return Reflect.apply(method, this, more)
    }
  define({ filter: counting(filter), indexOf: counting(indexOf) })
  run()
  define({ filter, indexOf })
  return looked
}

function define(methods: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(methods)) {
    Object.defineProperty(Array.prototype, name, { value, writable: true, configurable: true })
  }
}

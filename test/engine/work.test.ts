import assert from 'node:assert/strict'
import { validate } from '../../server/src/engine/schema/validate.generated.js'
import type { Plain } from '../../server/src/engine/yaml/value.ts'

/** What is done for a long text is counted and never timed. */
describe('the work for a long text', () => {
  const lists: Readonly<Record<string, (items: number) => Plain>> = {
    workarounds: (items) => ({ workflow: { workarounds: Array(items).fill('A') } }),
    features: (items) => ({ scope: { features: Array(items).fill({}) } }),
    comparedWith: (items) => ({ comparedWith: Array(items).fill('A') }),
  }
  for (const [key, list] of Object.entries(lists)) {
    it(`copies no complaint about the wrong items of ${key} for each of the others`, () => {
      const few = copiedIn(() => validate(list(1_000)))
      const many = copiedIn(() => validate(list(2_000)))
      assert.ok((validate.errors ?? []).length >= 2_000)
      assert.ok(many <= 2 * few, `${few} copies for half of the items, ${many} for all`)
    })
  }
})

/** How many values lists are given in a call, with those that are only moved into another list. */
function copiedIn(run: () => void): number {
  const { concat, push } = Array.prototype
  let copied = 0
  const counting = (method: typeof concat | typeof push, has: (list: unknown[]) => number) =>
    function (this: unknown[], ...more: unknown[]): unknown {
      copied += has(this) + more.length
      return Reflect.apply(method, this, more)
    }
  define({ concat: counting(concat, ({ length }) => length), push: counting(push, () => 0) })
  run()
  define({ concat, push })
  return copied
}

function define(methods: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(methods)) {
    Object.defineProperty(Array.prototype, name, { value, writable: true, configurable: true })
  }
}

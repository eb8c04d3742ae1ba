import assert from 'node:assert/strict'
import { validate } from '../../server/src/engine/schema/validate.generated.js'
import { screen } from '../../server/src/engine/suppress.ts'
import { lineIndex } from '../../server/src/engine/text/line-index.ts'
import { limits } from '../../server/src/engine/yaml/limits.ts'
import { parse } from '../../server/src/engine/yaml/parse.ts'
import type { Plain } from '../../server/src/engine/yaml/value.ts'
import { TODAY } from '../support/check.ts'

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

  it('takes no more complaints of the library than are told, many times over', () => {
    const before = Array.prototype.push
    let errors = 0
    const push = function (this: unknown[], ...more: unknown[]): unknown {
      errors += more.filter((each) => each instanceof Error).length
      return Reflect.apply(before, this, more)
    }
    define({ push })
    const { problems } = parse(`a: "${'\\q'.repeat(20_000)}"\n`)
    define({ push: before })
    assert.ok(problems.every(({ fatal }) => fatal) && problems.length > limits.problems)
    assert.ok(errors > 0 && errors < 50 * limits.problems, `${errors} errors`)
  })

  it('looks once for what stands below a stack of comments', () => {
    const stack = (comments: number): string =>
      `${'# pilots-ignore-next-line owners/it-late -- why\n'.repeat(comments)}name: a\n`
    const [few, many] = [placesIn(stack(100)), placesIn(stack(200))]
    assert.ok(few > 0 && many <= 2 * few, `${few} places for half of the comments, ${many} for all`)
  })

  it('searches for no more rules that were meant than are told', () => {
    const unknown = '# pilots-ignore-next-line owners/it-lat -- why\n'.repeat(300)
    const text = `${unknown}name: a\n`
    const scene = { lines: lineIndex(text), today: TODAY, known: () => ['owners/it-late'], ran: new Set('') }
    const { suppressions } = screen([], parse(text), scene)
    assert.equal(suppressions.length, 300)
    assert.equal(suppressions.filter(({ meant }) => meant === 'owners/it-late').length, limits.problems)
    assert.equal(suppressions.at(0)?.meant, 'owners/it-late')
  })
})

/** How often a place is looked for while the comments of a text are read. */
function placesIn(text: string): number {
  const lines = lineIndex(text)
  let places = 0
  const counted = <Asked, Answer>(ask: (asked: Asked) => Answer) => {
    return (asked: Asked): Answer => {
      places++
      return ask(asked)
    }
  }
  const counting = {
    ...lines,
    positionAt: counted(lines.positionAt),
    lineStart: counted(lines.lineStart),
    lineEnd: counted(lines.lineEnd),
  }
  const scene = { lines: counting, today: TODAY, known: () => ['owners/it-late'], ran: new Set<string>() }
  screen([], parse(text), scene)
  return places
}

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

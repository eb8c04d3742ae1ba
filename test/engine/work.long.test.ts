import assert from 'node:assert/strict'
import type { Change, Fix } from '../../server/src/engine/finding.ts'
import { editsOf } from '../../server/src/engine/fix.ts'
import { whoIsWho } from '../../server/src/engine/portfolio/people.ts'
import { validate } from '../../server/src/engine/schema/validate.generated.js'
import { isSound } from '../../server/src/engine/sound-edit.ts'
import type { Missing } from '../../server/src/engine/steps/missing.ts'
import { screen } from '../../server/src/engine/suppress.ts'
import { lineIndex } from '../../server/src/engine/text/line-index.ts'
import { divide, PlacedPart } from '../../server/src/engine/yaml/blocks.ts'
import { limits } from '../../server/src/engine/yaml/limits.ts'
import { parse } from '../../server/src/engine/yaml/parse.ts'
import type { Plain } from '../../server/src/engine/yaml/value.ts'
import { missingItems } from '../../server/src/features/missing-items.ts'
import { analysisOf, TODAY } from '../support/check.ts'

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
    for (const text of [`a: "${'\\q'.repeat(20_000)}"\n`, `a: { b: c"${'[d](e) '.repeat(20_000)}" }\n`]) {
      const errors = pushedBy(() => assert.ok(parse(text).problems.length > limits.problems), Error)
      assert.ok(errors > 0 && errors < 100 * limits.problems, `${errors} errors`)
    }
  })

  it('reads no more entries of the first level one by one than a text may have that is kept in parts', () => {
    const text = Array.from({ length: 5000 }, (_, index) => `titel${index}: x\n`).join('')
    const parts = pushedBy(() => assert.equal(divide(text), undefined), PlacedPart)
    assert.ok(parts > 0 && parts < 1000, `${parts} parts`)
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

describe('the work for the edits of a long text', () => {
  const head = 'apiVersion: pilot-as-code/v1\nname: a\ntitle: A\nstage: rollout\n'
  const oneLine = (items: number): string => `${head}criteria: { success: [${'{}, '.repeat(items)}] }\n`

  it('looks for what is left to fill in once, and not for each finding in its line', () => {
    const copied = (items: number): number => {
      const [before, after] = [analysisOf(oneLine(items)), analysisOf(`${oneLine(items)}team: TODO\n`)]
      const edits = [{ span: { start: 0, end: 0 }, text: '#\n' }]
      return charactersIn(() => isSound(before, [], edits, () => after))
    }
    const [few, many] = [copied(500), copied(1_000)]
    assert.ok(many <= 2 * few, `${few} characters for half of the findings, ${many} for all`)
  })

  it('looks for the mark of a template right behind a value, and not in all of its line', () => {
    const marked = (items: number): string =>
      `${head}team: x # TODO yours\nscope: { edgeCases: [${'1, '.repeat(items)}] }\n`
    const [few, many] = [1_000, 2_000].map((items) => searchedIn(() => analysisOf(marked(items))))
    assert.ok(few && many && many <= 3 * few, `${few} characters for half of the values, ${many} for all`)
  })

  it('looks for a key behind dashes once, however many blanks follow the last one', () => {
    // To look again from each of the blanks would not come to an end before the test's time is up.
    for (const blanks of ['\t'.repeat(150_000), ' \t'.repeat(75_000)])
      assert.ok(parse(`name: a\nx-a:\n\t-${blanks}\nteam: a\n`).problems.length > 0)
  })

  it('makes no edits of a fix with more changes than anybody looks through', () => {
    const change: Change = { do: 'replace', span: { start: 0, end: 0 }, text: '#' }
    const made = (changes: number): number =>
      editsOf(oneLine(1), { title: '', safe: false, changes: Array(changes).fill(change) }).length
    assert.deepEqual([made(500), made(501)], [500, 0])
  })

  it('tries a fix once that several missing things come with, and stops when that takes long', () => {
    const text = `${head}gates: [{}]\n`
    const analysis = analysisOf(text)
    const fix: Fix = { title: 'x', safe: false, changes: [{ do: 'insert', path: ['team'], value: 'ops' }] }
    const tries = (fixes: readonly Fix[]): number => {
      let count = 0
      const after = { ...analysis, findings: Array(1_000).fill(analysis.findings[0]) }
      const missing = fixes.map((each) => ({ ...nothingMissing, fixes: [each] }))
      missingItems(
        analysis,
        missing,
        { uri: 'a', version: 1, snippets: false, documentChanges: true },
        () => {
          count++
          return after
        },
      )
      return count
    }
    assert.equal(tries(Array(30).fill(fix)), 1)
    assert.equal(tries(Array.from({ length: 30 }, () => ({ ...fix }))), 8)
  })
})

describe('the work for the names of many people', () => {
  it('looks once for who is meant by an initial among all of a surname', () => {
    const keys = Array.from({ length: 500 }, (_, at) => [
      `ana${at} lee`,
      `a m${at} lee`,
      `b m${at} lee`,
    ]).flat()
    const { startsWith } = String.prototype
    let asked = 0
    const put = (value: typeof startsWith): void => {
      Object.defineProperty(String.prototype, 'startsWith', { value, writable: true, configurable: true })
    }
    put(function (this: string, ...sought) {
      asked++
      return startsWith.apply(this, sought)
    })
    const who = whoIsWho([...keys, 'bo lee'])
    const people = keys.map(who)
    put(startsWith)
    assert.deepEqual(people.slice(0, 3), ['ana0 lee', 'a m0 lee', 'bo lee'])
    assert.ok(asked <= keys.length, `${asked} comparisons of ${keys.length} names`)
  })
})

const nothingMissing: Missing = {
  kind: 'output',
  stage: 'data',
  says: 'x',
  rule: undefined,
  at: { start: 0, end: 1 },
  gate: undefined,
  fixes: [],
}

/** How many characters are copied out of texts in a call. */
function charactersIn(run: () => void): number {
  const { slice } = String.prototype
  let copied = 0
  const counting = function (this: string, from?: number, to?: number): string {
    const part = slice.call(this, from, to)
    copied += part.length
    return part
  }
  const put = (value: typeof slice): void => {
    Object.defineProperty(String.prototype, 'slice', { value, writable: true, configurable: true })
  }
  put(counting)
  run()
  put(slice)
  return copied
}

/** How many characters expressions that look for all of their places go through in a call. */
function searchedIn(run: () => void): number {
  const { exec } = RegExp.prototype
  let searched = 0
  RegExp.prototype.exec = function (text): ReturnType<typeof exec> {
    const from = this.lastIndex
    const found = exec.call(this, text)
    if (this.global) searched += (found?.index ?? text.length) - from
    return found
  }
  run()
  RegExp.prototype.exec = exec
  return searched
}

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
/** How many things of a kind are put into lists. */
function pushedBy(run: () => void, kind: typeof Error | typeof PlacedPart): number {
  const before = Array.prototype.push
  let pushed = 0
  const push = function (this: unknown[], ...more: unknown[]): unknown {
    pushed += more.filter((each) => each instanceof kind).length
    return Reflect.apply(before, this, more)
  }
  define({ push })
  run()
  define({ push: before })
  return pushed
}

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

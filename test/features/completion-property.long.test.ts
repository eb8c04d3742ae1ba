import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { contextAt } from '../../server/src/engine/yaml/context.ts'
import { parse } from '../../server/src/engine/yaml/parse.ts'
import { able, accept, ask, unable } from '../support/completion.ts'

const examples = new URL('../../examples/', import.meta.url)
const files = [
  'pilots.config.yaml',
  ...readdirSync(new URL('pilots/', examples))
    .filter((name) => name.endsWith('.pilot.yaml'))
    .map((name) => `pilots/${name}`),
]
const texts = files.map((name) => ({
  file: name.split('/').at(-1) ?? name,
  text: readFileSync(new URL(name, examples), 'utf8'),
}))

/** More of both for a longer search: `PILOTS_TRIES=2000 PILOTS_SEED=7 npm run test:long -- --grep accepting`. */
const tries = Number(process.env['PILOTS_TRIES'] ?? 20)
const seed = Number(process.env['PILOTS_SEED'] ?? 1)

const indenting = ['always', 'snippets', 'unsure'] as const
const clients = [able, unable, ...indenting.map((each) => ({ ...able, indenting: each }))]

describe('accepting any suggestion', () => {
  it(`never breaks a text that parses, nor writes a key twice (seed ${seed})`, () => {
    const random = randomFrom(seed)
    const pick = <T>(list: readonly T[]): T =>
      list[Math.floor(random() * list.length)] ?? assert.fail('empty')
    let accepted = 0
    for (let count = 0; count < tries; count++) {
      const { file, text: whole } = pick(texts)
      const spoilt = pick(spoilings)(whole, Math.floor(random() * whole.length), random)
      const text = pick([(each: string) => each, crLf, (each: string) => `\uFEFF${each}`])(spoilt.text)
      const offset = offsetIn(text, spoilt)
      accepted += tryAll({ file, text, offset, client: pick(clients) }, `seed ${seed}, try ${count}`)
    }
    assert.ok(accepted > tries / 4, `only ${accepted} suggestions`)
  })
})

/** A text whose cursor stands behind the given number of its lines and of characters of the next one. */
interface Spoilt {
  readonly text: string
  readonly offset: number
}

type Spoil = (text: string, at: number, random: () => number) => Spoilt

const [cut, asItIs, restOfLine, newLine, noValue]: readonly [Spoil, Spoil, Spoil, Spoil, Spoil] = [
  (text, at) => ({ text: text.slice(0, at), offset: at }),
  (text, at) => ({ text, offset: at }),
  // The rest of the line is still to be written.
  (text, at) => ({ text: text.slice(0, at) + text.slice(lineEnd(text, at)), offset: at }),
  // A new line at some indentation.
  (text, at, random) => {
    const end = lineEnd(text, at)
    const blanks = ' '.repeat(Math.floor(random() * 9))
    const begun = ['', '', '- ', 'st', 'owners: ', '# pilots-'][Math.floor(random() * 6)] ?? ''
    const line = `\n${blanks}${begun}`
    return { text: text.slice(0, end) + line + text.slice(end), offset: end + line.length }
  },
  // The value is taken out.
  (text, at) => {
    const start = text.lastIndexOf('\n', at - 1) + 1
    const colon = text.indexOf(': ', start)
    const end = lineEnd(text, at)
    if (colon < 0 || colon > end) return { text, offset: at }
    return { text: text.slice(0, colon + 2) + text.slice(end), offset: colon + 2 }
  },
]

/** What happens to a text while somebody writes in it; most of it happens where a line begins or a value. */
const spoilings: readonly Spoil[] = [cut, asItIs, restOfLine, newLine, newLine, newLine, noValue, noValue]

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}

function crLf(text: string): string {
  return text.replaceAll('\n', '\r\n')
}

function offsetIn(text: string, spoilt: Spoilt): number {
  const before = spoilt.text.slice(0, spoilt.offset)
  const mark = text.startsWith('\uFEFF') ? 1 : 0
  return mark + (text.includes('\r\n') ? crLf(before) : before).length
}

interface Attempt {
  readonly file: string
  readonly text: string
  readonly offset: number
  readonly client: typeof able
}

function tryAll({ file, text, offset, client }: Attempt, name: string): number {
  const items = ask(text, offset, { file, client, rules: [] })
  const { typed } = contextAt(text, offset) ?? { typed: { start: offset, end: offset } }
  const without = text.slice(0, typed.start) + text.slice(typed.end)
  if (items.length === 0 || (problems(text).length > 0 && problems(without).length > 0)) return 0
  for (const item of items) {
    const after = accept(text, item, client)
    const shown = `${name}: "${item.label}" at ${JSON.stringify(text.slice(Math.max(0, offset - 200), offset))} | ${JSON.stringify(text.slice(offset, offset + 80))}`
    assert.deepEqual(
      problems(after),
      [],
      `${shown} makes\n${after.slice(Math.max(0, offset - 200), offset + 400)}`,
    )
  }
  return items.length
}

function problems(text: string): readonly string[] {
  return parse(text).problems.map(({ message }) => message)
}

/** Numbers from 0 to 1 that are the same for a seed. */
function randomFrom(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

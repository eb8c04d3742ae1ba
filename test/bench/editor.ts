import { documentOf } from './documents.ts'
import { keyAt, middleOf } from './keys.ts'
import { eager, fresh, ours, theirs } from './makes.ts'
import { type Make, Peer } from './peer.ts'
import { noted, undisturbed } from './quiet.ts'
import type { Row } from './row.ts'
import { spreadOf } from './spread.ts'

/** What an author waits for in the editor, of both servers in turn. */
export async function measureEditor(say: (text: string) => void): Promise<readonly Row[]> {
  const rows: Row[] = []
  const add = (measured: readonly Row[]): void => {
    for (const row of noted(measured)) {
      rows.push(row)
      say(`${row.what}: ${row.ours.median.toFixed(1)} to ${row.peer.median.toFixed(1)} ${row.unit}`)
    }
  }
  add(await starts())
  for (const [lines, edits] of [
    [50, 120],
    [200, 120],
    [1_000, 120],
    [10_000, 60],
  ] as const)
    add(await keystrokes(lines, edits))
  add(await bursts())
  add(await questions())
  add(await memories())
  return rows
}

const pilot = 'file:///bench/a.pilot.yaml'
const against = 'yaml-language-server'

async function starts(): Promise<readonly Row[]> {
  const makes = [ours, fresh, theirs] as const
  const measured = new Map(makes.map((make): [Make, Started] => [make, { start: [], open: [] }]))
  for (let turn = 0; turn < 7; turn++) {
    for (const [make, { start, open }] of measured) {
      const { started, opened } = await undisturbed(() => startOf(make))
      start.push(started)
      open.push(opened)
    }
  }
  const of = (make: Make): Started => measured.get(make) ?? { start: [], open: [] }
  const peer = of(theirs)
  const compared = (what: string, make: Make): readonly Row[] => [
    row(`start${what}: process to \`initialize\` answered`, { ours: of(make).start, peer: peer.start }, 0.5),
    row(`open a file of 200 lines${what}: to its findings`, { ours: of(make).open, peer: peer.open }, 0.1),
  ]
  return [...compared('', ours), ...compared(', the first time after it was installed', fresh)]
}

async function startOf(make: Make): Promise<{ readonly started: number; readonly opened: number }> {
  const { peer, started } = await Peer.start(make)
  const opened = await peer.open(pilot, languageOf(make), documentOf(210))
  peer.end()
  return { started, opened }
}

interface Started {
  readonly start: number[]
  readonly open: number[]
}

async function keystrokes(lines: number, edits: number): Promise<readonly Row[]> {
  const what = `one keystroke to the findings of that version, ${lines.toLocaleString('en')} lines`
  const [mine, other, fast] = [
    await undisturbed(() => typed(ours, lines, edits)),
    await undisturbed(() => typed(theirs, lines, edits)),
    await undisturbed(() => typed(eager, lines, edits)),
  ]
  const [p50, p95, quick] = lines < 200 ? [] : [0.02, lines === 200 ? 0.04 : 0.06, 0.5]
  return [
    row(`${what}, p50`, { ours: mine, peer: other }, p50),
    { ...row(`${what}, p95`, { ours: mine, peer: other }, p95), by: 'p95' },
    row(`${what}, p50, the peer without its delay`, { ours: mine, peer: fast }, quick),
  ]
}

/** Types and deletes a character in the middle of a document, at the pace of a person, waiting for the findings each time. */
async function typed(make: Make, lines: number, edits: number): Promise<number[]> {
  const text = documentOf(lines)
  const { peer } = await Peer.start(make)
  await peer.open(pilot, languageOf(make), text)
  const times: number[] = []
  for (let turn = 0; turn < edits; turn++) {
    times.push(await peer.change(pilot, turn + 2, keyAt(middleOf(text), turn)))
    await new Promise((done) => setTimeout(done, PAUSE))
  }
  peer.end()
  // The first ones warm both up.
  return times.slice(Math.floor(edits / 4))
}

const KEYS = 50
/** Milliseconds between two keys: nobody types faster. */
const PAUSE = 20

async function bursts(): Promise<readonly Row[]> {
  const times = pair()
  const work = pair()
  for (let turn = 0; turn < 5; turn++) {
    for (const make of [ours, theirs]) {
      const burst = await undisturbed(() => burstOf(make))
      times[keyOf(make)].push(burst.time)
      work[keyOf(make)].push(burst.work)
    }
  }
  const what = `${KEYS} keystrokes at ${PAUSE} ms`
  return [
    row(`${what}: the last one to the final findings`, times, 0.02),
    row(`${what}: processor time`, work, 0.7),
  ]
}

/** Types faster than anybody; the ms from the last key to the findings, and those that the processor worked. */
async function burstOf(make: Make): Promise<{ readonly time: number; readonly work: number }> {
  const text = documentOf(210)
  const { peer } = await Peer.start(make)
  await peer.open(pilot, languageOf(make), text)
  const before = peer.cpu()
  for (let key = 0; key < KEYS - 1; key++) {
    await peer.type(pilot, key + 2, keyAt(middleOf(text), key))
    await new Promise((done) => setTimeout(done, PAUSE))
  }
  const time = await peer.change(pilot, KEYS + 1, keyAt(middleOf(text), KEYS - 1))
  const work = peer.cpu() - before
  peer.end()
  return { time, work }
}

async function questions(): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const method of ['hover', 'completion']) {
    const times = {
      ours: await undisturbed(() => asked(ours, method)),
      peer: await undisturbed(() => asked(theirs, method)),
    }
    rows.push({ ...row(`${method} right after an edit, 1,000 lines, p95`, times, 0.2), by: 'p95' })
  }
  return rows
}

/** Asks right after each of many edits. */
async function asked(make: Make, method: string): Promise<number[]> {
  const text = documentOf(1_000)
  const { peer } = await Peer.start(make)
  await peer.open(pilot, languageOf(make), text)
  const { line } = middleOf(text)
  const times: number[] = []
  for (let turn = 0; turn < 120; turn++) {
    await peer.type(pilot, turn + 2, keyAt({ line, character: 12 }, turn))
    times.push(await peer.ask(`textDocument/${method}`, pilot, { line, character: 7 }))
  }
  peer.end()
  return times.slice(30)
}

const DOCUMENTS = 50

async function memories(): Promise<readonly Row[]> {
  const after = pair()
  const each = pair()
  for (let turn = 0; turn < 5; turn++) {
    for (const make of [ours, theirs]) {
      const { peer } = await Peer.start(make)
      await peer.open('file:///bench/first.pilot.yaml', languageOf(make), documentOf(60))
      const start = await peer.memory()
      for (let number = 0; number < DOCUMENTS; number++)
        await peer.open(`file:///bench/${number}.pilot.yaml`, languageOf(make), documentOf(210))
      const full = await peer.memory()
      peer.end()
      after[keyOf(make)].push(start)
      each[keyOf(make)].push((full - start) / DOCUMENTS)
    }
  }
  return [
    { ...row('memory with one small document', after, 0.75), unit: 'MB' },
    { ...row(`memory for each of ${DOCUMENTS} open documents of 200 lines`, each, 0.3), unit: 'MB' },
  ]
}

interface Pair {
  readonly ours: number[]
  readonly peer: number[]
}

function pair(): Pair {
  return { ours: [], peer: [] }
}

function keyOf(make: Make): keyof Pair {
  return make === ours ? 'ours' : 'peer'
}

function languageOf(make: Make): string {
  return make.name.startsWith('pilots') ? 'pilot-yaml' : 'yaml'
}

function row(what: string, { ours: mine, peer }: Pair, goal: number | undefined): Row {
  return { what, against, ours: spreadOf(mine), peer: spreadOf(peer), goal, unit: 'ms', by: 'median' }
}

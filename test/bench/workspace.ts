import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { documentOf } from './documents.ts'
import { keyAt, middleOf } from './keys.ts'
import { ours } from './makes.ts'
import { Peer } from './peer.ts'
import { portfolioOf, writePortfolio } from './portfolio.ts'
import type { Row } from './row.ts'
import { spreadOf } from './spread.ts'

const PILOTS = 2_000

/** What the pilots beside an open one cost its author. */
export async function measureWorkspace(say: (text: string) => void): Promise<readonly Row[]> {
  const [many, one] = [await typedAmong(PILOTS), await typedAmong(1)]
  const row: Row = {
    what: `one keystroke with ${PILOTS.toLocaleString('en')} pilots in the workspace, p50`,
    against: 'ours with one',
    ours: spreadOf(many),
    peer: spreadOf(one),
    goal: 1.5,
    unit: 'ms',
    by: 'median',
  }
  say(`${row.what}: ${row.ours.median.toFixed(1)} to ${row.peer.median.toFixed(1)} ms`)
  return [row]
}

const KEYS = 80

async function typedAmong(pilots: number): Promise<number[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  try {
    const text = documentOf(210)
    await writePortfolio(folder, portfolioOf({ pilots }))
    await writeFile(join(folder, 'a.pilot.yaml'), text)
    const uri = pathToFileURL(join(folder, 'a.pilot.yaml')).href
    const { peer } = await Peer.start(ours, pathToFileURL(folder).href)
    await peer.open(uri, 'pilot-yaml', text)
    // Answered when all are judged.
    await peer.ask('pilots/list', uri, { line: 0, character: 0 })
    const times: number[] = []
    for (let turn = 0; turn < KEYS; turn++)
      times.push(await peer.change(uri, turn + 2, keyAt(middleOf(text), turn)))
    peer.end()
    return times.slice(KEYS / 4)
  } finally {
    await rm(folder, { recursive: true })
  }
}

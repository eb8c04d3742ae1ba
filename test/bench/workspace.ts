import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { coldCheckOf } from './check.ts'
import { documentOf } from './documents.ts'
import { keyAt, middleOf, operatorIn } from './keys.ts'
import { ours } from './makes.ts'
import { Peer } from './peer.ts'
import { portfolioOf, writePortfolio } from './portfolio.ts'
import { noted, undisturbed } from './quiet.ts'
import type { Row } from './row.ts'
import { spreadOf } from './spread.ts'

/** What the pilots beside an open one cost its author. */
export async function measureWorkspace(
  say: (text: string) => void,
  pilots = 10_000,
): Promise<readonly Row[]> {
  const place = await mkdtemp(join(tmpdir(), 'bench-'))
  try {
    const [many, one] = await Promise.all([workspaceIn(place, pilots), workspaceIn(place, 1)])
    const among = await undisturbed(() => editedIn(many))
    const alone = await undisturbed(() => editedIn(one))
    const beside = `${pilots.toLocaleString('en')} pilots in the workspace`
    const rows = noted([
      row({ what: `first findings with ${beside}`, goal: 1.2 }, among.opened, alone.opened),
      row({ what: `one keystroke with ${beside}, p50`, goal: 1.5 }, among.keys, alone.keys),
      row(
        { what: 'the same in a name by which they are compared, p50', goal: 1.5 },
        among.names,
        alone.names,
      ),
      {
        ...row({ what: `to know all of ${beside}`, goal: 1 }, [among.indexed], [await coldCheckOf(many)]),
        against: '`check` of the same',
        unit: 's' as const,
      },
    ])
    for (const { what, ours: mine, peer, unit } of rows)
      say(`${what}: ${mine.median.toFixed(1)} to ${peer.median.toFixed(1)} ${unit}`)
    say(`memory with ${beside}: ${among.memory.toFixed(0)} MB`)
    return rows
  } finally {
    await rm(place, { recursive: true })
  }
}

const NAME = 'a.pilot.yaml'

async function workspaceIn(place: string, pilots: number): Promise<string> {
  const folder = join(place, String(pilots))
  await mkdir(folder)
  await writePortfolio(folder, portfolioOf({ pilots }))
  await writeFile(join(folder, NAME), documentOf(210))
  return folder
}

const OPENED = 5
const KEYS = 240

interface Edited {
  /** ms */
  readonly opened: readonly number[]
  readonly keys: readonly number[]
  /** The same in the name of the operator. */
  readonly names: readonly number[]
  /** Seconds until all pilots were judged. */
  readonly indexed: number
  /** MB, when they were. */
  readonly memory: number
}

async function editedIn(folder: string): Promise<Edited> {
  const root = pathToFileURL(folder).href
  const [uri, text] = [`${root}/${NAME}`, documentOf(210)]
  const opened: number[] = []
  for (let turn = 1; turn < OPENED; turn++) {
    const { peer } = await Peer.start(ours, root)
    opened.push(await peer.open(uri, 'pilot-yaml', text))
    peer.end()
  }
  const { peer } = await Peer.start(ours, root)
  const begin = performance.now()
  opened.push(await peer.open(uri, 'pilot-yaml', text))
  await peer.list()
  const indexed = (performance.now() - begin) / 1000
  const memory = await peer.memory()
  const keysAt = async (place: ReturnType<typeof middleOf>, first: number): Promise<readonly number[]> => {
    const keys: number[] = []
    for (let turn = 0; turn < KEYS; turn++)
      keys.push(await peer.change(uri, turn + first, keyAt(place, turn)))
    return keys.slice(KEYS / 4)
  }
  const keys = await keysAt(middleOf(text), 2)
  const names = await keysAt(operatorIn(text), 2 + KEYS)
  peer.end()
  return { opened, keys, names, indexed, memory }
}

function row(
  { what, goal }: Pick<Row, 'what' | 'goal'>,
  many: readonly number[],
  one: readonly number[],
): Row {
  const [mine, peer] = [spreadOf(many), spreadOf(one)]
  return { what, goal, against: 'ours with one', ours: mine, peer, unit: 'ms', by: 'median' }
}

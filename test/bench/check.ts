import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parse } from '../../server/src/engine/yaml/parse.ts'
import { DAY, portfolioOf, writePortfolio } from './portfolio.ts'
import { noted, undisturbed } from './quiet.ts'
import type { Row } from './row.ts'
import { type Spread, spreadOf } from './spread.ts'

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
const bin = (name: string): string => path(`peers/node_modules/${name}`)
const schema = path('../../schemas/pilot.schema.json')

/** Seconds and MB of several runs of the same command. */
interface Cost {
  readonly time: Spread
  readonly memory: Spread
}

/** How many pilots are checked. */
export interface Sizes {
  readonly small: number
  readonly large: number
}

/** Compares the command line with what else could check thousands of files, and with itself on more of them. */
export async function measureCheck(
  say: (text: string) => void,
  { small, large }: Sizes = { small: 1_000, large: 10_000 },
): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'pilots-bench-'))
  const [few, many] = [small, large].map((pilots) => pilots.toLocaleString('en-US'))
  const what = `\`check\` of ${few} pilots, all rules`
  const larger = { what: `\`check\` of ${many} pilots`, against: `ours, ${few} of them` }
  try {
    const some = await portfolioIn(join(folder, 'small'), small)
    const all = await portfolioIn(join(folder, 'large'), large)
    say(`check: ${few} pilots, beside ajv-cli`)
    const [ours, ajv] = await together(check(some, '--no-cache'), ajvCli(some), 5)
    say(`check: ${few} pilots by Spectral, which takes a minute`)
    const spectral = await costOf(spectralCli(some, folder), 1)
    say(`check: ${many} pilots, cold and warm`)
    const cold = await costOf(check(all, '--no-cache'), 3)
    await costOf(check(all), 1)
    const warm = await costOf(check(all), 3)
    return noted([
      timed({ what, against: 'spectral-cli', goal: 0.02 }, ours, spectral),
      sized({ what: 'memory of the same', against: 'spectral-cli', goal: 0.2 }, ours, spectral),
      timed({ what, against: 'ajv-cli, the schema alone', goal: 1 }, ours, ajv),
      timed({ ...larger, goal: 10 }, cold, ours),
      sized({ ...larger, what: 'memory of the same', goal: 2 }, cold, ours),
      timed(
        { ...larger, what: `${larger.what}, remembered`, against: 'ours, not remembered', goal: 0.2 },
        warm,
        cold,
      ),
    ])
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Pilots that are all YAML: ajv-cli stops at the first file that is none. */
async function portfolioIn(folder: string, pilots: number): Promise<string> {
  const texts = [...portfolioOf({ pilots })].filter(([, text]) => parse(text).problems.length === 0)
  mkdirSync(folder)
  await writePortfolio(folder, new Map(texts))
  return folder
}

interface Program {
  readonly folder: string
  readonly argv: readonly string[]
}

function check(folder: string, ...argv: readonly string[]): Program {
  return { folder, argv: [path('../../dist/cli.js'), 'check', '--as-of', DAY, '-f', 'concise', ...argv] }
}

function ajvCli(folder: string): Program {
  const options = ['--spec=draft2020', '--strict=false', '-c', 'ajv-formats', '--errors=no']
  return {
    folder,
    argv: [bin('ajv-cli/dist/index.js'), 'validate', '-s', schema, '-d', '**/*.pilot.yaml', ...options],
  }
}

/** Rules of the same kind, as far as Spectral has them: the schema, and what has to be there. */
function spectralCli(folder: string, place: string): Program {
  const rules = readFileSync(path('peers/spectral.json'), 'utf8')
  const ruleset = join(place, 'spectral.json')
  writeFileSync(
    ruleset,
    rules.replace('"SCHEMA"', () => readFileSync(schema, 'utf8')),
  )
  const entry = bin('@stoplight/spectral-cli/dist/index.js')
  return { folder, argv: [entry, 'lint', '**/*.pilot.yaml', '-r', ruleset, '-f', 'text', '-q'] }
}

/** Runs two programs in turn, so that what else the machine does hits both of them. */
async function together(one: Program, other: Program, times: number): Promise<readonly [Cost, Cost]> {
  const ones: Run[] = []
  const others: Run[] = []
  for (let run = 0; run < times; run++) {
    ones.push(await runOf(one))
    others.push(await runOf(other))
  }
  return [costFrom(ones), costFrom(others)]
}

async function costOf(program: Program, times: number): Promise<Cost> {
  const runs: Run[] = []
  for (let run = 0; run < times; run++) runs.push(await runOf(program))
  return costFrom(runs)
}

/** Seconds that a check of all the pilots in a folder takes, of which nothing is remembered. */
export async function coldCheckOf(folder: string): Promise<number> {
  return (await runOf(check(folder, '--no-cache'))).seconds
}

interface Run {
  readonly seconds: number
  readonly megabytes: number
}

function costFrom(runs: readonly Run[]): Cost {
  const of = (pick: (run: Run) => number): Spread => spreadOf(runs.map(pick))
  return { time: of(({ seconds }) => seconds), memory: of(({ megabytes }) => megabytes) }
}

function runOf(program: Program): Promise<Run> {
  return undisturbed(() => onceOf(program))
}

async function onceOf({ folder, argv }: Program): Promise<Run> {
  const peak = join(folder, '..', 'peak')
  const env = { ...process.env, PEAK_FILE: peak, XDG_CACHE_HOME: join(folder, '..', 'cache') }
  const start = performance.now()
  const child = spawn(process.execPath, ['--import', pathToFileURL(path('peak.mjs')).href, ...argv], {
    cwd: folder,
    env,
    stdio: 'ignore',
  })
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  // 1: something was found, as it should be.
  if (code !== 1 && code !== 0) throw new Error(`${argv[0]} ended with ${code}.`)
  return { seconds: (performance.now() - start) / 1000, megabytes: Number(readFileSync(peak, 'utf8')) }
}

type Named = Pick<Row, 'what' | 'against' | 'goal'>

function timed(named: Named, ours: Cost, peer: Cost): Row {
  return { ...named, ours: ours.time, peer: peer.time, unit: 's', by: 'median' }
}

function sized(named: Named, ours: Cost, peer: Cost): Row {
  return { ...named, ours: ours.memory, peer: peer.memory, unit: 'MB', by: 'median' }
}

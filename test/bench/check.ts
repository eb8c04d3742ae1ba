import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parse } from '../../server/src/engine/yaml/parse.ts'
import { repository } from '../support/git-repository.ts'
import { commitsOf, DAY, portfolioOf, writePortfolio } from './portfolio.ts'
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
  readonly tiny: number
  readonly small: number
  readonly large: number
}

/** Compares the command line with what else could check thousands of files, and with itself on more of them and with a past. */
export async function measureCheck(
  say: (text: string) => void,
  { tiny, small, large }: Sizes = { tiny: 100, small: 1_000, large: 10_000 },
): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'pilots-bench-'))
  const [few, many] = [small, large].map((pilots) => pilots.toLocaleString('en-US'))
  const larger = { what: `\`check\` of ${many} pilots`, against: `ours, ${few} of them` }
  try {
    const some = textsOf(small)
    const place = await written(join(folder, 'small'), some)
    const all = await written(join(folder, 'large'), textsOf(large))
    say(`check: ${tiny} pilots, beside others`)
    const fewest = await besideOthers(await written(join(folder, 'tiny'), textsOf(tiny)), tiny, {})
    say(`check: ${few} pilots, beside others, of which Spectral takes a minute`)
    const { ours, rows } = await besideOthers(place, small, { spectral: 0.02, memory: 0.2, ajv: 1 })
    say(`check: ${few} pilots with a history`)
    const past = await costOf(check(await withPast(join(folder, 'past'), some), '--no-cache'), 3)
    say(`check: ${many} pilots, cold and warm`)
    const cold = await costOf(check(all, '--no-cache'), 3)
    await costOf(check(all), 1)
    const warm = await costOf(check(all), 3)
    return noted([
      ...fewest.rows,
      ...rows,
      timed(
        { what: `\`check\` of ${few} pilots with a history of Git`, against: 'ours, without one' },
        past,
        ours,
      ),
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

/** The goals of a check beside others, of which some are measured to be known. */
type Goals = Readonly<Partial<Record<'spectral' | 'memory' | 'ajv', number>>>

async function besideOthers(
  folder: string,
  pilots: number,
  goals: Goals,
): Promise<{ readonly ours: Cost; readonly rows: readonly Row[] }> {
  const what = `\`check\` of ${pilots.toLocaleString('en-US')} pilots, all rules`
  const [ours, ajv] = await together(check(folder, '--no-cache'), ajvCli(folder), 5)
  const spectral = await costOf(spectralCli(folder, join(folder, '..')), 1)
  const rows = [
    timed({ what, against: 'spectral-cli', goal: goals.spectral }, ours, spectral),
    sized({ what: 'memory of the same', against: 'spectral-cli', goal: goals.memory }, ours, spectral),
    timed({ what, against: 'ajv-cli, the schema alone', goal: goals.ajv }, ours, ajv),
  ]
  return { ours, rows }
}

/** Pilots that are all YAML: ajv-cli stops at the first file that is none. */
function textsOf(pilots: number): ReadonlyMap<string, string> {
  return new Map([...portfolioOf({ pilots })].filter(([, text]) => parse(text).problems.length === 0))
}

async function written(folder: string, texts: ReadonlyMap<string, string>): Promise<string> {
  mkdirSync(folder, { recursive: true })
  await writePortfolio(folder, texts)
  return folder
}

/** The same pilots in a repository that remembers how they became what they are. */
async function withPast(folder: string, texts: ReadonlyMap<string, string>): Promise<string> {
  renameSync(repository(commitsOf(texts)).root, folder)
  return written(folder, texts)
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

import { posix } from 'node:path'
import { totalOf } from '../../engine/baseline/baseline.ts'
import { CONFIG_FILE, configPathsFor, folderOf } from '../../engine/config/paths.ts'
import { isMissed, type Skipped, skippedText } from '../../engine/skipped.ts'
import { counted } from '../../engine/text/counted.ts'
import { Baselines } from '../baselines.ts'
import { type ConfigOptions, Configurations } from '../configurations.ts'
import { UsageError } from '../exit.ts'
import { fullPath, placesOf } from '../inputs.ts'
import type { Io } from '../io.ts'
import { misnamedIn } from '../misnamed.ts'
import { readRegistries } from '../registries.ts'
import { type CheckUp, fine, note, wrong } from './check-up.ts'

/** The pilots that a check without a path looks at, and the configurations that hold for them. */
export async function examinePilots(options: ConfigOptions, io: Io): Promise<readonly CheckUp[]> {
  const [place = '.'] = await placesOf([], {}, io)
  const folder = fullPath(place, io)
  const { paths, complete, ignored = 0, closed = [], skipped = [] } = await io.files.list(folder)
  const configurations = new Configurations(options, io)
  // A folder without pilots has a configuration, too.
  const governed = await Promise.all(
    [...paths, `${io.cwd}/none.pilot.yaml`].map((path) => configurations.of(path)),
  )
  const leftOut = governed.slice(0, -1).filter(({ included }) => !included).length
  const found = foundCheck({ taken: paths.length - leftOut, leftOut, ignored }, complete)
  const unread = (
    await Promise.all(paths.map((path) => unreadCheck({ path, folder }, configurations, io)))
  ).flat()
  return [
    found,
    ...closed.map((path) => closedCheck(posix.relative(io.cwd, path) || 'this folder')),
    ...skipped
      .filter((each) => isMissed(each, (place) => paths.includes(place)))
      .map((each) => missedCheck(each, io)),
    ...unread,
    ...configChecks(configurations),
    ...(await misnamedConfigs(io)),
    ...(await baselineChecks([...paths, ...((await io.files.baselinesBelow?.(folder)) ?? [])], io)),
    await registryCheck(configurations, io),
  ]
}

interface Found {
  readonly taken: number
  readonly leftOut: number
  readonly ignored: number
}

function foundCheck({ taken, leftOut, ignored }: Found, complete: boolean): CheckUp {
  const left = [
    ...(leftOut > 0 ? [`${leftOut} left out by the configuration`] : []),
    ...(ignored > 0 ? [`${ignored} ignored by Git`] : []),
  ]
  const says = [counted(taken, 'file'), ...left].join(', ')
  if (!complete)
    return wrong(
      'pilots',
      `${says}, not all folders searched`,
      'Name a folder further inside when you run pilots.',
    )
  if (taken > 0) return fine('pilots', says)
  return wrong('pilots', says, 'Write the first one with pilots new NAME, or name a folder that has some.')
}

function closedCheck(shown: string): CheckUp {
  return wrong(
    'folder',
    `${shown} may not be read`,
    'Allow it to be read, or name it in .gitignore where it holds no pilots.',
  )
}

function missedCheck(skipped: Skipped, io: Io): CheckUp {
  const says = `${posix.relative(io.cwd, skipped.place)} ${skippedText(skipped)}`
  return skipped.why === 'deep'
    ? wrong('folder', says, 'Move it up, or name it in .gitignore where it holds no pilots.')
    : wrong('file', says, 'Put the file itself in its place.')
}

async function unreadCheck(
  { path, folder }: { readonly path: string; readonly folder: string },
  configurations: Configurations,
  io: Io,
): Promise<readonly CheckUp[]> {
  const { kind } = await io.files.read(path, folder)
  if (kind === 'text') return []
  const { says, advice } = unreadable[kind]
  return [wrong('file', `${configurations.shown(path)} ${says}`, advice)]
}

const unreadable = {
  missing: {
    says: 'is no regular file, or may not be read',
    advice: 'Put a file in the place of the link, or allow it to be read.',
  },
  'too-large': { says: 'is too large to be checked', advice: 'Move what is no pilot out of it.' },
  'not-utf-8': { says: 'is not UTF-8', advice: 'Save it as UTF-8.' },
} as const

function configChecks(configurations: Configurations): readonly CheckUp[] {
  const used = configurations.used()
  if (used.length === 0)
    return [
      note(
        'configuration',
        'none, so the recommended rules hold',
        'Write one with pilots init where that is not enough.',
      ),
    ]
  return used.map(({ path, findings, lines }) => {
    const [first] = findings
    if (first === undefined) return fine('configuration', path)
    const line = lines.positionAt(first.span.start).line + 1
    const says = `${path} has ${counted(findings.length, 'problem')}`
    return wrong('configuration', says, `Line ${line}: ${first.message}`)
  })
}

/** What looks like a configuration and holds for nothing. */
async function misnamedConfigs(io: Io): Promise<readonly CheckUp[]> {
  const root = (await io.files.rootOf(io.cwd)) ?? io.cwd
  const places = await misnamedIn(configPathsFor(`${io.cwd}/.`, root).map(folderOf), io)
  return places.map((place) =>
    wrong('configuration', `${posix.relative(io.cwd, place)} is not read`, `Call it ${CONFIG_FILE}.`),
  )
}

/** Nothing where there is none: not everybody needs one. */
async function baselineChecks(paths: readonly string[], io: Io): Promise<readonly CheckUp[]> {
  const baselines = new Baselines(io)
  const places = new Map<string, string>()
  for (const path of [...paths, `${io.cwd}/.`]) {
    const place = await baselines.placeOf(path)
    if (place !== undefined && !places.has(place)) places.set(place, path)
  }
  return Promise.all(Array.from(places, ([place, path]) => baselineCheck({ place, path }, baselines, io)))
}

async function baselineCheck(
  { place, path }: { readonly place: string; readonly path: string },
  baselines: Baselines,
  io: Io,
): Promise<CheckUp> {
  const shown = posix.relative(io.cwd, place)
  try {
    const placed = await baselines.of(path)
    const held = placed?.baseline ?? { files: new Map() }
    return fine(
      'baseline',
      `${shown}, ${counted(totalOf(held), 'finding')} in ${counted(held.files.size, 'file')}`,
    )
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    return wrong(
      'baseline',
      error.message,
      'Until then check ends with 2, and the editor counts every finding.',
    )
  }
}

async function registryCheck(configurations: Configurations, io: Io): Promise<CheckUp> {
  const registry = await readRegistries(configurations, io)
  if (registry === undefined) return fine('registry', 'none is named')
  const { entries } = registry
  if (entries.length === 0)
    return wrong(
      'registry',
      'it holds nobody and nothing',
      'Correct the path of the catalog in the configuration.',
    )
  const known = (['person', 'team', 'system'] as const).map(
    (kind) => entries.filter((entry) => entry.kind === kind).length,
  )
  const [people = 0, teams = 0, systems = 0] = known
  return fine(
    'registry',
    `${counted(people, 'person', 'people')}, ${counted(teams, 'team')}, ${counted(systems, 'system')}`,
  )
}

import { constants } from 'node:fs'
import { access, realpath, stat } from 'node:fs/promises'
import path, { isAbsolute, join, relative, sep } from 'node:path'

/** How a system writes paths. */
type Paths = Pick<typeof path, 'delimiter' | 'isAbsolute'>

/** The folders on the PATH, without those that depend on where the program runs. On Windows some are in quotes, which mean nothing. */
export function foldersOf(
  env: Readonly<Record<string, string | undefined>>,
  paths: Paths = path,
): readonly string[] {
  const value = env['PATH'] ?? env['Path'] ?? ''
  const folders = value.split(paths.delimiter)
  const bare = paths.delimiter === ';' ? folders.map((each) => each.replace(/^"(.*)"$/, '$1')) : folders
  return bare.filter(paths.isAbsolute)
}

/** Every Git on the PATH. */
export async function programsOn(
  env: Readonly<Record<string, string | undefined>>,
): Promise<readonly string[]> {
  const name = sep === '\\' ? 'git.exe' : 'git'
  const found: string[] = []
  for (const folder of foldersOf(env)) {
    const program = join(folder, name)
    const stats = await stat(program).catch(() => undefined)
    const runs = stats?.isFile() && (await access(program, constants.X_OK).then(yes, no))
    if (runs) found.push(program)
  }
  return found
}

/** The first program that is no part of the folder that it is asked about. */
export async function outside(programs: readonly string[], folder: string): Promise<string | undefined> {
  const real = await realpath(folder).catch(() => folder)
  for (const program of programs) {
    const target = await realpath(program).catch(() => program)
    if (![program, target].some((each) => isBelow(each, folder) || isBelow(each, real))) return program
  }
  return undefined
}

/** Whether a path is the folder, or lies in it. */
export function isBelow(place: string, folder: string): boolean {
  const inside = relative(folder, place)
  return inside === '' || !(inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside))
}

const yes = (): boolean => true
const no = (): boolean => false

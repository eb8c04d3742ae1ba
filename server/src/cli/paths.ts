import os from 'node:os'
import system from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** How a system writes paths. */
type Paths = Pick<typeof system, 'resolve' | 'sep'>

/**
 * A path as all of the command line has it: with forward slashes, and in one spelling. Windows does not mind in which case the letter of a
 * drive is written, nor macOS whether an `ä` is one character or two, and shells, editors and Git each have their own.
 */
export function slashed(
  path: string,
  { sep }: Pick<Paths, 'sep'> = system,
  platform: string = os.platform(),
): string {
  if (sep === '/') return platform === 'darwin' ? path.normalize('NFC') : path
  return path.replaceAll(sep, '/').replace(/^[a-z]:/, (drive) => drive.toUpperCase())
}

/** The same path as the system writes it. The root of a drive has a slash at its end: without one it is the current folder there. */
export function native(path: string, { resolve }: Pick<Paths, 'resolve'> = system): string {
  return resolve(`${path}/`)
}

/** What a path means in a folder, which may be one of another computer. */
export function joined(folder: string, path: string): string {
  return `${folder.startsWith('//') ? '/' : ''}${system.posix.join(folder, path)}`
}

/** The address of an absolute path. */
export function uriOf(path: string): string {
  // With backslashes: Node 20 takes one of another computer, which begins with two slashes, for one of this.
  return pathToFileURL(native(path)).href
}

/** The path of a file that is known by its address. */
export function pathOf(uri: string): string {
  return slashed(fileURLToPath(uri))
}

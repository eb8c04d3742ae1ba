import { slugOf } from '../text/slug.ts'

const ENDING = /\.pilot\.ya?ml$/i

/** Whether a file is a pilot by its name, given as a path or an address. */
export function isPilotFile(path: string): boolean {
  return ENDING.test(path)
}

/** What a file is called without its folders, given as a path or an address. */
export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** What a file is called without its folders and the ending of a pilot: the name that its pilot should have, too. */
export function pilotNameOf(path: string): string {
  return fileNameOf(path).replace(ENDING, '')
}

/** A path with the ending of a pilot in small letters. */
export function withSmallEnding(path: string): string {
  return path.replace(ENDING, (ending) => ending.toLowerCase())
}

/** What a pilot may be called that is begun in a file, which need not end like one; absent where no name can be made of it. */
export function nameByFile(path: string | undefined): string | undefined {
  return slugOf(path?.replace(/(?:\.pilot)?\.ya?ml$/i, '') ?? '') || undefined
}

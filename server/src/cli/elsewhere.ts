import { pilotNameOf } from '../engine/pilot/file-name.ts'
import { fullPaths, type InputFile } from './inputs.ts'
import type { Io } from './io.ts'

interface Run {
  readonly paths: readonly string[]
  readonly files: readonly Pick<InputFile, 'full' | 'content'>[]
  /** Whether a run over the whole repository would check the file. */
  takes(full: string): Promise<boolean>
}

/**
 * What the pilots of the repository are called that a run over some of its folders does not read, by their files and in small letters:
 * a pilot may refer to any of them. Nobody is looked for where none refers to another, or outside of a repository, where nobody
 * knows how far that would lead.
 */
export async function pilotsElsewhere(
  { paths, files, takes }: Run,
  io: Pick<Io, 'files' | 'cwd'>,
): Promise<readonly string[]> {
  if (!files.some(({ content }) => content.kind === 'text' && REFERENCE.test(content.text))) return []
  const folders = fullPaths(paths, io)
  const around = new Set(await Promise.all(folders.map((folder) => io.files.rootOf(folder))))
  const seen = new Set(files.map(({ full }) => full))
  const names: string[] = []
  for (const root of around) {
    if (root === undefined || folders.includes(root)) continue
    for (const full of (await io.files.list(root)).paths)
      if (!seen.has(full) && (await takes(full))) names.push(pilotNameOf(full).toLowerCase())
  }
  return names
}

const REFERENCE = /\b(?:predecessor|comparedWith)\b/

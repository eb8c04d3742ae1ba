import type { Io } from './io.ts'

/** What looks like a configuration and holds for nothing, in these folders. */
export async function misnamedIn(
  folders: Iterable<string>,
  { files }: Pick<Io, 'files'>,
): Promise<readonly string[]> {
  const places = Array.from(folders).flatMap((folder) => NAMES.map((name) => `${folder}/${name}`))
  const kinds = await Promise.all(places.map((place) => files.kindOf(place)))
  return places.filter((_, index) => kinds[index] === 'file')
}

const NAMES = [
  'pilots.config.yml',
  'pilots.config.json',
  '.pilots.config.yaml',
  'pilot.config.yaml',
  'pilot.config.yml',
]

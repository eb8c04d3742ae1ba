import type { CheckOptions } from '../check-paths.ts'
import type { ExitCode } from '../exit.ts'
import type { Io } from '../io.ts'
import { readParts } from '../parts.ts'
import { check } from './check.ts'

/**
 * Checks what the parts are about, and takes from them what was found in each file. Rules over all pilots are asked here, and
 * whatever no part has is worked out: the result is that of a check that was not divided.
 */
export async function merge(
  files: readonly string[],
  options: Omit<CheckOptions, 'asOf' | 'shard' | 'part'>,
  io: Io,
): Promise<ExitCode> {
  const { paths, asOf, today, shelves } = await readParts(files, io)
  return check(paths, { ...options, asOf, parts: shelves }, { ...io, today })
}

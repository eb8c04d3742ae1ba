import type { CheckOptions } from './check-paths.ts'
import { UsageError } from './exit.ts'
import { fullPath } from './inputs.ts'
import type { Io } from './io.ts'
import type { WriteRules } from './outputs.ts'
import { isBelow, isPart, partText, pathsBelow } from './parts.ts'
import { inBlocks } from './report/parts.ts'
import { refuse } from './write-reports.ts'

/** What a run leaves to `merge`. */
export interface PartWriter {
  /** Takes what there is to say of each file. */
  hand(lines: readonly Uint8Array[]): void
  write(options: Pick<CheckOptions, 'asOf'>): Promise<void>
}

/** Where that goes; refused before any work is done if something is in the way. */
export async function partFor(file: string, paths: readonly string[], io: Io): Promise<PartWriter> {
  const outside = paths.find((path) => !isBelow(path, io))
  if (outside !== undefined)
    throw new UsageError(
      `--part needs paths in this folder, and "${outside}" is not. Name some, such as ".", or run pilots further up.`,
    )
  const rules: WriteRules = { folder: io.cwd, replaceable: isPart }
  refuse(file, await io.outputs.obstacle(fullPath(file, io), rules))
  let lines: readonly Uint8Array[] = []
  return {
    hand(handed) {
      lines = handed
    },
    async write(options) {
      const text = partText(pathsBelow(paths, io), options, { lines, today: io.today })
      refuse(file, await io.outputs.write(fullPath(file, io), inBlocks(text), rules))
    },
  }
}

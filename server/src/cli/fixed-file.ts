import type { Mended } from '../engine/mend.ts'

/** A file with what its fixes make of it. */
export interface FixedFile extends Mended {
  /** As it is shown. */
  readonly path: string
  /** As it stands in the file. */
  readonly before: string
}

export function isChanged({ before, analysis }: FixedFile): boolean {
  return analysis.text !== before
}

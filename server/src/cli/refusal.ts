import type { Written } from '../node/write.ts'
import { UsageError } from './exit.ts'

/** Why a file was not written, as half a sentence. */
export function refusal(written: Exclude<Written, { kind: 'written' }>): string {
  if (written.kind === 'exists') return 'there is a file already, which is never overwritten'
  if (written.kind === 'changed') return 'it changed while it was being read. Run the command again'
  return written.reason
}

/** An empty --out, as a variable of a shell that is not set leaves behind, would name the root of the machine. */
export function refuseNoFolder(out: string | undefined): void {
  if (out?.trim() === '') throw new UsageError('--out is empty. Name a folder, or leave it out for pilots/.')
}

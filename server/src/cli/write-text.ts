import type { Written } from '../node/write.ts'

/** Why a file was not written, as half a sentence. */
export function refusal(written: Exclude<Written, { kind: 'written' }>): string {
  if (written.kind === 'exists') return 'there is a file already, which is never overwritten'
  if (written.kind === 'changed') return 'it changed while it was being read. Run the command again'
  return written.reason
}

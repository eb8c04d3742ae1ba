import type { Written } from '../node/write.ts'

/** Why a file was not written, as half a sentence. */
export function refusal(written: Exclude<Written, { kind: 'written' }>): string {
  switch (written.kind) {
    case 'exists':
      return 'there is a file already, which is never overwritten'
    case 'changed':
      return 'it changed while it was being read. Run the command again'
    case 'blocked':
    case 'failed':
      return written.reason
  }
}

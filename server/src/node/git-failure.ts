import type { NoHistory } from '../engine/history/source.ts'
import type { GitResult } from './git.ts'

/** What is said of the history where Git did not answer. */
export function failure(result: GitResult): NoHistory {
  if (result.kind === 'failed') return { gap: 'failed', detail: result.reason }
  return { gap: result.kind === 'no-git' || result.kind === 'timeout' ? result.kind : 'failed' }
}

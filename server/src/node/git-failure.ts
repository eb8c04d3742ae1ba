import type { NoHistory } from '../engine/history/source.ts'
import type { GitResult } from './git.ts'

/** What is said of the history where Git did not answer. */
export function failure(result: Exclude<GitResult, { kind: 'no-git' }>): NoHistory {
  if (result.kind === 'failed') return { gap: 'failed', detail: result.reason }
  return { gap: result.kind === 'timeout' ? 'timeout' : 'failed' }
}

import type { NoHistory } from '../engine/history/source.ts'
import type { GitResult } from './git.ts'

/** What is said of the history where Git did not answer. */
export function failure(result: GitResult): NoHistory {
  switch (result.kind) {
    case 'no-git':
    case 'timeout':
      return { gap: result.kind }
    case 'failed':
      return { gap: 'failed', detail: result.reason }
    default:
      return { gap: 'failed' }
  }
}

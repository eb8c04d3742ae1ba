import type { Notice } from '../notice.ts'

/** What may be said about a baseline. */
export const baselineNotices: readonly Notice[] = [
  {
    id: 'baseline/unusable',
    summary: 'The baseline cannot be read, so that nobody knows what was found before: everything counts.',
    remedy:
      'Take the file from Git again; after a merge, take one side and run pilots baseline prune. A new one is made with pilots baseline create --force.',
  },
]

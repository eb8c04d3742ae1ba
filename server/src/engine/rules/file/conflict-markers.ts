import type { Span } from '../../text/span.ts'
import { conflictMarkers } from '../../yaml/conflict.ts'
import type { Rule } from '../rule.ts'

export const fileConflictMarkers: Rule = {
  id: 'file/conflict-markers',
  from: { criteria: 'error', stopped: 'error' },
  broken: true,
  docs: {
    summary: 'The file holds no merge conflict.',
    why: 'With two versions in one file nobody can read the pilot, neither people nor programs, and nothing else is checked.',
    remedy: 'Keep one side of each conflict, or combine both, and delete the marker lines.',
    sources: [],
    bad: [
      {
        title: 'Two sides, in a pilot that was stopped',
        yaml: `stage: stopped
<<<<<<< HEAD
#^^^^^^^^^^^ error: Git could not merge HEAD and move-the-end here. Keep one side, and delete the marker lines.
timeline: { end: 2026-05-29 }
=======
timeline: { end: 2026-06-26 }
>>>>>>> move-the-end
`,
      },
      {
        title: 'Two conflicts, with the common version',
        yaml: `<<<<<<< HEAD
#^^^^^^^^^^^ error
stage: rollout
||||||| 5f0c1d2
stage: data
=======
stage: adoption
>>>>>>> theirs
team: supply-chain
<<<<<<< HEAD
#^^^^^^^^^^^ error
summary: One
=======
summary: Two
>>>>>>> theirs
`,
      },
    ],
    good: [
      { title: 'No conflict', yaml: 'summary: Planners see <<<<<<< in no forecast\n' },
      {
        title: 'Markers that are part of a text',
        yaml: `summary: |
  The merge tool shows
  <<<<<<< HEAD
  and nobody knows why.
`,
      },
    ],
  },

  *check(_pilot, { file: { syntax } }) {
    const markers = conflictMarkers(syntax.text)
    const said = ({ start, end }: Span): string => syntax.text.slice(start, end)
    for (const [index, marker] of markers.entries()) {
      if (!said(marker).startsWith('<')) continue
      const last = markers.slice(index + 1).find((other) => said(other).startsWith('>'))
      const ours = said(marker).slice(8)
      const theirs = last ? said(last).slice(8) : 'another version'
      yield {
        at: marker,
        message: `Git could not merge ${ours} and ${theirs} here. Keep one side, and delete the marker lines.`,
        related: last ? [{ message: 'The conflict ends here.', span: last }] : [],
      }
    }
  },
}

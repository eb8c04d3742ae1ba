import { removeComment } from '../../templates/suppression.ts'
import type { Rule } from '../rule.ts'

export const suppressionUnused: Rule = {
  id: 'suppression/unused',
  from: { criteria: 'warning', stopped: 'warning' },
  docs: {
    summary: 'Every suppression silences a finding that exists.',
    why: 'A suppression left behind waits for the next real finding in its place, and hides that one.',
    remedy: 'Remove it. One for the whole file goes above the first key.',
    sources: [],
    bad: [
      {
        title: 'The finding is gone',
        yaml: `owners:
  # pilots-ignore-next-line owners/operator-shared -- Kim has days, Pete has nights
# ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: This suppresses nothing: owners/operator-shared has no finding in the next line. Remove the comment.
  operator: { name: Kim Alvarado }
`,
      },
      {
        title: 'For the file, and not above its first key',
        yaml: `owners:
  operator: { name: Kim Alvarado & Pete Lindqvist }
# pilots-ignore-file owners/operator-shared -- Kim has days, Pete has nights
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: This suppresses nothing, because a suppression for the whole file stands above the first key. Move it there.
`,
      },
    ],
    good: [
      {
        title: 'A suppression that is needed',
        yaml: `owners:
  operator:
    # pilots-ignore-next-line owners/operator-shared -- Kim has days, Pete has nights
    name: Kim Alvarado & Pete Lindqvist
`,
      },
      {
        title: 'A rule that is not due at this stage',
        yaml: `# pilots-ignore-file owners/it-late -- IT joined with the new plant
apiVersion: pilot-as-code/v1
name: demand-forecast
title: Demand forecast
stage: criteria
`,
      },
    ],
  },

  *check(_pilot, { suppressions, file }) {
    for (const suppression of suppressions) {
      const { state, span, rule, scope } = suppression
      if (state === 'misplaced') {
        const message =
          'This suppresses nothing, because a suppression for the whole file stands above the first key. Move it there.'
        yield { at: span, message }
      }
      if (state !== 'unused') continue
      const where = scope === 'file' ? 'this file' : 'the next line'
      const message = `This suppresses nothing: ${rule} has no finding in ${where}. Remove the comment.`
      yield { at: span, message, fixes: [removeComment(file.syntax.text, suppression, true)] }
    }
  },
}

import { isAbsent, placeOfAbsent } from '../../pilot/located.ts'
import { appendAt, insertAt } from '../../templates/changes.ts'
import { conditionTemplate } from '../../templates/condition.ts'
import type { Rule } from '../rule.ts'

export const conditionsUndocumented: Rule = {
  id: 'conditions/undocumented',
  from: { rollout: 'warning', close: 'error' },
  docs: {
    summary: 'What the pilot was lent is written down before it ends.',
    why: 'A pilot works because someone opened doors: access without the usual request, releases at once, the time of people who are hard to get. Production has none of that, and when nobody wrote it down, that is where it stops.',
    remedy:
      'List the permissions, access, people, staff and vendor support that the pilot had by exception; an empty list says there were none.',
    sources: [
      { claim: 'N05', says: 'A pilot runs on an exception made by someone senior.' },
      {
        claim: 'N10',
        says: 'Permissions, access, relationships and variations are documented before the close.',
      },
      { claim: 'N29', says: 'The first closing question asks which of these conditions become permanent.' },
    ],
    bad: [
      {
        title: 'Not a word in the rollout',
        yaml: `stage: rollout
#^^^^ warning: Nothing is said about what the pilot was lent. List access, people and exceptions that production will not have by itself.
`,
      },
      {
        title: 'Three weeks before the end',
        yaml: `stage: rollout
#^^^^ error
timeline: { start: 2026-02-02, end: 2026-06-22 }
`,
      },
      {
        title: 'The key with nothing in it',
        yaml: `stage: rollout
conditions:
#^^^^^^^^^ warning
`,
      },
    ],
    good: [
      {
        title: 'An explicit empty list is an answer',
        yaml: `stage: adoption
conditions: []
`,
      },
      {
        title: 'One condition',
        yaml: `stage: rollout
conditions:
  - { kind: staffing, what: A trainer on every shift, decision: withdrawn }
`,
      },
    ],
  },

  *check(pilot, { today }) {
    if (!isAbsent(pilot, 'conditions')) return
    yield {
      at: placeOfAbsent(pilot, 'conditions'),
      message:
        'Nothing is said about what the pilot was lent. List access, people and exceptions that production will not have by itself.',
      fixes: [
        {
          title: 'Insert a condition',
          safe: false,
          changes: [appendAt(pilot, ['conditions'], conditionTemplate(today))],
        },
        { title: 'There were none', safe: false, changes: [insertAt(pilot, ['conditions'], [])] },
      ],
    }
  },
}

import type { Fix, Severity } from '../../finding.ts'
import type { IsoDate } from '../../pilot/dates.ts'
import { isUnlistedAt } from '../../pilot/located.ts'
import type { Pilot } from '../../pilot/model.generated.ts'
import { adopterCount, hasExpanded, isWholeSmallTeam, teamSize } from '../../pilot/rollout.ts'
import { insertAt } from '../../templates/changes.ts'
import { adoptersTemplate, rolloutOf } from '../../templates/rollout.ts'
import type { Rule } from '../rule.ts'

export const rolloutEarlyAdopters: Rule = {
  id: 'rollout/early-adopters',
  from: { rollout: 'warning' },
  options: { min: 3, max: 5 },
  docs: {
    summary: 'The first group has three to five people, known by name.',
    why: 'With one or two users a pilot learns their habits; with twenty, nobody is asked what is wrong. Three to five people can be listened to every week, and their answers still differ.',
    remedy: 'Start with three to five people, and let the first gate decide who follows.',
    options: {
      min: 'Fewest people in the first group',
      max: 'Most people in the first group',
    },
    except: 'info for one person too few, and for up to three too many',
    sources: [
      { claim: 'M42', says: 'A controlled rollout comes first, and not the whole team.' },
      { claim: 'M43', says: 'Typically three to five early adopters start.' },
    ],
    suppress: 'Fewer people than that do the work, or a crew that cannot be split up.',
    bad: [
      {
        title: 'Nobody is named',
        yaml: `stage: rollout
rollout:
#^^^^^^ warning: Nobody is named as early adopter. Name the 3 to 5 people who begin.
  start: 2026-05-18
`,
      },
      {
        title: 'A list of nobody',
        yaml: `stage: rollout
rollout: { start: 2026-05-18, earlyAdopters: [] }
#^^^^^^ warning: Nobody is named as early adopter. Name the 3 to 5 people who begin.
`,
      },
      {
        title: 'A whole office at once',
        yaml: `stage: rollout
rollout: { start: 2026-05-18, earlyAdopters: 9 }
#                                            ^ warning: 9 people begin at once. Start with 3 to 5, and let a gate decide on the others.
`,
      },
      {
        title: 'One alone',
        yaml: `rollout: { earlyAdopters: [Ana Ruiz] }
#          ^^^^^^^^^^^^^ warning: 1 person begins. Start with 3 to 5, so that their answers differ.
`,
      },
      {
        title: 'A few too many',
        yaml: `rollout: { earlyAdopters: 8 }
#                         ^ info: 8 people begin at once. Start with 3 to 5, and let a gate decide on the others.
`,
      },
      {
        title: 'Almost right',
        yaml: `stage: rollout
rollout:
  earlyAdopters: [Ana Ruiz, Tom Becker]
# ^^^^^^^^^^^^^ info: 2 people begin. Start with 3 to 5, so that their answers differ.
`,
      },
    ],
    good: [
      {
        title: 'Three planners',
        yaml: `stage: rollout
rollout: { earlyAdopters: [Ana Ruiz, Tom Becker, Wei Zhang] }
`,
      },
      {
        title: 'There are only two of them',
        yaml: `stage: rollout
rollout: { earlyAdopters: [Ana Ruiz, Tom Becker] }
production: { means: Both clerks of the desk work from the list every day. }
`,
      },
      {
        title: 'A gate let it grow',
        yaml: `stage: rollout
rollout: { earlyAdopters: 9 }
gates:
  - { stage: rollout, due: 2026-05-20, held: 2026-05-20, decision: expand, by: Dana Whitfield, adoptersUsing: 4, metricsMoving: true }
`,
      },
    ],
  },

  *check(pilot, { today, option }) {
    const { rollout } = pilot
    if (hasExpanded(pilot) || isWholeSmallTeam(pilot)) return
    if (isUnlistedAt(pilot, 'rollout', 'earlyAdopters')) {
      yield {
        at: (rollout ?? pilot).keySpan,
        message: `Nobody is named as early adopter. Name the ${option('min')} to ${option('max')} people who begin.`,
        fixes: [insert(pilot, today)],
      }
      return
    }
    const adopters = rollout?.earlyAdopters
    const count = adopterCount(pilot)
    // That a number of people is not 0 is the schema's to say.
    if (!adopters || !count || (count >= option('min') && count <= option('max'))) return
    // A whole team that begins at once is reported as a full rollout.
    if (count === teamSize(pilot)) return
    const few = count < option('min')
    const near: Severity = count >= option('min') - 1 && count <= option('max') + 3 ? 'info' : 'warning'
    const people = count === 1 ? '1 person begins' : `${count} people begin${few ? '' : ' at once'}`
    const advice = few ? 'so that their answers differ' : 'and let a gate decide on the others'
    yield {
      at: 'items' in adopters ? adopters.keySpan : adopters.span,
      severity: near,
      message: `${people}. Start with ${option('min')} to ${option('max')}, ${advice}.`,
    }
  },
}

function insert(pilot: Pilot, today: IsoDate): Fix {
  const title = 'Insert the first group'
  const path = pilot.rollout ? ['rollout', 'earlyAdopters'] : ['rollout']
  const value = pilot.rollout ? adoptersTemplate : rolloutOf(pilot, today)
  return { title, safe: false, changes: [insertAt(pilot, path, value)] }
}

import { daysBetween, inWords } from '../../pilot/dates.ts'
import { endOf } from '../../pilot/stages.ts'
import { nameOr } from '../../words/people.ts'
import type { Rule } from '../rule.ts'

export const ownersProductionOwnerLate: Rule = {
  id: 'owners/production-owner-late',
  from: { rollout: 'info' },
  docs: {
    summary:
      'Whoever will run the result is named before the pilot starts, and at the latest before it ends.',
    why: 'People run well what they helped to design. Named after the end, they start with a handover of things that they would have decided differently.',
    remedy: 'Name the production owner before the start, and let them review the pilot every week.',
    except: 'error after timeline.end',
    sources: [
      { claim: 'K13', says: 'The production owner is named while the pilot runs, not after it.' },
      { claim: 'K30', says: 'It is best to name the production owner before the start.' },
      { claim: 'K31', says: 'The production owner has a part in design and execution.' },
    ],
    bad: [
      {
        title: 'After the end',
        yaml: `timeline: { start: 2026-02-02, end: 2026-05-01 }
owners:
  production: { team: planning-systems, since: 2026-05-22 }
#                                              ^^^^^^^^^^ error: planning-systems has run it since 2026-05-22, 3 weeks after the planned end of the pilot. Have them review the design before they take it over.
`,
      },
      {
        title: 'While the pilot runs',
        yaml: `timeline: { start: 2026-02-02, end: 2026-07-01 }
owners:
  production:
    name: Jun Ito
    since: 2026-03-09
#          ^^^^^^^^^^ info: Jun Ito has run it since 2026-03-09, 5 weeks after the start. Give them a part in design and execution now.
`,
      },
    ],
    good: [
      {
        title: 'Before the start',
        yaml: `timeline: { start: 2026-02-02, end: 2026-07-01 }
owners:
  production: { team: planning-systems, since: 2026-01-26 }
`,
      },
      {
        title: 'An end before the start, which another rule reports',
        yaml: `timeline: { start: 2026-02-02, end: 2025-07-01 }
owners:
  production: { team: planning-systems, since: 2026-01-26 }
`,
      },
      {
        title: 'Dates that are not known yet',
        yaml: `owners:
  production: { team: planning-systems, since: 2026-01-26 }
`,
      },
    ],
  },

  *check(pilot) {
    const { name, team, since } = pilot.owners?.production ?? {}
    const who = name ?? team
    if (!who || !since) return
    const start = pilot.timeline?.start
    const end = endOf(pilot)
    const said = `${nameOr(who.value, 'Whoever takes over')} has run it since ${since.value}`
    if (end && since.value > end.value) {
      const late = inWords(daysBetween(end.value, since.value))
      const message = `${said}, ${late} after the planned end of the pilot. Have them review the design before they take it over.`
      const related = [{ message: `The pilot ends on ${end.value}.`, span: end.span }]
      yield { at: since.span, severity: 'error', message, related }
    } else if (start && since.value > start.value) {
      const late = inWords(daysBetween(start.value, since.value))
      const message = `${said}, ${late} after the start. Give them a part in design and execution now.`
      yield {
        at: since.span,
        message,
        related: [{ message: `The pilot starts on ${start.value}.`, span: start.span }],
      }
    }
  },
}

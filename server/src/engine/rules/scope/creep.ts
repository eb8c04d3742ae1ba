import { attribution, type Course, courseOf, pastChange } from '../../history/course.ts'
import type { Step } from '../../history/history.ts'
import { newcomers } from '../../history/newcomers.ts'
import { isInPhaseOne } from '../../pilot/features.ts'
import { shortListing } from '../../text/listing.ts'
import type { Rule } from '../rule.ts'

export const scopeCreep: Rule = {
  id: 'scope/creep',
  from: { data: 'warning' },
  needs: ['history'],
  docs: {
    summary: 'Phase 1 holds the features that it held when the pilot started.',
    why: 'A fifth feature adds 50 to 70 percent of complexity, and every feature that comes late delays the day on which the pilot can be judged.',
    remedy: 'Move what was added after the start to phase 2, or drop another feature for it.',
    except: 'error when phase 1 holds at least twice as many',
    sources: [
      {
        claim: 'R65',
        says: 'Features added after the start are scope creep; a fifth one adds 50 to 70 % of complexity.',
      },
    ],
    bad: [
      {
        title: 'One more',
        history: [
          {
            date: '2026-01-20',
            yaml: `timeline: { start: 2026-02-02 }
scope: { features: [{ name: Forecast, phase: 1 }, { name: Alerts, phase: 1 }, { name: Reports, phase: 2 }] }
`,
          },
          {
            date: '2026-03-30',
            author: 'Luis Ortega',
            yaml: `timeline: { start: 2026-02-02 }
scope: { features: [{ name: Forecast, phase: 1 }, { name: Alerts, phase: 1 }, { name: Reports, phase: 1 }] }
`,
          },
        ],
        yaml: `timeline: { start: 2026-02-02 }
scope: { features: [{ name: Forecast, phase: 1 }, { name: Alerts, phase: 1 }, { name: Reports, phase: 1 }] }
#        ^^^^^^^^ warning: Phase 1 grew from 2 to 3 features since the start: "Reports" came in, last on 2026-03-30 by Luis Ortega (commit 2b3c4d5). Move to phase 2 what is new, or give up another feature for it.
`,
      },
      {
        title: 'Twice as many',
        history: [
          {
            date: '2026-01-20',
            yaml: `timeline: { start: 2026-02-02 }
scope: { features: [{ name: Forecast }, { name: Alerts }] }
`,
          },
        ],
        yaml: `timeline: { start: 2026-02-02 }
scope: { features: [{ name: Forecast }, { name: Alerts }, { name: Reports }, { name: Promotions }] }
#        ^^^^^^^^ error
`,
      },
    ],
    good: [
      {
        title: 'One swapped for another',
        history: [
          {
            date: '2026-01-20',
            yaml: `timeline: { start: 2026-02-02 }
scope: { features: [{ name: Forecast }, { name: Alerts }] }
`,
          },
        ],
        yaml: `timeline: { start: 2026-02-02 }
scope: { features: [{ name: Forecast }, { name: Reports }, { name: Alerts, phase: 2 }] }
`,
      },
      {
        title: 'Added before the start, or for later',
        history: [
          {
            date: '2026-01-12',
            yaml: `timeline: { start: 2026-02-02 }
scope: { features: [{ name: Forecast }] }
`,
          },
          {
            date: '2026-01-20',
            yaml: `timeline: { start: 2026-02-02 }
scope: { features: [{ name: Forecast }, { name: Alerts }] }
`,
          },
        ],
        yaml: `timeline: { start: 2026-02-02 }
scope: { features: [{ name: Forecast }, { name: Alerts }, { name: Reports, phase: 2 }] }
`,
      },
    ],
  },

  *check(pilot, { history, today }) {
    const features = pilot.scope?.features
    const course = features && courseOf(history, pilot, today)
    if (!course) return
    const first = features.items.filter(isInPhaseOne).flatMap(({ name }) => name ?? [])
    const names = first.map(({ value }) => value)
    const fresh = new Set(newcomers(course.reference.features, names))
    const added = first.filter(({ value }) => fresh.has(value))
    const step = lastAddition(course)
    const before = course.reference.features.length
    if (before === 0 || first.length <= before || !step || added.length === 0) return
    const quoted = added.map(({ value }) => `"${value}"`)
    yield {
      at: features.keySpan,
      ...(first.length >= before * 2 ? { severity: 'error' } : {}),
      message: `Phase 1 grew from ${before} to ${first.length} features since the start: ${shortListing(quoted, 5)} came in, last ${attribution(step, course.started)}. Move to phase 2 what is new, or give up another feature for it.`,
      related: added.map(({ value, span }) => ({ message: `"${value}" came after the start.`, span })),
      past: pastChange(step, `${before} features`, `${first.length} features`),
    }
  },
}

function lastAddition({ steps }: Course): Step | undefined {
  return steps.findLast(({ before, after }) => newcomers(before.features, after.features).length > 0)
}

import type { Change, Fix } from '../../finding.ts'
import { isInPhaseOne } from '../../pilot/features.ts'
import type { Feature } from '../../pilot/model.generated.ts'
import { hasReached } from '../../pilot/stages.ts'
import { insertAt } from '../../templates/changes.ts'
import type { Rule } from '../rule.ts'

export const scopeTooWide: Rule = {
  id: 'scope/too-wide',
  from: { criteria: 'warning' },
  options: { most: 5, error: 10 },
  docs: {
    summary: 'Phase 1 holds at most five features.',
    why: 'A fifth feature adds at least half of the complexity again, and all of them have to work before anyone can use one. Cut to what matters, a pilot goes live in weeks.',
    remedy:
      'Draw the line after the three to five features with the highest impact, and move the rest to phase 2.',
    options: {
      most: 'Most features in phase 1.',
      error: 'Features in phase 1 above which it is an error from rollout on.',
    },
    except: 'error from stage rollout on for more than the option error says',
    sources: [
      { claim: 'R15', says: 'The line is drawn after the top three to five features; the rest is phase 2.' },
      { claim: 'R65', says: 'A fifth feature adds 50 to 70 % of complexity.' },
    ],
    bad: [
      {
        title: 'Six in phase 1',
        yaml: `stage: criteria
scope:
  features:
# ^^^^^^^^ warning: Phase 1 holds 6 features. Keep the 5 with the highest impact, and move the rest to phase 2.
    - { name: Forecast, impact: 14000, phase: 1 }
    - { name: Safety stock, impact: 5000, phase: 1 }
    - { name: Alerts, impact: 900, phase: 1 }
    - { name: Reports, impact: 3000, phase: 1 }
    - { name: Order proposal, impact: 4000, phase: 1 }
    - { name: Supplier mails, impact: 2500, phase: 1 }
`,
      },
      {
        title: 'Eleven in the rollout, and nobody set a phase',
        yaml: `stage: rollout
scope:
  features: [
# ^^^^^^^^ error
    { name: A, impact: 11 }, { name: B, impact: 10 }, { name: C, impact: 9 }, { name: D, impact: 8 },
    { name: E, impact: 7 }, { name: F, impact: 6 }, { name: G, impact: 5 }, { name: H, impact: 4 },
    { name: I, impact: 3 }, { name: J, impact: 2, phase: 1 }, { name: K, impact: 1 }
  ]
`,
      },
      {
        title: 'Eleven before the rollout, not ranked, so that only a person knows which to move',
        yaml: `stage: data
scope:
  features: [{ name: A }, { name: B }, { name: C }, { name: D }, { name: E }, { name: F }, { name: G }, { name: H }, { name: I }, { name: J }, { name: K, impact: 9 }]
# ^^^^^^^^ warning
`,
      },
      {
        title: 'Ten in the rollout',
        yaml: `scope:
  features: [{ name: A }, { name: B }, { name: C }, { name: D }, { name: E }, { name: F }, { name: G }, { name: H }, { name: I }, { name: J }]
# ^^^^^^^^ warning
`,
      },
    ],
    good: [
      {
        title: 'Five, and a long list for later',
        yaml: `scope:
  features:
    - { name: Forecast, impact: 14000, phase: 1 }
    - { name: Safety stock, impact: 5000, phase: 1 }
    - { name: Reports, impact: 3000, phase: 1 }
    - { name: Order proposal, impact: 4000, phase: 1 }
    - { name: Supplier mails, impact: 2500, phase: 1 }
    - { name: Alerts, impact: 900, phase: 2 }
    - { name: Promotions, impact: 800, phase: 2 }
`,
      },
      {
        title: 'Three',
        yaml: `scope:
  features: [{ name: Forecast }, { name: Safety stock }, { name: Alerts }]
`,
      },
    ],
  },

  *check(pilot, { option }) {
    const features = pilot.scope?.features
    const first = features?.items.filter(isInPhaseOne) ?? []
    const most = option('most')
    if (!features || first.length <= most) return
    const excessive = first.length > option('error') && hasReached(pilot, 'rollout')
    yield {
      at: features.keySpan,
      message: `Phase 1 holds ${first.length} features. Keep the ${most} with the highest impact, and move the rest to phase 2.`,
      ...(excessive ? { severity: 'error' } : {}),
      fixes: moveLowest(first, most),
    }
  },
}

function moveLowest(features: readonly Feature[], most: number): readonly Fix[] {
  if (features.some(({ impact }) => !impact)) return []
  const ranked = features.toSorted((a, b) => (b.impact?.value ?? 0) - (a.impact?.value ?? 0))
  const moved = ranked.slice(most)
  const names = moved.slice(0, 3).map(({ name }) => `"${name?.value ?? '?'}"`)
  const more = moved.length > names.length ? ` and ${moved.length - names.length} more` : ''
  return [
    {
      title: `Move ${names.join(', ')}${more} to phase 2`,
      safe: false,
      suggestion: true,
      changes: moved.map(toPhaseTwo),
    },
  ]
}

function toPhaseTwo(feature: Feature): Change {
  if (feature.phase) return { do: 'replace', span: feature.phase.span, text: '2' }
  return insertAt(feature, ['phase'], 2)
}

import type { Fix } from '../../finding.ts'
import { daysBetween, inWords } from '../../pilot/dates.ts'
import type { Pilot } from '../../pilot/model.generated.ts'
import { isActive } from '../../pilot/stages.ts'
import type { Span } from '../../text/span.ts'
import type { Rule } from '../rule.ts'

export const rolloutSandbox: Rule = {
  id: 'rollout/sandbox',
  from: { rollout: 'warning' },
  needs: ['today'],
  options: { days: 180 },
  docs: {
    summary: 'From the rollout on it runs in production, in the tools of daily work.',
    why: 'Six months after an impressive demonstration it still sits in the sandbox: that is what purgatory looks like from the inside. What works under demonstration conditions says little about a real day.',
    remedy: 'Put a small share of the real work through it in production, or set the stage back to data.',
    options: {
      days: 'Days after the start from which it is an error.',
    },
    except: 'error when the pilot began more days ago than the option days says',
    sources: [
      { claim: 'M09', says: 'It works in a demonstration but is not part of the workflow.' },
      { claim: 'R01', says: 'Six months after the demonstration it is still in the sandbox.' },
    ],
    bad: [
      {
        title: 'Half a year and a day in the sandbox',
        yaml: `timeline: { start: 2025-12-02 }
rollout:
  environment: sandbox
#              ^^^^^^^ error: It runs in the sandbox, 5 months after the start on 2025-12-02. Run it in production for the first group, or go back to data.
`,
      },
      {
        title: 'Staging is not the workplace',
        yaml: `timeline: { start: 2025-12-03 }
rollout: { start: 2026-05-04, environment: staging }
#                                          ^^^^^^^ warning: It runs in staging, 5 months after the start on 2025-12-03. Run it in production for the first group, or go back to data.
`,
      },
    ],
    good: [
      {
        title: 'In production',
        yaml: `rollout: { start: 2026-05-04, environment: production }
`,
      },
      {
        title: 'A sandbox is the right place while the data is prepared',
        yaml: `stage: data
rollout: { environment: sandbox }
`,
      },
    ],
  },

  *check(pilot, { today, option }) {
    const environment = pilot.rollout?.environment
    if (!environment || environment.value === 'production' || !isActive(pilot)) return
    const start = pilot.timeline?.start ?? pilot.rollout?.start
    const days = start ? daysBetween(start.value, today) : 0
    const where = environment.value === 'sandbox' ? 'in the sandbox' : 'in staging'
    const since = start && days > 0 ? `, ${inWords(days)} after the start on ${start.value}` : ''
    yield {
      at: environment.span,
      ...(days > option('days') ? { severity: 'error' } : {}),
      message: `It runs ${where}${since}. Run it in production for the first group, or go back to data.`,
      related: start ? [{ message: 'The start.', span: start.span }] : [],
      fixes: choices(pilot, environment.span),
    }
  },
}

function choices(pilot: Pilot, span: Span): readonly Fix[] {
  const replaced = (title: string, place: Span, text: string): Fix => {
    return { title, safe: false, suggestion: true, changes: [{ do: 'replace', span: place, text }] }
  }
  const moved = replaced('It runs in production', span, 'production')
  if (pilot.stage?.value !== 'rollout') return [moved]
  return [moved, replaced('Set the stage back to data', pilot.stage.span, 'data')]
}

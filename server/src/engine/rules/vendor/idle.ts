import { inWords } from '../../pilot/dates.ts'
import { isAbsent } from '../../pilot/located.ts'
import { idleDays } from '../../pilot/signs.ts'
import { stopChanges } from '../../templates/outcome.ts'
import type { Rule } from '../rule.ts'

export const vendorIdle: Rule = {
  id: 'vendor/idle',
  from: { rollout: 'warning' },
  needs: ['today'],
  options: { days: 45 },
  docs: {
    summary: 'A tool that is paid for is used.',
    why: 'An account that sits idle is how a pilot ends without anyone saying so: the team has moved on, the licences renew, and the next attempt starts from scratch.',
    remedy: 'Use it, or end the pilot on purpose and stop paying.',
    options: {
      days: 'Days without use after which it is reported.',
    },
    sources: [{ claim: 'K02', says: 'The account at the vendor sits idle.' }],
    suppress: 'The work is seasonal, and the pause was planned.',
    bad: [
      {
        title: 'Not used for ten weeks',
        today: '2026-06-01',
        yaml: `stage: rollout
vendor:
  name: Forecastly
  lastUsed: 2026-03-20
#           ^^^^^^^^^^ warning: Forecastly is paid for and was last used on 2026-03-20, 2 months ago. Use it, or end the pilot on purpose.
`,
      },
      {
        title: 'In production, but forgotten',
        today: '2026-06-01',
        yaml: `stage: production
vendor: { name: Replymate, productionPrice: 900, lastUsed: 2026-04-16 }
#                                                          ^^^^^^^^^^ warning
outcome: { decision: scale, date: 2026-01-30 }
`,
      },
    ],
    good: [
      {
        title: 'Used in May',
        today: '2026-06-01',
        yaml: `stage: rollout
vendor: { name: Forecastly, lastUsed: 2026-05-20 }
`,
      },
      {
        title: 'On the 45th day',
        today: '2026-06-01',
        yaml: `stage: rollout
vendor: { name: Forecastly, lastUsed: 2026-04-17 }
`,
      },
      {
        title: 'Nothing is said about its use',
        yaml: `stage: rollout
vendor: { name: Forecastly }
`,
      },
    ],
  },

  *check(pilot, { today, option }) {
    const lastUsed = pilot.vendor?.lastUsed
    const days = idleDays(pilot, today, option('days'))
    if (!lastUsed || days === undefined) return
    const { tool, name } = pilot.vendor ?? {}
    yield {
      at: lastUsed.span,
      message: `${(tool ?? name)?.value ?? 'The tool'} is paid for and was last used on ${lastUsed.value}, ${inWords(days)} ago. Use it, or end the pilot on purpose.`,
      fixes: [
        {
          title: 'It was used today',
          safe: false,
          suggestion: true,
          changes: [{ do: 'replace', span: lastUsed.span, text: today }],
        },
        // A pilot that is scaled already is not stopped by the way.
        ...(isAbsent(pilot, 'outcome')
          ? [{ title: 'Stop the pilot', safe: false, changes: stopChanges(pilot, today) }]
          : []),
      ],
    }
  },
}

import type { Fix } from '../../finding.ts'
import { isAbsent, type Located } from '../../pilot/located.ts'
import type { Pilot } from '../../pilot/model.generated.ts'
import { insertAt } from '../../templates/changes.ts'
import { endsWithPilot, isNone, lastsUntil, saysWhatFollows } from '../../words/support.ts'
import { hole, scalarText } from '../../yaml/template.ts'
import type { Report, Rule } from '../rule.ts'

export const vendorSupportEnds: Rule = {
  id: 'vendor/support-ends',
  from: { rollout: 'warning' },
  docs: {
    summary: "The vendor's support continues in production.",
    why: "During the pilot the vendor's engineers are a phone call away, and much of what works is their work. With production they leave, and nobody has learned what they did.",
    remedy:
      'Agree on support for production with a date, or let your own people learn it while the vendor is there.',
    sources: [{ claim: 'K08', says: 'Intensive vendor support ends when production begins.' }],
    bad: [
      {
        title: 'It ends with the pilot',
        yaml: `stage: rollout
vendor:
  name: Forecastly
  support: Two engineers on site, ends with the pilot
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: The support of Forecastly is over before production: "Two engineers on site, ends with the pilot". Agree on what follows, and write it down.
`,
      },
      {
        title: 'It ends before production begins',
        yaml: `stage: rollout
timeline: { productionBy: 2026-06-26 }
vendor: { name: Forecastly, support: Contracted until 2026-05 }
#                                    ^^^^^^^^^^^^^^^^^^^^^^^^ warning
`,
      },
      {
        title: 'By a date in words',
        yaml: `stage: rollout
timeline: { productionBy: 2027-01-11 }
vendor: { name: Forecastly, support: On-site support until 31 December 2026 }
#                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning
`,
      },
      {
        title: 'There is none',
        yaml: `stage: rollout
vendor: { support: none }
#                  ^^^^ warning: The vendor gives no support in production. Agree on it, with a date.
`,
      },
      {
        title: 'Nothing is said about it',
        yaml: `stage: adoption
vendor:
#^^^^^ warning: Nothing says what support Forecastly gives in production. Agree on it, with a date.
  tool: Forecastly
`,
      },
    ],
    good: [
      {
        title: 'A contract for years',
        yaml: `stage: rollout
timeline: { productionBy: 2026-06-26 }
vendor: { name: Forecastly, support: Contracted until 2028-06 }
`,
      },
      {
        title: 'Engineers for the pilot, a contract afterwards',
        yaml: `stage: rollout
timeline: { productionBy: 2026-06-26 }
vendor: { name: Forecastly, support: "Engineers on site until the end of the pilot, then the service desk" }
`,
      },
      {
        title: 'Until the last day of the month in which production begins',
        yaml: `stage: rollout
timeline: { productionBy: 2026-06-26 }
vendor: { name: Forecastly, support: "Contract of 2025-03-01 until 2026-06, does not end with the pilot" }
`,
      },
    ],
  },

  *check(pilot) {
    const { vendor } = pilot
    if (!vendor?.node?.entries.length) return
    const who = (vendor.name ?? vendor.tool)?.value
    if (isAbsent(vendor, 'support')) {
      yield {
        at: vendor.keySpan,
        message: `Nothing says what support ${who ?? 'the vendor'} gives in production. Agree on it, with a date.`,
        fixes: [
          { title: 'Insert the support', safe: false, changes: [insertAt(vendor, ['support'], hole(OPEN))] },
        ],
      }
      return
    }
    const { support } = vendor
    if (support) yield* judged(support, who, pilot)
  },
}

function* judged({ value, span }: Located<string>, who: string | undefined, pilot: Pilot): Iterable<Report> {
  const replaced = (title: string, text: string): readonly Fix[] => [
    { title, safe: false, changes: [{ do: 'replace', span, text: scalarText(text) }] },
  ]
  if (isNone(value)) {
    const message = `${who ?? 'The vendor'} gives no support in production. Agree on it, with a date.`
    yield { at: span, message, fixes: replaced('Write the support', `TODO ${OPEN}`) }
  } else if (ends(pilot, value)) {
    const message = `The support of ${who ?? 'the vendor'} is over before production: "${value}". Agree on what follows, and write it down.`
    const text = `${value.trim().replace(/[.;,]$/, '')}, then TODO who supports it in production, and until when`
    yield { at: span, message, fixes: replaced('Add what follows', text) }
  }
}

const OPEN = 'support in production, and until when'

function ends({ timeline }: Pilot, text: string): boolean {
  if (saysWhatFollows(text)) return false
  const until = lastsUntil(text)
  const production = timeline?.productionBy?.value
  if (until !== undefined && production !== undefined) return until < production
  return until === undefined && endsWithPilot(text)
}

import type { Member } from '../../portfolio/portfolio.ts'
import {
  isPlain,
  isUnknown,
  type Judged,
  judgedIn,
  judgedKinds,
  messageOf,
  type Suggest,
  suggester,
} from '../../portfolio/unknown.ts'
import type { Reference } from '../../schema/describe.ts'
import type { PortfolioFix, PortfolioReport, PortfolioRule } from '../rule.ts'

export const portfolioUnknownReference: PortfolioRule = {
  id: 'portfolio/unknown-reference',
  from: { criteria: 'warning' },
  needs: ['portfolio'],
  docs: {
    summary: 'Every pilot, person, team and system that a pilot names is known.',
    why: 'A name that nobody knows stands for nobody: the system has no owner to ask for access, the person never hears of the gate, and the predecessor teaches nothing.',
    remedy:
      'Correct the name. If it is right, add the person, the team or the system to the registry. Without a registry only the names of other pilots are checked.',
    sources: [{ claim: 'H01', says: 'References to unknown or ambiguous pilots occur in real inventories.' }],
    suppress: 'The earlier pilot was never written down as a file.',
    bad: [
      {
        title: 'A predecessor that is misspelt',
        yaml: `predecessor: forecst-2024
#            ^^^^^^^^^^^^ warning: There is no pilot "forecst-2024". Did you mean "forecast-2024"?
`,
        others: { 'forecast-2024': 'stage: stopped\n' },
      },
      {
        title: 'A person and a system that the registry does not know, and an initial that two people share',
        registry: [
          { kind: 'person', name: 'luis.ortega', title: 'Luis Ortega' },
          { kind: 'person', name: 'anna.keller', title: 'Anna Keller' },
          { kind: 'person', name: 'andreas.keller', title: 'Andreas Keller' },
          { kind: 'system', name: 'netsuite-erp' },
        ],
        yaml: `owners:
  operator: { name: Luis Ortgea }
#                   ^^^^^^^^^^^ warning: The registry does not know the person "Luis Ortgea". Did you mean "Luis Ortega"?
  sponsor: { name: A. Keller }
#                  ^^^^^^^^^ warning: The registry knows several people "A. Keller": Anna Keller and Andreas Keller. Write the full name.
data: { sources: [{ system: warehouse-db }] }
#                           ^^^^^^^^^^^^ warning: The registry does not know the system "warehouse-db". Correct the name, or add it to the registry.
gates: [{ stage: criteria, due: 2026-05-04, held: 2026-05-04, decision: advance, by: Luis Ortgea }]
`,
      },
    ],
    good: [
      {
        title: 'Known under another way to write it; what the registry does not hold is not checked',
        registry: [
          { kind: 'person', name: 'luis.ortega', title: 'Luis Ortega', aliases: ['luis.ortega@example.com'] },
        ],
        yaml: `owners: { operator: { name: L. Ortega, team: supply-chain }, sponsor: { name: luis.ortega } }
data: { sources: [{ system: warehouse-db }] }
`,
      },
      {
        title: 'A predecessor whose file Git remembers',
        yaml: 'predecessor: forecast-2024\n',
        deleted: { 'forecast-2024': { date: '2025-01-10', yaml: 'stage: stopped\n' } },
      },
      {
        title: 'Without a registry nobody knows the people',
        yaml: 'owners: { operator: { name: Luis Ortgea } }\n',
      },
    ],
  },

  *check(portfolio, scene) {
    const suggest = suggester(portfolio, scene)
    const [listed, pilots] = [judgedKinds(scene), judgedKinds({ registry: undefined })]
    for (const member of portfolio.members) {
      const { predecessor, comparedWith } = member.facts
      const kinds = scene.hasRegistry(member) ? listed : pilots
      if (kinds === listed || predecessor !== undefined || comparedWith.length > 0)
        yield* unknownIn(member, {
          kinds,
          suggest,
          unknown: (each) => isUnknown({ ...each, file: member.file }, portfolio, scene),
        })
    }
  },
}

interface Judge {
  readonly kinds: ReadonlySet<Reference>
  readonly suggest: Suggest
  unknown(name: Judged): boolean
}

/** Each name is reported once a file, where it stands first; the fix mends all of its places. */
function* unknownIn(member: Member, { kinds, suggest, unknown }: Judge): Iterable<PortfolioReport> {
  const names = judgedIn(member, kinds)
  const seen = new Set<string>()
  for (const mention of names) {
    const key = `${mention.refers} ${mention.name}`
    if (seen.has(key)) continue
    seen.add(key)
    if (!unknown(mention)) continue
    const own = mention.refers === 'pilot' ? member.facts.name : undefined
    const meant = suggest(mention, own)
    // Nobody else knows which of several it is.
    const choice = meant.length > 1 ? { suggestion: true } : {}
    yield {
      file: member.file,
      at: mention.at,
      message: messageOf(mention, own, meant),
      fixes: meant.filter(isPlain).map((each) => ({ ...replacement(names, mention, each), ...choice })),
    }
  }
}

function replacement(names: readonly Judged[], { refers, name }: Judged, meant: string): PortfolioFix {
  const places = names.filter((other) => other.refers === refers && other.name === name).map(({ at }) => at)
  return {
    title: `Change it to "${meant}"`,
    safe: false,
    changes: places.map((at) => ({ do: 'replace', at, text: meant })),
  }
}

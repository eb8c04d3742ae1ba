import assert from 'node:assert/strict'
import { recommended } from '../../server/src/engine/config/settings.ts'
import { commitmentsOf } from '../../server/src/engine/history/commitments.ts'
import { atOnce } from '../../server/src/engine/portfolio/analyze-portfolio.ts'
import { type Around, askAll, neighboursOf } from '../../server/src/engine/portfolio/check-portfolio.ts'
import { extract, type Facts } from '../../server/src/engine/portfolio/facts.ts'
import type { Neighbours } from '../../server/src/engine/portfolio/neighbours.ts'
import { registryOf } from '../../server/src/engine/portfolio/registry.ts'
import { portfolioRules } from '../../server/src/engine/rules/all.generated.ts'
import { DAY, portfolioOf } from '../bench/portfolio.ts'
import { type Random, randomOf } from '../bench/random.ts'
import { analysisOf } from '../support/check.ts'

interface Pilot {
  readonly file: string
  readonly facts: Facts
  readonly settings: typeof recommended
}

/** Most are one person, unless one of the few others is there. */
const NAMESAKES = [
  ...(['Luis Ortega', 'Luis Ortega', 'Luis Ortega', 'L. Ortega', 'L. Ortega', 'L. Ortega'] as const),
  ...(['Lena Ortega', 'Luis M. Ortega'] as const),
] as const

const settings = { ...recommended, hasRegistry: true }

function pilotsOf(seed: number): Pilot[] {
  const random = randomOf(seed)
  return Array.from(portfolioOf({ pilots: 40, seed })).flatMap(([path, text]) => {
    const [people, name] = [/(name|by): [A-Z][a-z]+ [A-Z][a-z]+$/gm, random.pick(NAMESAKES)]
    const named = random.chance(0.5) ? text.replaceAll(people, `$1: ${name}`) : text
    const { pilot, syntax, readable } = analysisOf(named, { rules: [] })
    return readable ? [{ file: path, facts: extract(pilot, syntax).facts, settings }] : []
  })
}

/** What an edit changes at a time. */
const TOGETHER: readonly [readonly (keyof Facts)[], ...(readonly (keyof Facts)[])[]] = [
  ...([['operator', 'operatorKey', 'mentions'], ['mentions'], ['name'], ['title'], ['useCase']] as const),
  ...([['stage', 'active'], ['active'], ['decided', 'decidedOn'], ['start'], ['end'], ['rank']] as const),
  ...([['vendor', 'tool'], ['tool'], ['yearlyCost', 'currency'], ['fingerprint'], ['comparedWith']] as const),
]

/** What an edit makes of a pilot: some of it is that of another, or it names that one, maybe not as it is called. */
function edited(facts: Facts, other: Facts, random: Random): Facts {
  if (random.chance(0.05)) return other
  const { name } = other
  if (random.chance(0.1)) return { ...facts, predecessor: random.chance(0.5) ? name : `${name}x` }
  if (random.chance(0.1) && name !== undefined) return { ...facts, comparedWith: [name] }
  const taken = random.pick(TOGETHER).map((key) => [key, Reflect.get(other, key)])
  return { ...facts, ...Object.fromEntries(taken) }
}

/** All that the pilots say of themselves is what they say when all are asked anew. */
function compare(neighbours: Neighbours, pilots: readonly Pilot[], around: Around): void {
  atOnce(neighbours.ask())
  const [now, anew] = [neighbours.analysis(), askAll(pilots, around)]
  assert.deepEqual(now.findings, anew.findings)
  assert.deepEqual(now.notRun, anew.notRun)
  const [{ file } = { file: '' }] = pilots
  assert.deepEqual(neighbours.analysis(file).findings.get(file), anew.findings.get(file))
}

/** Lets some of the rules be asked, as when an author goes on writing. */
function begin(neighbours: Neighbours, random: Random): void {
  const steps = neighbours.ask()
  for (let left = random.between(0, 8); left > 0; left--) steps.next()
}

const [lost] = pilotsOf(99)
const departed = [
  {
    ...{ file: 'gone.pilot.yaml', commit: 'abcdef0', date: '2026-08-04', author: 'Ann' },
    commitments: commitmentsOf(analysisOf('name: gone\nstage: rollout\n', { rules: [] }).pilot),
  },
]
const surroundings: Readonly<Record<string, Around>> = {
  'by themselves': { today: DAY, rules: portfolioRules },
  'with a past and a registry': {
    ...{ today: DAY, rules: portfolioRules, departed },
    registry: registryOf([{ kind: 'person', name: 'luis', title: lost?.facts.operator ?? 'Luis Ortega' }]),
    unread: ['routes'],
  },
}
const EDITS = 600

describe('a portfolio that is edited at random', () => {
  for (const [name, around] of Object.entries(surroundings))
    for (const seed of [1, 2, 3])
      it(`hears what is said of it when it is read anew, ${name} (seed ${seed})`, () => {
        const [random, pilots] = [randomOf(seed), pilotsOf(seed)]
        const neighbours = neighboursOf(pilots, around)
        for (let edit = 0; edit < EDITS; edit++) {
          const at = random.between(0, pilots.length - 1)
          const [pilot, other] = [pilots[at], pilots[random.between(0, pilots.length - 1)]]
          assert.ok(pilot && other)
          const facts = edited(pilot.facts, other.facts, random)
          pilots[at] = { ...pilot, facts }
          neighbours.take(pilot.file, facts)
          if (random.chance(0.5)) begin(neighbours, random)
          if (random.chance(0.5)) compare(neighbours, pilots, around)
        }
      })
})

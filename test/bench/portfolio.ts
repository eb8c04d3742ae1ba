import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { addDays, type IsoDate } from '../../server/src/engine/pilot/dates.ts'
import type { Stage } from '../../server/src/engine/pilot/stages.ts'
import type { Commit } from '../support/git-repository.ts'
import { withFaults } from './faults.ts'
import { type People, pilotText } from './pilot-text.ts'
import { type Random, randomOf } from './random.ts'

/** The day for which the pilots are made: those on their way have ends before and behind it. */
export const DAY: IsoDate = '2026-11-16'

export interface PortfolioOptions {
  readonly pilots: number
  readonly seed?: number
  /** Of the pilots that have faults, from 0 to 1. */
  readonly faulty?: number
}

/** Texts of made-up pilots by their paths: of every stage, with faults of many kinds, always the same for the same seed. */
export function portfolioOf({
  pilots,
  seed = 1,
  faulty = 0.6,
}: PortfolioOptions): ReadonlyMap<string, string> {
  const company = companyOf(pilots, randomOf(seed))
  const texts = new Map<string, string>()
  for (let index = 0; index < pilots; index++) {
    // Each has a source of its own, so that a larger portfolio begins like a smaller one.
    const random = randomOf(seed * 1_000_003 + index)
    const { path, text } = pilotOf(index, company, random)
    texts.set(path, random.chance(faulty) ? withFaults(text, random) : text)
  }
  return texts
}

/** Writes the pilots below a folder, with a configuration that holds for all. */
export async function writePortfolio(folder: string, texts: ReadonlyMap<string, string>): Promise<void> {
  const folders = new Set([...texts.keys()].map(dirname))
  for (const each of folders) await mkdir(join(folder, each), { recursive: true })
  await writeFile(join(folder, 'pilots.config.yaml'), 'extends: recommended\ncurrency: USD\n')
  for (const [path, text] of texts) await writeFile(join(folder, path), text)
}

/** A past of the pilots: each is begun with an easier text, and its target changes now and then. Oldest first. */
export function commitsOf(
  texts: ReadonlyMap<string, string>,
  { revisions = 4, seed = 1 }: { revisions?: number; seed?: number } = {},
): readonly Commit[] {
  const random = randomOf(seed)
  const all = [...texts]
  const commits: Commit[] = []
  for (let revision = revisions; revision >= 0; revision--) {
    for (let at = 0; at < all.length; at += CHANGED_TOGETHER) {
      const changed = all.slice(at, at + CHANGED_TOGETHER)
      const files = changed.map(([path, text]) => [path, revision === 0 ? text : earlier(text, revision)])
      const date = addDays(DAY, -revision * 20 + random.between(0, 10) - 11)
      commits.push({ date, author: random.pick(FIRST), files: Object.fromEntries(files) })
    }
  }
  return commits.toSorted((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)))
}

const CHANGED_TOGETHER = 10

function earlier(text: string, revision: number): string {
  return text.replace(/target: (\d+)$/m, (_, target: string) => `target: ${Number(target) - revision}`)
}

interface Company {
  readonly people: readonly [string, ...string[]]
  readonly teams: readonly [string, ...string[]]
  readonly useCases: readonly [string, ...string[]]
}

const FIRST = [
  'Dana',
  'Luis',
  'Priya',
  'Sam',
  'Mei',
  'Ana',
  'Tom',
  'Wei',
  'Nina',
  'Omar',
  'Ruth',
  'Ivo',
] as const
const LAST = [
  'Whitfield',
  'Ortega',
  'Nair',
  'Cole',
  'Lin',
  'Ruiz',
  'Becker',
  'Zhang',
  'Patel',
  'Haddad',
] as const
const WORK = [
  'Invoice',
  'Ticket',
  'Demand',
  'Claim',
  'Contract',
  'Shift',
  'Route',
  'Order',
  'Quality',
] as const
const TASK = ['matching', 'routing', 'forecast', 'triage', 'review', 'planning', 'summary'] as const
const VENDORS = ['Routewell', 'Overhead Vision', 'Castline', 'Deskmate', 'Northway', 'Plain Forms'] as const
const STAGES: readonly [Stage, ...Stage[]] = [
  ...(['criteria', 'ownership', 'data', 'data', 'rollout', 'rollout'] as const),
  ...(['rollout', 'adoption', 'production', 'stopped'] as const),
]

/** How many days ago a pilot of the stage began, at least and at most; some are late. */
const BEGUN: Readonly<Record<Stage, readonly [number, number]>> = {
  criteria: [-10, 16],
  ownership: [0, 30],
  data: [24, 50],
  rollout: [60, 110],
  adoption: [84, 130],
  production: [110, 260],
  stopped: [100, 400],
}

/** An organisation grows with its pilots: an operator has about three of them, a use case is tried about four times. */
function companyOf(pilots: number, random: Random): Company {
  const some = (count: number, make: (index: number) => string): readonly [string, ...string[]] => {
    const [first, ...others] = Array.from({ length: Math.max(1, Math.ceil(count)) }, (_, index) =>
      make(index),
    )
    return [first ?? '', ...others]
  }
  const people = some(pilots / 3, (index) => `${random.pick(FIRST)} ${random.pick(LAST)}${suffix(index)}`)
  const teams = some(pilots / 20, (index) => `${random.pick(WORK).toLowerCase()}-team-${index}`)
  const useCases = some(pilots / 4, (index) => {
    return `${random.pick(WORK).toLowerCase()}-${random.pick(TASK)}${index < 20 ? '' : `-${index}`}`
  })
  return { people, teams, useCases }
}

/** Two syllables that tell namesakes apart. */
function suffix(index: number): string {
  const syllables = ['', 'son', 'berg', 'man', 'ley', 'ton', 'field', 'well', 'dale', 'wood']
  return `${syllables[index % 10]}${syllables[Math.floor(index / 10) % 10]}${syllables[Math.floor(index / 100) % 10]}`
}

function pilotOf(index: number, company: Company, random: Random): { path: string; text: string } {
  const useCase = random.pick(company.useCases)
  const team = random.pick(company.teams)
  const name = `${useCase}-${index}`
  const stage = random.pick(STAGES)
  const people: People = {
    sponsor: random.pick(company.people),
    operator: random.pick(company.people),
    delivery: random.pick(company.people),
    it: random.pick(company.people),
    adopters: Array.from({ length: random.between(3, 6) }, () => random.pick(company.people)),
  }
  const subject = {
    ...{ name, useCase, team, people, rank: index + 1 },
    title: `${useCase.replace(/-\d+$/, '').replaceAll('-', ' ')} for the ${team} team`,
    vendor: random.pick(VENDORS),
    stage,
    start: addDays(DAY, -random.between(...BEGUN[stage])),
    last: addDays(DAY, -random.between(1, 12)),
    predecessor: random.chance(0.05) ? `${useCase}-${random.between(0, index)}` : undefined,
  }
  return { path: `${team}/${name}.pilot.yaml`, text: pilotText(subject, random) }
}

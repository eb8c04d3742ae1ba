import { type Analysis, analyze, understand } from '../analyze.ts'
import { recommended } from '../config/settings.ts'
import { commitmentsOf } from '../history/commitments.ts'
import type { Departed, FileHistory } from '../history/history.ts'
import type { IsoDate } from '../pilot/dates.ts'
import { checkPortfolio } from '../portfolio/check-portfolio.ts'
import { registryOf } from '../portfolio/registry.ts'
import type { Example, PastState, PortfolioRule, Rule } from './rule.ts'

/** One file of an example, with the keys in front that every pilot has and the example leaves out. */
export interface ExampleFile {
  readonly name: string
  readonly text: string
  /** As many lines as were put in front. */
  readonly added: number
}

/** The file that the example is about, and the other pilots beside it. */
export function filesOf({ yaml, file, others }: Example): readonly [ExampleFile, ...ExampleFile[]] {
  const own = NAME.exec(yaml)?.[1] ?? USUAL_NAME
  const beside = Object.entries(others ?? {}).map(([name, text]) => fileOf(`${name}.pilot.yaml`, name, text))
  return [fileOf(file ?? `${own}.pilot.yaml`, own, yaml), ...beside]
}

/** The fragment with the keys that every pilot has, in front, where it does not have them itself. */
export function completed(yaml: string, name: string = USUAL_NAME): string {
  return fileOf(name, name, yaml).text
}

/** The rules that look at an example. */
export interface Asked {
  readonly rules: readonly Rule[]
  readonly portfolioRules: readonly PortfolioRule[]
}

/** What the rules find in an example, by the name of the file. `files` may be others than its own, as after a fix. */
export function analyzeExample(
  example: Example,
  { rules, portfolioRules }: Asked,
  files: readonly ExampleFile[] = filesOf(example),
): ReadonlyMap<string, Analysis> {
  const today = example.today ?? USUAL_DAY
  const circumstances = {
    today,
    settings: example.registry ? { ...recommended, hasRegistry: true } : recommended,
    rules,
    otherRules: portfolioRules.map(({ id }) => id),
  }
  const alone = files.map(({ name, text }, index) => {
    const history = index === 0 && example.history ? historyOf(example.history) : undefined
    return { file: name, analysis: analyze({ text, name, history }, circumstances), circumstances }
  })
  const departed = departedOf(example)
  const registry = example.registry && registryOf(example.registry)
  const analyses = checkPortfolio(alone, { today, rules: portfolioRules, registry, departed })
  return new Map(analyses.map((analysis, index) => [files[index]?.name ?? '', analysis]))
}

/** The history of a file from its past states, with made-up hashes. */
export function historyOf(states: readonly PastState[]): FileHistory {
  return { revisions: states.map((state, index) => revision(state, index, USUAL_NAME)) }
}

/** The day on which an example is checked that names none. */
export const USUAL_DAY: IsoDate = '2026-06-01'

/** Who committed a state of an example that names nobody. */
export const USUAL_AUTHOR = 'Dana Whitfield'

const USUAL_NAME = 'demand-forecast'
const NAME = /^name:\s*(\S+)/m

function departedOf({ deleted }: Example): readonly Departed[] {
  return Object.entries(deleted ?? {}).map(([name, state], index) => {
    return { file: `${name}.pilot.yaml`, ...revision(state, index, name) }
  })
}

function revision({ date, author, yaml }: PastState, index: number, name: string): Omit<Departed, 'file'> {
  const commit = (FIRST_COMMIT + index * 0x1111111).toString(16).padEnd(40, '0')
  const commitments = commitmentsOf(understand({ text: completed(yaml, name) }).pilot)
  return { commit, date, author: author ?? USUAL_AUTHOR, commitments }
}

const FIRST_COMMIT = 0x1a2b3c4

/** The keys of every pilot are left out of text that is no block of keys. */
function fileOf(name: string, pilot: string, yaml: string): ExampleFile {
  const usual = {
    apiVersion: 'pilot-as-code/v1',
    name: pilot,
    title: TITLES[pilot] ?? pilot,
    stage: 'rollout',
  }
  const isPilot = /^(?:[\w-]+:|#|$)/.test(yaml)
  const absent = Object.entries(usual).filter(([key]) => isPilot && !new RegExp(`^${key}:`, 'm').test(yaml))
  const front = absent.map(([key, value]) => `${key}: ${value}\n`).join('')
  return { name, text: front + yaml, added: absent.length }
}

const TITLES: Readonly<Record<string, string>> = { [USUAL_NAME]: 'Demand forecast' }

import { groupBy } from '../server/src/engine/group-by.ts'
import { portfolioRules, rules } from '../server/src/engine/rules/all.generated.ts'
import type { PortfolioRule, Rule } from '../server/src/engine/rules/rule.ts'

export type AnyRule = Rule | PortfolioRule

/** By group and name. */
export const everyRule: readonly AnyRule[] = [...rules, ...portfolioRules].sort((a, b) =>
  a.id < b.id ? -1 : 1,
)

/** The rules whose files stand in one folder. */
export interface RuleGroup {
  readonly name: string
  /** What its rules are about, in one sentence. */
  readonly about: string
  readonly rules: readonly AnyRule[]
}

/** All groups, by name. */
export function ruleGroups(): readonly RuleGroup[] {
  return [...groupBy(everyRule, groupOf)].map(([name, found]) => {
    const about = abouts[name]
    if (about === undefined) throw new Error(`tools/rule-groups.ts does not say what ${name} is about`)
    return { name, about, rules: found }
  })
}

/** The group of a rule. */
export function groupOf({ id }: AnyRule): string {
  return id.split('/')[0] ?? ''
}

const abouts: Readonly<Record<string, string>> = {
  adoption: 'Everyone learns it, uses it and keeps using it.',
  change: 'The people whose work changes are prepared for it.',
  compliance: 'The documents and duties that apply exist before real use.',
  conditions: 'The exceptions and favours behind the pilot are known and decided on.',
  cost: 'Production is funded in full.',
  criteria: 'Success is measurable, agreed before the start, and about the business.',
  data: 'The data is real, audited and repaired.',
  file: 'The file itself is in order.',
  gates: 'Decisions are dated, held and based on evidence.',
  governance: 'Someone steers it, with as much governance as its phase needs.',
  history: 'By the Git history, what was agreed at the start still holds.',
  integration: 'The connection to the systems of daily work is scoped while the pilot runs.',
  kpis: 'Production is measured by numbers of its own.',
  next: 'The next step leads to production.',
  outcome: 'The pilot ends on purpose: it scales or it stops.',
  owners: 'Named people with authority carry it from the start.',
  portfolio: 'Pilots are chosen, compared, scaled and stopped as a portfolio.',
  production: 'It is clear what production means, what it replaces and who keeps it running.',
  rollout: 'A small, representative group uses it for real work.',
  scope: 'The first phase is small enough to finish.',
  stage: 'Each stage builds on the one before, and none lasts for ever.',
  suppression: 'Every silenced finding has a reason.',
  value: 'One expensive problem is named in one sentence.',
  vendor: 'The vendor can be paid, relied on and left.',
  workflow: 'It fits the real working day of real users.',
}

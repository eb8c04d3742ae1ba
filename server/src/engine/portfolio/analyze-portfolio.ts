import { isOn, weigh } from '../config/presets.ts'
import type { Settings } from '../config/settings.ts'
import type { PastChange, Severity } from '../finding.ts'
import { addTo } from '../group-by.ts'
import type { Gone } from '../history/source.ts'
import type { NotRun } from '../not-run.ts'
import type { IsoDate } from '../pilot/dates.ts'
import { severitiesAt } from '../pilot/stages.ts'
import type {
  Need,
  PortfolioFix,
  PortfolioRelated,
  PortfolioReport,
  PortfolioRule,
  PortfolioScene,
} from '../rules/rule.ts'
import { brief } from '../text/brief.ts'
import type { Anchor } from './facts.ts'
import { type Member, portfolioOf } from './portfolio.ts'
import type { Registry } from './registry.ts'

/** A finding that knows what it is about, but not where that stands: it survives every edit that only moves lines. */
export interface AnchoredFinding {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  readonly at: Anchor
  readonly related: readonly PortfolioRelated[]
  readonly fixes: readonly PortfolioFix[]
  readonly past?: PastChange
}

export interface PortfolioCircumstances extends Gone {
  readonly today: IsoDate
  /** Options, and what holds for files of which nothing else is known. */
  readonly settings: Settings
  /** What holds for one file, where that differs: its severities decide about the findings in it, its currency about its costs. */
  settingsOf?(file: string): Settings
  readonly rules: readonly PortfolioRule[]
  readonly registry?: Registry | undefined
  /** The names of the pilots that are there and cannot be read, or were not to be read, in small letters. */
  readonly unread?: readonly string[] | undefined
}

export interface PortfolioAnalysis {
  /** By file; files without findings are left out. */
  readonly findings: ReadonlyMap<string, readonly AnchoredFinding[]>
  readonly notRun: readonly NotRun[]
  /** The rules that looked at a file: due where its pilot stands, not switched off, with all that they need. */
  ran(member: Member): ReadonlySet<string>
}

/** Work that can be left between its steps, and comes to a result. */
export type InSteps<T> = Generator<undefined, T, undefined>

/** All of the steps at once. */
export function atOnce<T>(steps: InSteps<T>): T {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** What all rules have to say, asked once. Whoever asks again when a pilot has changed takes `Neighbours`, which say the same. */
export function analyzePortfolio(
  members: readonly Member[],
  circumstances: PortfolioCircumstances,
): PortfolioAnalysis {
  const portfolio = portfolioOf(members)
  const byFile = new Map(portfolio.members.map((member) => [member.file, member]))
  const findings = new Map<string, AnchoredFinding[]>()
  for (const rule of runnableUnder(circumstances)) {
    for (const report of rule.check(portfolio, sceneOf(rule, circumstances))) {
      const member = byFile.get(report.file)
      const found = member && foundIn(member, { rule, report }, circumstances)
      if (found) addTo(findings, report.file, found)
    }
  }
  return { findings, ...runUnder(circumstances) }
}

/** The rules that have all that they need. */
export function runnableUnder(circumstances: PortfolioCircumstances): readonly PortfolioRule[] {
  return circumstances.rules.filter((rule) => !lacking(rule, circumstances))
}

/** Which rules run, whatever they find. */
export function runUnder(circumstances: PortfolioCircumstances): Pick<PortfolioAnalysis, 'notRun' | 'ran'> {
  const { rules, noHistory } = circumstances
  const runnable = runnableUnder(circumstances)
  return {
    notRun: rules.flatMap((rule) => {
      const needs = lacking(rule, circumstances)
      const because = needs === 'history' ? noHistory : undefined
      return needs ? [{ rule: rule.id, needs, ...(because ? { because } : {}) }] : []
    }),
    ran: (member) =>
      new Set(runnable.filter((rule) => weightOf(rule, member, circumstances)).map(({ id }) => id)),
  }
}

/** What a rule reported, as its pilot weighs it; `undefined` where it does not look at that one. */
export function foundIn(
  member: Member,
  { rule, report }: { readonly rule: PortfolioRule; readonly report: PortfolioReport },
  circumstances: PortfolioCircumstances,
): AnchoredFinding | undefined {
  const weight = weightOf(rule, member, circumstances)
  return weight && finding(rule, report, weight)
}

/** What a rule sees beside the pilots. */
export function sceneOf(rule: PortfolioRule, circumstances: PortfolioCircumstances): PortfolioScene {
  const { today, settings, settingsOf, registry, departed, unread } = circumstances
  const options = settings.rules.get(rule.id)?.options
  const settingsAt = ({ file }: Member): Settings => settingsOf?.(file) ?? settings
  return {
    today,
    currencyOf: (member) => member.facts.currency ?? settingsAt(member).currency,
    isOn: (member) => isOn(settingsAt(member), rule.id),
    hasRegistry: (member) => settingsAt(member).hasRegistry ?? false,
    option: (name) => options?.[name] ?? rule.options?.[name] ?? 0,
    registry,
    departed,
    unread,
  }
}

/** What the rule weighs in a file unless it says otherwise, under the settings that hold there. */
interface Weight {
  readonly usual: Severity
  readonly settings: Settings
}

function weightOf(
  { id, from }: PortfolioRule,
  { file, facts }: Member,
  { today, settings: common, settingsOf }: PortfolioCircumstances,
): Weight | undefined {
  const settings = settingsOf?.(file) ?? common
  const usual = isOn(settings, id) ? severitiesAt(facts, today)(from) : undefined
  return usual && { usual, settings }
}

function finding(
  { id }: PortfolioRule,
  report: PortfolioReport,
  { usual, settings }: Weight,
): AnchoredFinding | undefined {
  const { at, message, related, fixes, past } = report
  const severity = weigh(settings, id, report.severity ?? usual)
  if (!severity) return undefined
  return {
    rule: id,
    severity,
    message: brief(message),
    at,
    related: related ?? [],
    fixes: fixes ?? [],
    ...(past ? { past } : {}),
  }
}

function lacking(
  { needs }: PortfolioRule,
  { registry, departed }: Pick<PortfolioCircumstances, 'registry' | 'departed'>,
): Need | undefined {
  const there: Readonly<Record<Need, boolean>> = {
    today: true,
    portfolio: true,
    history: departed !== undefined,
    registry: registry !== undefined,
  }
  return needs?.find((need) => !there[need])
}

import { addTo, groupBy } from '../group-by.ts'
import type { PortfolioReport, PortfolioRule } from '../rules/rule.ts'
import {
  type AnchoredFinding,
  foundIn,
  type InSteps,
  type PortfolioAnalysis,
  type PortfolioCircumstances,
  runnableUnder,
  runUnder,
  sceneOf,
} from './analyze-portfolio.ts'
import type { Facts } from './facts.ts'
import {
  bitsOf,
  changedFacts,
  type Heard,
  heardPortfolio,
  type LookedAt,
  Looks,
  listening,
  NAMESAKES,
} from './looked-at.ts'
import { addNamesakes, type Member, type Portfolio, portfolioOf, surnamesOfOperators } from './portfolio.ts'

/**
 * All pilots while one after the other is edited. What a rule over all pilots has said holds until something has changed at which
 * it looked: an edit costs what depends on it, and they say what all rules would that are asked anew.
 */
export class Neighbours {
  readonly #pilots = new Map<string, { readonly heard: Heard; readonly number: number }>()
  readonly #members: readonly Heard[]
  readonly #circumstances: PortfolioCircumstances
  readonly #run: Pick<PortfolioAnalysis, 'notRun' | 'ran'>
  readonly #rules: readonly PortfolioRule[]
  readonly #said = new Map<PortfolioRule, Said>()
  readonly #lookups = new Map<LookedAt, Portfolio>()
  readonly #portfolio: Portfolio
  /** Of the rule that is being asked. */
  #looks: Looks | undefined
  #edits = 0

  /** The order of the members changes nothing. */
  constructor(members: readonly Member[], circumstances: PortfolioCircumstances) {
    const heard = listening((bit, pilot) => this.#looks?.add(bit, pilot))
    this.#members = portfolioOf(members).members.map(heard)
    for (const [number, each] of this.#members.entries()) this.#pilots.set(each.file, { heard: each, number })
    this.#portfolio = heardPortfolio((about, look) => this.#look(about, look), this.#members)
    this.#circumstances = circumstances
    this.#run = runUnder(circumstances)
    this.#rules = runnableUnder(circumstances)
  }

  /** Takes a pilot as it is from now on, until it is given as another. */
  take(file: string, facts: Facts): void {
    const pilot = this.#pilots.get(file)
    if (!pilot || pilot.heard.now === facts) return
    const { heard, number } = pilot
    this.#looks = undefined
    const changed = this.#changed(heard.now, facts)
    heard.now = facts
    if (changed.length === 0) return
    this.#edits++
    for (const what of changed) this.#lookups.delete(what)
    const bits = bitsOf(changed)
    for (const [rule, { looks }] of this.#said) if (looks.has(bits, number)) this.#said.delete(rule)
  }

  /** Asks the rules that may have something else to say, a step for each and after so many reports; with an edit in between it ends. */
  *ask(): InSteps<void> {
    const edits = this.#edits
    let count = 0
    for (const rule of this.#rules) {
      if (this.#said.has(rule)) continue
      const looks = new Looks(this.#members.length)
      const reports: PortfolioReport[] = []
      this.#looks = looks
      for (const report of rule.check(this.#portfolio, sceneOf(rule, this.#circumstances))) {
        reports.push(report)
        if (++count % TOGETHER > 0) continue
        yield
        if (edits !== this.#edits) return
        this.#looks = looks
      }
      this.#said.set(rule, { reports: groupBy(reports, ({ file }) => file), found: new Map(), looks })
      yield
      if (edits !== this.#edits) return
    }
  }

  /** What all rules have said when they were asked last, of all pilots or of one alone. */
  analysis(only?: string): PortfolioAnalysis {
    const findings = new Map<string, AnchoredFinding[]>()
    for (const rule of this.#rules) {
      const said = this.#said.get(rule)
      if (!said) continue
      for (const file of only === undefined ? said.reports.keys() : [only])
        for (const found of this.#found(rule, file, said)) addTo(findings, file, found)
    }
    return { findings, ...this.#run }
  }

  /** The same objects as long as the rule was not asked again and the pilot is the same. */
  #found(rule: PortfolioRule, file: string, { reports, found }: Said): readonly AnchoredFinding[] {
    const facts = this.#pilots.get(file)?.heard.now
    const known = found.get(file)
    if (!facts || known?.facts === facts) return known?.findings ?? []
    const findings = (reports.get(file) ?? []).flatMap(
      (report) => foundIn({ file, facts }, { rule, report }, this.#circumstances) ?? [],
    )
    found.set(file, { facts, findings })
    return findings
  }

  /** Looks something up, at which the rule looked of all pilots. What that is made of is no news: it is forgotten with it. */
  #look<T>(about: LookedAt, look: (all: Portfolio) => T): T {
    const looks = this.#looks
    looks?.add(bitsOf([about]))
    this.#looks = undefined
    try {
      const all = this.#lookups.get(about) ?? portfolioOf(this.#members)
      this.#lookups.set(about, all)
      return look(all)
    } finally {
      this.#looks = looks
    }
  }

  #changed(before: Facts, now: Facts): readonly LookedAt[] {
    const changed = changedFacts(before, now)
    return this.#changesPeople(before, now, changed) ? [...changed, NAMESAKES] : changed
  }

  /** Whether a change of a pilot is one of who is who. */
  #changesPeople(before: Facts, now: Facts, changed: readonly LookedAt[]): boolean {
    if (changed.includes('operatorKey')) return true
    if (!changed.includes('mentions')) return false
    const surnames = surnamesOfOperators(this.#members)
    const [old, present] = [before, now].map((facts) => {
      const keys = new Set<string>()
      addNamesakes(facts, surnames, keys)
      return [...keys].sort().join('\n')
    })
    return old !== present
  }
}

/** Reports of one step. */
const TOGETHER = 50

/** What a rule said, and at what it looked for it. */
interface Said {
  readonly reports: ReadonlyMap<string, readonly PortfolioReport[]>
  /** What came of them in a file, as long as its pilot is the one that it was worked out for. */
  readonly found: Map<string, { readonly facts: Facts; readonly findings: readonly AnchoredFinding[] }>
  readonly looks: Looks
}

import type { Analysis } from '../analyze.ts'
import { groupBy } from '../group-by.ts'
import type { PortfolioReport, PortfolioRule } from '../rules/rule.ts'
import {
  type AnchoredFinding,
  foundIn,
  type PortfolioAnalysis,
  type PortfolioCircumstances,
  runnableUnder,
  runUnder,
  sceneOf,
} from './analyze-portfolio.ts'
import { type Around, circumstancesOf, membersOf, type PortfolioFile, unreadIn } from './check-portfolio.ts'
import { type Extract, extract, type Facts } from './facts.ts'
import { heardMember, heardPortfolio, Looks, NAMESAKES } from './looked-at.ts'
import { withPortfolio } from './place.ts'
import { addNamesakes, type Member, type Portfolio, portfolioOf, surnamesOfOperators } from './portfolio.ts'

/**
 * All pilots while one after the other is edited. What a rule over all pilots has said holds until something has changed at which
 * it looked: an edit costs what depends on it, and says what `checkPortfolio` would.
 */
export class Neighbours {
  readonly #members: Map<string, Member & Extract>
  readonly #circumstances: PortfolioCircumstances
  readonly #run: Pick<PortfolioAnalysis, 'notRun' | 'ran'>
  readonly #rules: readonly PortfolioRule[]
  readonly #said = new Map<PortfolioRule, Said>()
  readonly #heard: Map<string, Member>
  readonly #lookups: Lookups
  #portfolio: Portfolio | undefined
  /** Of the rule that is being asked. */
  #looks = new Looks()

  constructor(files: readonly PortfolioFile[], around: Around) {
    const members = membersOf(files)
    this.#members = new Map(members.map(({ file, facts, places }) => [file, { file, facts, places }]))
    this.#lookups = new Lookups(this.#members)
    this.#heard = new Map(members.map((member) => [member.file, this.#listenTo(member)]))
    this.#circumstances = circumstancesOf(members, { ...around, unread: unreadIn(files, around) })
    this.#run = runUnder(this.#circumstances)
    this.#rules = runnableUnder(this.#circumstances)
  }

  /** Takes a file as it is from now on, until it is given as another. */
  take({ file, analysis, extract: known }: PortfolioFile): void {
    const before = this.#members.get(file)
    if (!before || !analysis.readable) return
    const { facts, places } = known ?? extract(analysis.pilot, analysis.syntax)
    const changed = this.#changed(before.facts, facts)
    const member = { file, facts: changed.size > 0 ? facts : before.facts, places }
    this.#members.set(file, member)
    if (changed.size > 0) this.#forget(member, changed)
  }

  /** The same, and its analysis with what concerns all pilots. */
  with(file: PortfolioFile): Analysis {
    this.take(file)
    const { analysis, circumstances } = file
    const member = this.#members.get(file.file)
    if (!member || !analysis.readable) return analysis
    const { notRun, ran } = this.#run
    const { places } = member
    const findings = this.#rules.flatMap((rule) => this.#foundBy(rule, member))
    const placesOf = (other: string): Extract['places'] | undefined => this.#members.get(other)?.places
    const from = { findings, notRun, ran: () => ran(member), places, placesOf }
    return withPortfolio(analysis, from, circumstances)
  }

  #listenTo(member: Member): Member {
    return heardMember(member, (at, file) => this.#looks.add(at, file))
  }

  #changed(before: Facts, now: Facts): ReadonlySet<string> {
    const changed = changedFacts(before, now)
    return this.#lookups.changesPeople(before, now, changed) ? new Set([...changed, NAMESAKES]) : changed
  }

  /** Forgets what was said by those who looked at what has changed. */
  #forget(member: Member, changed: ReadonlySet<string>): void {
    this.#heard.set(member.file, this.#listenTo(member))
    this.#portfolio = undefined
    this.#lookups.forget(changed)
    for (const [rule, { looks }] of this.#said) if (looks.has(member.file, changed)) this.#said.delete(rule)
  }

  #foundBy(rule: PortfolioRule, member: Member): readonly AnchoredFinding[] {
    const said = this.#said.get(rule) ?? this.#ask(rule)
    this.#said.set(rule, said)
    const reports = said.reports.get(member.file) ?? []
    return reports.flatMap((report) => foundIn(member, { rule, report }, this.#circumstances) ?? [])
  }

  #ask(rule: PortfolioRule): Said {
    this.#portfolio ??= heardPortfolio(this.#lookups.about, this.#heard, (at) => this.#looks.add(at))
    const looks = new Looks()
    this.#looks = looks
    const reports = [...rule.check(this.#portfolio, sceneOf(rule, this.#circumstances))]
    return { reports: groupBy(reports, ({ file }) => file), looks }
  }
}

/** What a rule said, and at what it looked for it. */
interface Said {
  readonly reports: ReadonlyMap<string, readonly PortfolioReport[]>
  readonly looks: Looks
}

/** What all pilots are put in order and found by, made anew when something has changed in what it is made of. */
class Lookups {
  readonly #members: ReadonlyMap<string, Member>
  readonly #known = new Map<string, Portfolio>()
  #surnames: ReadonlySet<string> | undefined

  constructor(members: ReadonlyMap<string, Member>) {
    this.#members = members
  }

  readonly about = (what: string): Portfolio => {
    const known = this.#known.get(what)
    if (known) return known
    const portfolio = portfolioOf([...this.#members.values()])
    // A search among all names, of which the same are asked for again and again.
    const made = { ...portfolio, meant: answering(portfolio.meant) }
    this.#known.set(what, made)
    return made
  }

  /** Whether a change of a pilot is one of who is who. */
  changesPeople(before: Facts, now: Facts, changed: ReadonlySet<string>): boolean {
    if (changed.has('operatorKey')) return true
    if (!changed.has('mentions')) return false
    this.#surnames ??= surnamesOfOperators(this.#members.values())
    const surnames = this.#surnames
    const [old, present] = [before, now].map((facts) => {
      const keys = new Set<string>()
      addNamesakes(facts, surnames, keys)
      return [...keys].sort().join('\n')
    })
    return old !== present
  }

  forget(changed: ReadonlySet<string>): void {
    for (const what of changed) this.#known.delete(what)
    if (changed.has('operatorKey')) this.#surnames = undefined
  }
}

/** Asks about each text once, and keeps all answers: a portfolio has more names than `remembered` keeps. */
function answering<T>(ask: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly answer: T }>()
  return (text) => {
    const kept = known.get(text) ?? { answer: ask(text) }
    known.set(text, kept)
    return kept.answer
  }
}

function changedFacts(before: Facts, now: Facts): ReadonlySet<string> {
  const keys = new Set([...Object.keys(before), ...Object.keys(now)])
  return new Set([...keys].filter((key) => !isSame(Reflect.get(before, key), Reflect.get(now, key))))
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b))
}

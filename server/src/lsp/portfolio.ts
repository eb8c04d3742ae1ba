import type { Analysis, Circumstances } from '../engine/analyze.ts'
import type { PortfolioAnalysis } from '../engine/portfolio/analyze-portfolio.ts'
import { type Around, askAll, isMember, whatItSays } from '../engine/portfolio/check-portfolio.ts'
import { extract, type Facts, type Places } from '../engine/portfolio/facts.ts'
import { withPortfolio } from '../engine/portfolio/place.ts'
import type { PilotFile } from './pilot-file.ts'

/** One file of the workspace, as it is now. */
export interface Judged {
  /** Its path, as `fileKey` has it. */
  readonly file: string
  readonly source: PilotFile
  /** Of the file alone. */
  readonly analysis: Analysis
  readonly circumstances: Circumstances
}

/** One pilot of the workspace. */
export interface Member extends Judged {
  readonly facts: Facts
  readonly places: Places
}

/** The rules over all pilots: asked again only when the facts of a pilot have changed, or what lies around them. */
export class Portfolio {
  readonly #facts = new Map<string, { readonly json: string; readonly facts: Facts }>()
  readonly #extracts = new WeakMap<PilotFile, Pick<Member, 'facts' | 'places'>>()
  readonly #combined = new WeakMap<Analysis, Combined>()
  #members = new Map<string, Member>()
  #around: Around | undefined
  #analysis: PortfolioAnalysis | undefined

  /** As they are at the moment: an edit changes one of them and copies none. */
  get members(): ReadonlyMap<string, Member> {
    return this.#members
  }

  /** What is said among the pilots: the same object as long as it is the same. */
  get said(): object | undefined {
    return this.#analysis
  }

  /** Takes the pilots as they are now. */
  update(files: readonly Judged[], around: Around): void {
    const members = new Map(files.map((each) => [each.file, { ...each, ...this.#extract(each) }]))
    const isSame = this.#around && isSameAround(this.#around, around) && sameMembers(this.#members, members)
    this.#members = members
    for (const file of this.#facts.keys()) if (!members.has(file)) this.#facts.delete(file)
    if (this.#analysis && isSame) return
    this.#around = around
    this.#analysis = ask([...members.values()], around)
  }

  /** Takes a file as it is now; false where that makes a pilot of it, or none any more. */
  replace(file: Judged): boolean {
    const before = this.#members.get(file.file)
    if (!before || !isMember(file)) return !before && !isMember(file)
    const member = { ...file, ...this.#extract(file) }
    const isSame = sameMember(before, member)
    this.#members.set(file.file, member)
    if (!isSame && this.#around) this.#analysis = ask([...this.#members.values()], this.#around)
    return true
  }

  /** The analysis of a member with what concerns all pilots. */
  of(member: Member): Analysis {
    const portfolio = this.#analysis
    if (!portfolio) return member.analysis
    const known = this.#combined.get(member.analysis)
    const isSame = known && this.#isSame(member, known, portfolio)
    const analysis = isSame ? known.analysis : this.#join(member, portfolio)
    if (known?.portfolio === portfolio && isSame) return analysis
    const related = analysis.findings.flatMap((finding) => finding.related.flatMap(({ file }) => file ?? []))
    const others = [...new Set(related)].map((file) => [file, this.#source(file)] as const)
    this.#combined.set(member.analysis, { analysis, portfolio, around: this.#around, others })
    return analysis
  }

  /** Whether the rules over all pilots say of one what they said before: most edits are no news for the others. */
  #isSame({ file }: Member, known: Combined, portfolio: PortfolioAnalysis): boolean {
    if (known.others.some(([other, source]) => this.#source(other) !== source)) return false
    if (known.portfolio === portfolio) return true
    const [before, now] = [known.portfolio, portfolio].map(({ findings }) =>
      JSON.stringify(findings.get(file)),
    )
    return known.around === this.#around && before === now
  }

  /** How another text of a member would be judged among the others. */
  recheck(member: Member, analysis: Analysis): Analysis {
    if (!this.#analysis || !this.#around) return analysis
    const { facts, places } = extract(analysis.pilot, analysis.syntax)
    const changed = { ...member, analysis, facts, places }
    const isSame = JSON.stringify(facts) === JSON.stringify(member.facts)
    const others = [...this.#members.values()].filter(({ file }) => file !== member.file)
    return this.#join(changed, isSame ? this.#analysis : ask([...others, changed], this.#around))
  }

  #join(member: Member, portfolio: PortfolioAnalysis): Analysis {
    const placesOf = (file: string): Places | undefined =>
      file === member.file ? member.places : this.#members.get(file)?.places
    const from = { ...whatItSays(portfolio, member), places: member.places, placesOf }
    return withPortfolio(member.analysis, from, member.circumstances)
  }

  #source(file: string): PilotFile | undefined {
    return this.#members.get(file)?.source
  }

  /** Facts that say the same are the same object, however often the text was read. */
  #extract({ file, source, analysis }: Judged): Pick<Member, 'facts' | 'places'> {
    const known = this.#extracts.get(source)
    if (known && this.#facts.get(file)?.facts === known.facts) return known
    const { facts, places } = source.extract ?? extract(analysis.pilot, analysis.syntax)
    const json = JSON.stringify(facts)
    const before = this.#facts.get(file)
    const kept = before?.json === json ? before : { json, facts }
    this.#facts.set(file, kept)
    const extracted = { facts: kept.facts, places }
    this.#extracts.set(source, extracted)
    return extracted
  }
}

/** A finished analysis, and what it holds for. */
interface Combined {
  readonly analysis: Analysis
  readonly portfolio: PortfolioAnalysis
  readonly around: Around | undefined
  /** The files that its findings lead to. */
  readonly others: readonly (readonly [string, PilotFile | undefined])[]
}

function ask(members: readonly Member[], around: Around): PortfolioAnalysis {
  const asked = members.map(({ file, facts, circumstances }) => {
    return { file, facts, settings: circumstances.settings }
  })
  return askAll(asked, around)
}

function isSameAround(a: Around, b: Around): boolean {
  if (a.today !== b.today || a.registry !== b.registry || a.rules !== b.rules) return false
  return a.noHistory === b.noHistory && isSameList(a.departed, b.departed)
}

function isSameList<T>(a: readonly T[] | undefined, b: readonly T[] | undefined): boolean {
  return a === b || (a?.length === b?.length && a?.every((each, index) => each === b?.[index]) === true)
}

function sameMembers(a: ReadonlyMap<string, Member>, b: ReadonlyMap<string, Member>): boolean {
  if (a.size !== b.size) return false
  return [...b].every(([file, member]) => sameMember(a.get(file), member))
}

function sameMember(before: Member | undefined, { facts, circumstances }: Member): boolean {
  return before?.facts === facts && before.circumstances.settings === circumstances.settings
}

import type { Analysis, Circumstances } from '../engine/analyze.ts'
import { atOnce, type InSteps, type PortfolioAnalysis } from '../engine/portfolio/analyze-portfolio.ts'
import {
  type Around,
  askAll,
  isMember,
  isSameAround,
  neighboursOf,
  whatItSays,
} from '../engine/portfolio/check-portfolio.ts'
import { extract, type Facts, type Places } from '../engine/portfolio/facts.ts'
import type { Neighbours } from '../engine/portfolio/neighbours.ts'
import { withPortfolio } from '../engine/portfolio/place.ts'
import { stillThere } from '../engine/portfolio/still-there.ts'
import { isSameList } from '../engine/same-list.ts'
import { heldAmong } from './held.ts'
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

/**
 * Pilots of which nobody waits for all to be compared: to ask the rules over a thousand of them takes some 90 ms, which an author
 * notices, and ten times that over ten thousand.
 */
const MANY = 250

/**
 * The rules over all pilots: asked again only when the facts of a pilot have changed, or what lies around them. Of many pilots
 * what was said of them stays until somebody has the time to compare them.
 */
export class Portfolio {
  readonly #many: number
  /** Of each pilot that was edited since all were compared, or is gone, its facts of then. */
  readonly #edited = new Map<string, Facts>()
  readonly #facts = new Map<string, { readonly json: string; readonly facts: Facts }>()
  readonly #extracts = new WeakMap<PilotFile, Pick<Member, 'facts' | 'places'>>()
  readonly #combined = new WeakMap<Analysis, Combined>()
  #members = new Map<string, Member>()
  #around: Around | undefined
  #neighbours: Neighbours | undefined
  #analysis: PortfolioAnalysis | undefined
  /** Around the pilots when they were compared. */
  #comparedIn: Around | undefined
  #changes = 0
  /** The last change when they were compared. */
  #compared = 0

  constructor(many: number = MANY) {
    this.#many = many
  }

  /** The number of the last change of what pilots are compared by; absent when all have been compared since. */
  get uncompared(): number | undefined {
    return this.#changes === this.#compared ? undefined : this.#changes
  }

  /** Whether it is an edit that they have not been compared since: others may follow. */
  get isEdited(): boolean {
    return this.#edited.size > 0
  }

  /** As they are at the moment: an edit changes one of them and copies none. */
  get members(): ReadonlyMap<string, Member> {
    return this.#members
  }

  /** What is said among the pilots: the same object as long as it is the same. */
  get said(): object | undefined {
    return this.#analysis
  }

  /** Whether a file is a pilot that cannot be read while somebody writes in it: it is held as it could last be read. */
  holds(file: Judged): boolean {
    return !isMember(file) && file.source.version !== null && this.#members.has(file.file)
  }

  /** Takes the pilots as they are now. */
  update(files: readonly Judged[], around: Around): void {
    const before = this.#members
    const known = files.filter((each) => isMember(each) || this.holds(each))
    const asKnown = (each: Judged): Member =>
      (!isMember(each) && before.get(each.file)) || { ...each, ...this.#extract(each) }
    const members = new Map(known.map((each) => [each.file, asKnown(each)]))
    const isAround = this.#around !== undefined && isSameAround(this.#around, around)
    const isSame = isAround && before.size === members.size
    this.#members = members
    for (const file of this.#facts.keys()) if (!members.has(file)) this.#facts.delete(file)
    if (isSame && Array.from(members.values()).every((member) => sameMember(before.get(member.file), member)))
      return
    if (!isAround) this.#around = around
    if (!isSame) this.#neighbours = undefined
    for (const member of before.values()) this.#follow(member)
    this.#change()
  }

  /** Takes a file as it is now; false where that makes a pilot of it, or none any more. */
  replace(file: Judged): boolean {
    const before = this.#members.get(file.file)
    if (!before || !isMember(file)) return this.holds(file) || (!before && !isMember(file))
    const member = { ...file, ...this.#extract(file) }
    this.#members.set(file.file, member)
    if (sameMember(before, member)) return true
    this.#follow(before)
    this.#change()
    return true
  }

  /** What was compared of a pilot is kept, and as long as the pilots and their settings are the same, only what depends on it is asked. */
  #follow({ file, facts, circumstances }: Member): void {
    const now = this.#members.get(file)
    if (now?.facts !== facts && !this.#edited.has(file)) this.#edited.set(file, facts)
    if (now?.circumstances.settings === circumstances.settings) this.#neighbours?.take(file, now.facts)
    else this.#neighbours = undefined
  }

  /** Few pilots are compared at once. */
  #change(): void {
    this.#changes++
    if (this.#members.size < this.#many) atOnce(this.compare())
  }

  /** Compares the pilots in steps. With a change in between it ends, and goes on when it is begun anew. */
  *compare(): InSteps<void> {
    const [changes, around] = [this.#changes, this.#around]
    if (changes === this.#compared || !around) return
    this.#neighbours ??= neighboursOf(asked(this.#members), around)
    for (const _ of this.#neighbours.ask()) {
      yield
      if (changes !== this.#changes) return
    }
    this.#analysis = this.#neighbours.analysis()
    this.#comparedIn = around
    this.#compared = changes
    this.#edited.clear()
  }

  /** The analysis of a member with what concerns all pilots. */
  of(member: Member): Analysis {
    const portfolio = this.#analysis
    if (!portfolio) return member.analysis
    const known = this.#combined.get(member.analysis)
    const isSame = known && this.#isSame(member, known, portfolio)
    if (known?.portfolio === portfolio && isSame) return known.analysis
    const combined = isSame ? { ...known, portfolio } : this.#combine(member, portfolio)
    this.#combined.set(member.analysis, combined)
    return combined.analysis
  }

  #combine(member: Member, portfolio: PortfolioAnalysis): Combined {
    const analysis = this.#join(member, portfolio)
    const related = analysis.findings.flatMap((finding) => finding.related.flatMap(({ file }) => file ?? []))
    const others = [...new Set(related)].map((file) => [file, this.#members.get(file)?.source] as const)
    const isOfBefore = this.#edited.has(member.file)
    return { analysis, portfolio, around: this.#comparedIn, others, isOfBefore }
  }

  /** Whether the rules over all pilots say of one what they said before: most edits are no news for the others. */
  #isSame({ file }: Member, known: Combined, portfolio: PortfolioAnalysis): boolean {
    if (known.others.some(([other, source]) => this.#members.get(other)?.source !== source)) return false
    if (known.portfolio === portfolio) return true
    if (known.isOfBefore) return false
    const [before, now] = [known.portfolio.findings.get(file), portfolio.findings.get(file)]
    const isSaid = isSameList(before, now) || JSON.stringify(before) === JSON.stringify(now)
    return known.around === this.#comparedIn && isSaid
  }

  /** The analysis of a member that cannot be read at the moment. */
  held(member: Member, analysis: Analysis): Analysis {
    const portfolio = this.#analysis
    const known = this.#combined.get(analysis)
    if (!portfolio || known?.portfolio === portfolio) return known?.analysis ?? analysis
    const held = heldAmong(portfolio, member, analysis, (other) => this.#members.get(other)?.places)
    const around = this.#comparedIn
    this.#combined.set(analysis, { analysis: held, portfolio, around, others: [], isOfBefore: true })
    return held
  }

  /** How another text of a member would be judged among the others; of many, where nobody needs to know, by what is said of it now. */
  recheck(member: Member, analysis: Analysis, isNeeded = true): Analysis {
    if (!this.#analysis || !this.#around) return analysis
    const { facts, places } = extract(analysis.pilot, analysis.syntax)
    const changed = { ...member, analysis, facts, places }
    const isSame = JSON.stringify(facts) === JSON.stringify(member.facts)
    if (isSame || (!isNeeded && this.#members.size >= this.#many)) return this.#join(changed, this.#analysis)
    const others = new Map(this.#members).set(member.file, changed)
    return this.#join(changed, askAll(asked(others), this.#around))
  }

  #join(member: Member, portfolio: PortfolioAnalysis): Analysis {
    const { file, analysis, facts, places, circumstances } = member
    const placesOf = (other: string): Places | undefined =>
      other === file ? places : this.#members.get(other)?.places
    const said = whatItSays(portfolio, member)
    const compared = this.#edited.get(file) ?? this.#members.get(file)?.facts
    const isOfNow = portfolio !== this.#analysis || !compared || compared === facts
    const findings = isOfNow ? said.findings : stillThere(said.findings, compared, facts)
    return withPortfolio(analysis, { ...said, findings, places, placesOf }, circumstances)
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
  /** Whether the pilot was edited since all were compared, so that it holds what was said of it before. */
  readonly isOfBefore: boolean
}

function asked(members: ReadonlyMap<string, Member>): Parameters<typeof askAll>[0] {
  return Array.from(members.values(), ({ file, facts, circumstances }) => {
    return { file, facts, settings: circumstances.settings }
  })
}

function sameMember(before: Member | undefined, { facts, circumstances }: Member): boolean {
  return before?.facts === facts && before.circumstances.settings === circumstances.settings
}

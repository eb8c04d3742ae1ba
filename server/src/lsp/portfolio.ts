import type { Analysis, Circumstances } from '../engine/analyze.ts'
import type { InSteps, PortfolioAnalysis } from '../engine/portfolio/analyze-portfolio.ts'
import { type Around, askAll, askInSteps, isMember, whatItSays } from '../engine/portfolio/check-portfolio.ts'
import { extract, type Facts, type Places } from '../engine/portfolio/facts.ts'
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
 * Pilots of which an edit does not wait for all to be compared: to ask the rules over a thousand of them takes some 90 ms, which
 * an author notices, and ten times that over ten thousand.
 */
const MANY = 250
/** Pilots that are edited at a time. */
const FEW = 4

/**
 * The rules over all pilots: asked again only when the facts of a pilot have changed, or what lies around them. Of many pilots an
 * edit leaves what was said of them, and they are compared when somebody has the time.
 */
export class Portfolio {
  readonly #many: number
  /** Of each pilot that was edited since all were compared, its facts of then. */
  readonly #edited = new Map<string, Facts>()
  readonly #facts = new Map<string, { readonly json: string; readonly facts: Facts }>()
  readonly #extracts = new WeakMap<PilotFile, Pick<Member, 'facts' | 'places'>>()
  readonly #combined = new WeakMap<Analysis, Combined>()
  #members = new Map<string, Member>()
  #around: Around | undefined
  #analysis: PortfolioAnalysis | undefined
  #edits = 0

  constructor(many: number = MANY) {
    this.#many = many
  }

  /** The number of the last edit that changed what others are compared by; absent when all have been compared since. */
  get uncompared(): number | undefined {
    return this.#edited.size > 0 ? this.#edits : undefined
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
    const lasting = this.#around && isSameAround(this.#around, around) ? this.#around : around
    const isSame = lasting === this.#around && haveSameFiles(before, members)
    this.#members = members
    for (const file of this.#facts.keys()) if (!members.has(file)) this.#facts.delete(file)
    const changed = [...members.values()].filter((member) => !sameMember(before.get(member.file), member))
    if (!isSame || !this.#analysis || !this.#leaves(changed, before)) this.#compareNow(lasting)
  }

  /** Takes a file as it is now; false where that makes a pilot of it, or none any more. */
  replace(file: Judged): boolean {
    const before = this.#members.get(file.file)
    if (!before || !isMember(file)) return this.holds(file) || (!before && !isMember(file))
    const member = { ...file, ...this.#extract(file) }
    this.#members.set(file.file, member)
    const isSame = sameMember(before, member)
    if (this.#around && !isSame && !this.#leaves([member], new Map([[file.file, before]])))
      this.#compareNow(this.#around)
    return true
  }

  /** Whether the comparison can be left for later: none has changed, or a few of many by edits of their texts. */
  #leaves(changed: readonly Member[], before: ReadonlyMap<string, Member>): boolean {
    if (changed.length === 0) return true
    const isEdited = ({ file, circumstances }: Member): boolean =>
      before.get(file)?.circumstances.settings === circumstances.settings
    if (this.#members.size < this.#many || changed.length > FEW || !changed.every(isEdited)) return false
    this.#edits++
    for (const { file, facts } of changed)
      if (!this.#edited.has(file)) this.#edited.set(file, before.get(file)?.facts ?? facts)
    return true
  }

  #compareNow(around: Around): void {
    this.#around = around
    this.#edits++
    this.#take(askAll(asked(this.#members), around))
  }

  /** Compares all pilots in steps. With an edit in between it ends, and has to be begun anew. */
  *compare(): InSteps<void> {
    if (this.uncompared === undefined || !this.#around) return
    const edits = this.#edits
    const steps = askInSteps(asked(this.#members), this.#around)
    let step = steps.next()
    for (; !step.done && edits === this.#edits; step = steps.next()) yield
    if (step.done && edits === this.#edits) this.#take(step.value)
  }

  #take(analysis: PortfolioAnalysis): void {
    this.#analysis = analysis
    this.#edited.clear()
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
    const isOfBefore = this.#edited.has(member.file)
    this.#combined.set(member.analysis, { analysis, portfolio, around: this.#around, others, isOfBefore })
    return analysis
  }

  /** Whether the rules over all pilots say of one what they said before: most edits are no news for the others. */
  #isSame({ file }: Member, known: Combined, portfolio: PortfolioAnalysis): boolean {
    if (known.others.some(([other, source]) => this.#source(other) !== source)) return false
    if (known.portfolio === portfolio) return true
    if (known.isOfBefore) return false
    const [before, now] = [known.portfolio, portfolio].map(({ findings }) =>
      JSON.stringify(findings.get(file)),
    )
    return known.around === this.#around && before === now
  }

  /** The analysis of a member that cannot be read at the moment. */
  held(member: Member, analysis: Analysis): Analysis {
    const portfolio = this.#analysis
    const known = this.#combined.get(analysis)
    if (!portfolio || known?.portfolio === portfolio) return known?.analysis ?? analysis
    const held = heldAmong(portfolio, member, analysis, (other) => this.#members.get(other)?.places)
    const around = this.#around
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
  /** Whether the pilot was edited since all were compared, so that it holds what was said of it before. */
  readonly isOfBefore: boolean
}

function asked(members: ReadonlyMap<string, Member>): Parameters<typeof askAll>[0] {
  return Array.from(members.values(), ({ file, facts, circumstances }) => {
    return { file, facts, settings: circumstances.settings }
  })
}

function isSameAround(a: Around, b: Around): boolean {
  if (a.today !== b.today || a.registry !== b.registry || a.rules !== b.rules) return false
  const isSame = isSameList(a.departed, b.departed) && isSameList(a.unread, b.unread)
  return a.noHistory === b.noHistory && isSame
}

function haveSameFiles(a: ReadonlyMap<string, Member>, b: ReadonlyMap<string, Member>): boolean {
  return a.size === b.size && [...b.keys()].every((file) => a.has(file))
}

function sameMember(before: Member | undefined, { facts, circumstances }: Member): boolean {
  return before?.facts === facts && before.circumstances.settings === circumstances.settings
}

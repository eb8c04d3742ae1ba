import type { Analysis, Circumstances } from '../engine/analyze.ts'
import type { Resolved } from '../engine/config/resolve.ts'
import type { Gone, Remembered } from '../engine/history/source.ts'
import type { NotRun } from '../engine/not-run.ts'
import type { IsoDate } from '../engine/pilot/dates.ts'
import { unreadIn } from '../engine/portfolio/check-portfolio.ts'
import { notRunAlone } from '../engine/portfolio/place.ts'
import type { Registry } from '../engine/portfolio/registry.ts'
import { portfolioRules, rules } from '../engine/rules/all.generated.ts'
import type { Recheck } from '../engine/sound-edit.ts'
import type { Under } from '../engine/steps/entry.ts'
import type { FindFile } from '../features/diagnostics.ts'
import type { AddressOf } from '../features/document-links.ts'
import type { Governed } from './configurations.ts'
import type { Handed } from './errand.ts'
import { FileList } from './file-list.ts'
import type { PilotFile } from './pilot-file.ts'
import { type Judged, type Member, Portfolio } from './portfolio.ts'
import type { Quarantine } from './quarantine.ts'

/** What analyses are made of; the server's state, as it is at the moment. */
export interface Grounds {
  today(): IsoDate
  governing(uri: string): Governed
  remembered(uri: string): Remembered
  /** Whether a baseline holds for a file. */
  isCompared(uri: string): boolean
  gone(): Gone
  registry(): Registry | undefined
  readonly quarantine: Quarantine
  /** A file of the registry. */
  readonly catalog: FindFile
  /** Every pilot file that is known, open or not. */
  files(): readonly PilotFile[]
  /** Whether a file is one of the workspace's, and all of them are known: else nobody can say what is missing. */
  isIndexed(file: Pick<PilotFile, 'uri' | 'version'>): boolean
}

/** The analyses of all files, each with what concerns all pilots, and none made twice. */
export class Analyses {
  readonly #grounds: Grounds
  /** The pilots that are compared with each other, as they were compared last. */
  readonly portfolio: Portfolio = new Portfolio()
  /** The files of these pilots as they are now. */
  readonly #pilots: FileList
  /** The keys of the files that were edited since. */
  readonly #edited = new Set<string>()
  /** Those of pilots that are compared with a baseline, and of others. */
  readonly #circumstances = { compared: noneMade(), alone: noneMade() }
  #interim = new WeakMap<Analysis, Analysis>()
  /** The day for which the portfolio is up to date; none after a change. */
  #day: IsoDate | undefined
  /** What `isBehind` answers; unknown after a change. */
  #isBehind: boolean | undefined

  constructor(grounds: Grounds) {
    this.#grounds = grounds
    this.#pilots = new FileList(() => grounds.files().filter((file) => this.#isPilot(file)))
  }

  /** The grounds have changed. */
  invalidate(): void {
    this.#day = undefined
    this.#isBehind = undefined
    this.#interim = new WeakMap()
    this.#pilots.clear()
  }

  /** A file has another text, and nothing else has changed. */
  edited(file: PilotFile): void {
    if (!this.#isPilot(file)) return
    this.#pilots.replace(file)
    this.#edited.add(file.key)
  }

  of(file: PilotFile): Analysis {
    const member = this.#member(file)
    if (member) return this.portfolio.of(member)
    const [before, alone] = [this.portfolio.members.get(file.key), this.alone(file)]
    if (!before) return alone
    if (!alone.readable) return this.portfolio.held(before, alone)
    return this.isBehind() ? this.#meanwhile(before, alone) : alone
  }

  /** The rules that could not be evaluated. */
  notRun(file: PilotFile): readonly NotRun[] {
    const { notRun } = this.of(file)
    return this.#member(file) ? notRun : [...notRun, ...notRunAlone(portfolioRules, this.#under(file.uri))]
  }

  /** How another text of the same file would be judged. */
  recheck(file: PilotFile): Recheck {
    return (text, mended) => {
      const analysis = file.analysisOf(text, this.#under(file.uri), this.#grounds.remembered(file.uri))
      const [member, isNeeded] = [this.#member(file), mended?.some(({ rule }) => otherRules.includes(rule))]
      return member ? this.portfolio.recheck(member, analysis, isNeeded) : analysis
    }
  }

  /** The day on which all are judged. */
  today(): IsoDate {
    return this.#grounds.today()
  }

  /** What a file is judged with. */
  under({ name, uri }: PilotFile): Under {
    return { file: { name, ...this.#grounds.remembered(uri) }, circumstances: this.#under(uri) }
  }

  /** Takes the files with which servers before this one ended. */
  suspect(uris: readonly string[]): void {
    this.#grounds.quarantine.suspect(uris)
  }

  /** What a file is found to be by itself. */
  alone(file: PilotFile): Analysis {
    const { quarantine, remembered } = this.#grounds
    return quarantine.analysis(file, this.#under(file.uri), remembered(file.uri))
  }

  /** What another thread is asked about a file; absent where it has to be judged here. */
  errand(file: PilotFile): Handed | undefined {
    const { quarantine, governing, remembered } = this.#grounds
    const isOrdinary = governing(file.uri).rules.length === 0 && !quarantine.suspects(file.uri)
    return isOrdinary ? file.errand(this.#under(file.uri), remembered(file.uri)) : undefined
  }

  /** The pilots as they were compared last: nothing is checked again for who asks. */
  lately(): ReadonlyMap<string, Member> {
    return this.portfolio.members.size > 0 ? this.portfolio.members : this.members()
  }

  /** The names of rules that the organisation wrote itself and that hold for a file. */
  customRules(uri: string): readonly string[] {
    return this.#grounds.governing(uri).resolved.customRules.map(({ id }) => id)
  }

  /** The files that are checked: those that are open, and of the others what the configuration takes. */
  checked(): readonly PilotFile[] {
    return this.#grounds.files().filter((file) => this.isChecked(file))
  }

  isChecked({ uri, version }: PilotFile): boolean {
    return version !== null || this.#grounds.governing(uri).included
  }

  /** The pilots that are compared with each other, by their paths; none until all are judged. */
  members(): ReadonlyMap<string, Member> {
    const today = this.#grounds.today()
    if (this.#day !== today && this.isBehind()) return new Map()
    if (this.#day !== today || !this.#catchUp()) this.#update(today)
    return this.portfolio.members
  }

  /** What is said among the pilots: the same object as long as an edit changes nothing but its own file. */
  said(): object | undefined {
    return this.members().size > 0 ? this.portfolio.said : undefined
  }

  /** The pilots of the workspace that nobody has judged under what holds now. */
  behind(): readonly PilotFile[] {
    const [{ quarantine, remembered }, today] = [this.#grounds, this.today()]
    const left = [...this.#pilots.all().values()].filter((file) => {
      return !quarantine.holds(file) && !file.isJudged(this.#under(file.uri, today), remembered(file.uri))
    })
    this.#isBehind = left.length > FEW
    return left
  }

  /** Whether there are so many of them that nobody should wait for all. Until they are judged nothing is compared. */
  isBehind(): boolean {
    return this.#isBehind ?? this.behind().length > FEW
  }

  get registry(): Registry | undefined {
    return this.#grounds.registry()
  }

  /** Finds a file of the registry. */
  get catalog(): FindFile {
    return this.#grounds.catalog
  }

  /** What the paths in a pilot stand for. */
  addressesFrom(uri: string): AddressOf {
    return this.#grounds.governing(uri).addressOf
  }

  /** What was found among the pilots stays until all are judged anew. */
  #meanwhile(before: Member, analysis: Analysis): Analysis {
    const known = this.#interim.get(analysis) ?? this.portfolio.recheck(before, analysis, false)
    this.#interim.set(analysis, known)
    return known
  }

  #member(file: PilotFile): Member | undefined {
    const member = this.members().get(file.key)
    return member?.source === file ? member : undefined
  }

  #update(today: IsoDate): void {
    const members = Array.from(this.#pilots.all().values(), (source) => this.#judged(source, today))
    const { departed, noHistory } = this.#grounds.gone()
    const around = {
      today,
      rules: this.#grounds.quarantine.portfolioRules,
      registry: this.registry,
      unread: unreadIn(members.filter((each) => !this.portfolio.holds(each))),
      departed: departed?.filter(({ file }) => this.#isPilot({ uri: file, version: null })),
      noHistory,
    }
    this.portfolio.update(members, around)
    this.#day = today
    this.#edited.clear()
  }

  /** Compares what was edited; false where another file can be read now, or one on disk cannot any more: then all are listed anew. */
  #catchUp(): boolean {
    const edited = Array.from(this.#edited, (key) => this.#pilots.all().get(key))
    this.#edited.clear()
    return edited.every((file) => file && this.portfolio.replace(this.#judged(file, this.#grounds.today())))
  }

  #judged(source: PilotFile, today: IsoDate): Judged {
    const circumstances = this.#under(source.uri, today)
    return { file: source.key, source, circumstances, analysis: this.alone(source) }
  }

  #isPilot(file: Pick<PilotFile, 'uri' | 'version'>): boolean {
    return this.#grounds.isIndexed(file) && this.#grounds.governing(file.uri).included
  }

  #under(uri: string, today: IsoDate = this.#grounds.today()): Circumstances {
    const { resolved, rules: own } = this.#grounds.governing(uri)
    const isCompared = this.#grounds.isCompared(uri)
    const circumstancesOf = this.#circumstances[isCompared ? 'compared' : 'alone']
    const known = circumstancesOf.get(resolved)
    if (known?.today === today) return known
    const all = own.length === 0 ? rules : [...rules, ...own]
    const circumstances = { today, settings: resolved.settings, rules: all, otherRules, isCompared }
    circumstancesOf.set(resolved, circumstances)
    return circumstances
  }
}

/** Pilots that are judged at once: as many as one edit may change. */
const FEW = 4

const noneMade = (): WeakMap<Resolved, Circumstances> => new WeakMap()
const otherRules = portfolioRules.map(({ id }) => id)

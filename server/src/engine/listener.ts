import type { Ask } from './analyze.ts'
import { type KeptReport, keepReports, movedReports, withFixes } from './kept-report.ts'
import type { Move } from './moved.ts'
import { once, remembered } from './once.ts'
import type { Pilot } from './pilot/model.generated.ts'
import type { Report, Rule, Scene, SourceFile } from './rules/rule.ts'
import type { Suppression } from './suppress.ts'
import type { Syntax } from './yaml/node.ts'

/** What a rule said when it looked at nothing but the entries of some keys. */
interface Said {
  readonly keys: ReadonlySet<string>
  readonly reports: readonly KeptReport[]
}

/** What is kept of rules that were asked. */
export interface Answers {
  /**
   * Of each rule that had nothing to say, the keys at which it looked. Of one that looks at each entry by itself, the keys of those
   * about which it had nothing to say.
   */
  readonly silent: ReadonlyMap<Rule, ReadonlySet<string>>
  /** Of each that had something to say. Of one that looks at each entry by itself, by the keys of those about which it had. */
  readonly said: ReadonlyMap<Rule, ReadonlyMap<string, Said>>
}

export const NO_ANSWERS: Answers = { silent: new Map(), said: new Map() }

/** What a rule is asked about, heard by whoever lends it: each key at which the rule looks. */
export interface Lent {
  readonly pilot: Pilot
  readonly syntax: Syntax
}

/** Looking at what belongs to no entry means to look at everything. */
export const EVERYTHING = ''

/** What has happened since rules were asked. */
export interface Since {
  readonly answers: Answers
  /** The keys of the entries that are others now. */
  readonly changed: ReadonlySet<string>
  readonly move: Move
}

/**
 * Asks rules, and asks none again that looked at nothing that has changed. What it said is moved with the entries in which it
 * stands; a fix is made of the blocks of its own text, so for that the rule is asked again when somebody reads it.
 */
export class Listener {
  readonly #silent = new Map<Rule, ReadonlySet<string>>()
  readonly #said = new Map<Rule, ReadonlyMap<string, Said>>()
  /** Of the rules that were asked now. */
  readonly answers: Answers = { silent: this.#silent, said: this.#said }
  readonly #since: Since
  readonly #lent: Lent
  readonly #heard = new Set<string>()

  /** `lend` is told what to call with each key at which a rule looks. */
  constructor(since: Since, lend: (hear: (key: string) => void) => Lent) {
    this.#since = since
    const heard = this.#heard
    // What it lends is kept with the findings, and should keep no more.
    this.#lent = lend((key) => heard.add(key))
  }

  readonly ask: Ask = (rule, _pilot, scene) => {
    if (rule.checkEntry) return this.#askByEntry(rule, scene)
    const { silent, said } = this.#since.answers
    const before = silent.get(rule)
    if (before && this.#isUnchanged(before)) {
      this.#silent.set(rule, before)
      return []
    }
    const check = checkOf(rule, this.#lent.pilot, new HeardScene(scene, this.#lent.syntax, this.#heard))
    const known = this.#known(said.get(rule)?.get(EVERYTHING))
    if (known) {
      this.#said.set(rule, new Map([[EVERYTHING, known]]))
      return withFixes(known.reports, once(check))
    }
    this.#heard.clear()
    const reports = check()
    const keys = keySet(this.#heard)
    if (reports.length === 0) this.#silent.set(rule, keys)
    else if (!keys.has(EVERYTHING))
      this.#said.set(rule, new Map([[EVERYTHING, { keys, reports: keepReports(reports) }]]))
    return reports
  }

  #askByEntry(rule: Rule, scene: Scene): readonly Report[] {
    const { silent: before, said: saidBefore } = this.#since.answers
    const silent = new Set<string>()
    const said = new Map<string, Said>()
    const reports: Report[] = []
    const { root } = this.#lent.syntax
    for (const entry of root?.kind === 'mapping' ? root.entries : []) {
      const { key } = entry
      if (before.get(rule)?.has(key) && !this.#since.changed.has(key)) {
        silent.add(key)
        continue
      }
      const check = (): readonly Report[] => [...(rule.checkEntry?.(entry, scene) ?? [])]
      const known = this.#known(saidBefore.get(rule)?.get(key))
      const found = known ? withFixes(known.reports, once(check)) : check()
      if (found.length === 0) silent.add(key)
      else said.set(key, known ?? { keys: new Set([key]), reports: keepReports(found) })
      reports.push(...found)
    }
    this.#silent.set(rule, keySet(silent))
    if (said.size > 0) this.#said.set(rule, said)
    return reports
  }

  /** What was said, where it stands now; `undefined` where the rule has to be asked. */
  #known(said: Said | undefined): Said | undefined {
    if (!said || !this.#isUnchanged(said.keys)) return undefined
    const reports = movedReports(said.reports, this.#since.move)
    return reports && { keys: said.keys, reports }
  }

  #isUnchanged(keys: ReadonlySet<string>): boolean {
    for (const key of this.#since.changed) if (keys.has(key)) return false
    return true
  }
}

/** It is kept with the findings, and keeps nothing of the listener: this knows the text before. */
function checkOf(rule: Rule, pilot: Pilot, scene: Scene): () => readonly Report[] {
  return () => [...rule.check(pilot, scene)]
}

function keySet(keys: ReadonlySet<string>): ReadonlySet<string> {
  return setOf([...keys].map((key) => `${key}\n`).join(''))
}

/** One set for the same keys, which are given as lines: many rules look at the same ones, and in every pilot. */
const setOf = remembered((lines): ReadonlySet<string> => new Set(lines.split('\n').slice(0, -1)))

/** The suppressions, and whatever a rule reads of the text itself, are made of the whole file. */
class HeardScene implements Scene {
  readonly today: Scene['today']
  readonly option: Scene['option']
  readonly jurisdictions: Scene['jurisdictions']
  readonly currency: Scene['currency']
  readonly history: Scene['history']
  readonly file: SourceFile
  readonly #suppressions: readonly Suppression[]
  readonly #heard: Set<string>

  constructor(scene: Scene, syntax: Syntax, heard: Set<string>) {
    this.today = scene.today
    this.option = scene.option
    this.jurisdictions = scene.jurisdictions
    this.currency = scene.currency
    this.history = scene.history
    this.file = new HeardFile(scene.file.name, syntax, heard)
    this.#suppressions = scene.suppressions
    this.#heard = heard
  }

  get suppressions(): readonly Suppression[] {
    this.#heard.add(EVERYTHING)
    return this.#suppressions
  }
}

class HeardFile implements SourceFile {
  readonly name: string | undefined
  readonly #syntax: Syntax
  readonly #heard: Set<string>

  constructor(name: string | undefined, syntax: Syntax, heard: Set<string>) {
    this.name = name
    this.#syntax = syntax
    this.#heard = heard
  }

  get syntax(): Syntax {
    this.#heard.add(EVERYTHING)
    return this.#syntax
  }
}

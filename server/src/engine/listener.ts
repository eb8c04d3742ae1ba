import type { Ask } from './analyze.ts'
import { remembered } from './once.ts'
import type { Pilot } from './pilot/model.generated.ts'
import type { Report, Rule, Scene, SourceFile } from './rules/rule.ts'
import type { Suppression } from './suppress.ts'
import type { Syntax } from './yaml/node.ts'

/** Of each rule that had nothing to say the keys at which it looked. Of a rule that looks at each entry by itself, the keys of those about which it had nothing to say. */
export type Silence = ReadonlyMap<Rule, ReadonlySet<string>>

/** What a rule is asked about, heard by whoever lends it: each key at which the rule looks. */
export interface Lent {
  readonly pilot: Pilot
  readonly syntax: Syntax
}

/** Looking at what belongs to no entry means to look at everything. */
export const EVERYTHING = ''

/**
 * Asks rules, and asks none again that had nothing to say and looked at nothing that has changed. What a rule reports is never
 * kept: its places move, and a fix is made of the blocks of its own text.
 */
export class Listener {
  /** Of the rules that were silent now. */
  readonly silence: Map<Rule, ReadonlySet<string>> = new Map()
  readonly #before: Silence
  readonly #changed: ReadonlySet<string>
  readonly #lent: Lent
  readonly #heard = new Set<string>()

  /** `lend` is told what to call with each key at which a rule looks. */
  constructor(
    { silence, changed }: { readonly silence: Silence; readonly changed: ReadonlySet<string> },
    lend: (hear: (key: string) => void) => Lent,
  ) {
    this.#before = silence
    this.#changed = changed
    const heard = this.#heard
    // What it lends is kept with the findings, and should keep no more.
    this.#lent = lend((key) => heard.add(key))
  }

  readonly ask: Ask = (rule, _pilot, scene) => {
    const before = this.#before.get(rule)
    if (rule.checkEntry) return this.#askByEntry(rule, scene, before)
    if (before && this.#isUnchanged(before)) {
      this.silence.set(rule, before)
      return []
    }
    this.#heard.clear()
    const reports = [...rule.check(this.#lent.pilot, new HeardScene(scene, this.#lent.syntax, this.#heard))]
    if (reports.length === 0) this.#keep(rule, this.#heard)
    return reports
  }

  #askByEntry(rule: Rule, scene: Scene, before: ReadonlySet<string> | undefined): readonly Report[] {
    const silent = new Set<string>()
    const reports: Report[] = []
    const { root } = this.#lent.syntax
    for (const entry of root?.kind === 'mapping' ? root.entries : []) {
      const isKnown = before?.has(entry.key) && !this.#changed.has(entry.key)
      const said = isKnown ? [] : [...(rule.checkEntry?.(entry, scene) ?? [])]
      if (said.length === 0) silent.add(entry.key)
      reports.push(...said)
    }
    this.#keep(rule, silent)
    return reports
  }

  #keep(rule: Rule, keys: ReadonlySet<string>): void {
    this.silence.set(rule, setOf([...keys].map((key) => `${key}\n`).join('')))
  }

  #isUnchanged(keys: ReadonlySet<string>): boolean {
    for (const key of this.#changed) if (keys.has(key)) return false
    return true
  }
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

import type { Ask } from './analyze.ts'
import type { Pilot } from './pilot/model.generated.ts'
import type { Report, Rule, Scene } from './rules/rule.ts'
import type { Entry, Syntax } from './yaml/node.ts'

/** The keys at which each rule looked that had nothing to say; of one that looks at each entry by itself, those of the silent ones. */
export type Silence = ReadonlyMap<Rule, ReadonlySet<string>>

/** What a rule is asked about, heard by whoever lends it: each key at which the rule looks. */
export interface Lent {
  readonly pilot: Pilot
  readonly syntax: Syntax
  /** The same pilot with no more than one of its entries. */
  only(entry: Entry): Pilot
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
  #heard = new Set<string>()

  /** `lend` is told what to call with each key at which a rule looks. */
  constructor(
    { silence, changed }: { readonly silence: Silence; readonly changed: ReadonlySet<string> },
    lend: (hear: (key: string) => void) => Lent,
  ) {
    this.#before = silence
    this.#changed = changed
    this.#lent = lend((key) => this.#heard.add(key))
  }

  readonly ask: Ask = (rule, _pilot, scene) => {
    const before = this.#before.get(rule)
    if (rule.byEntry) return this.#askByEntry(rule, scene, before)
    if (before && this.#isUnchanged(before)) {
      this.silence.set(rule, before)
      return []
    }
    const heard = new Set<string>()
    this.#heard = heard
    const reports = [...rule.check(this.#lent.pilot, this.#heardScene(scene))]
    if (reports.length === 0) this.silence.set(rule, heard)
    return reports
  }

  #askByEntry(rule: Rule, scene: Scene, before: ReadonlySet<string> | undefined): readonly Report[] {
    const silent = new Set<string>()
    const reports: Report[] = []
    for (const entry of this.#lent.pilot.node?.entries ?? []) {
      const isKnown = before?.has(entry.key) && !this.#changed.has(entry.key)
      const said = isKnown ? [] : [...rule.check(this.#lent.only(entry), scene)]
      if (said.length === 0) silent.add(entry.key)
      reports.push(...said)
    }
    this.silence.set(rule, silent)
    return reports
  }

  #isUnchanged(keys: ReadonlySet<string>): boolean {
    for (const key of this.#changed) if (keys.has(key)) return false
    return true
  }

  /** The suppressions, and whatever the rule reads of the text itself, are made of the whole file. */
  #heardScene(scene: Scene): Scene {
    const [heard, { syntax }] = [this.#heard, this.#lent]
    return {
      ...scene,
      file: {
        name: scene.file.name,
        get syntax() {
          heard.add(EVERYTHING)
          return syntax
        },
      },
      get suppressions() {
        heard.add(EVERYTHING)
        return scene.suppressions
      },
    }
  }
}

import type { Circumstances } from './analyze.ts'
import { isOn } from './config/presets.ts'
import type { Settings } from './config/settings.ts'
import type { Severity } from './finding.ts'
import type { FileHistory } from './history/history.ts'
import type { Remembered } from './history/source.ts'
import { lacking, type NotRun } from './not-run.ts'
import { ofEach } from './once.ts'
import type { IsoDate } from './pilot/dates.ts'
import { closes, type Standing, severitiesAt } from './pilot/stages.ts'
import { isAboutSuppressions, type Rule, type Scene } from './rules/rule.ts'

/** A rule that looks at a file. */
export interface DueRule {
  readonly rule: Rule
  /** What a report weighs that does not say so itself. */
  readonly usual: Severity
  readonly option: Scene['option']
}

/** The rules that look at a file: due at its stage, not switched off, with all that they need. */
export interface DueRules {
  readonly early: readonly DueRule[]
  /** Those about suppressions, which are asked when it is known what these silence. */
  readonly late: readonly DueRule[]
  /** The names of all of them. */
  readonly names: ReadonlySet<string>
}

/** What of a file decides which rules look at it. */
export interface Situation {
  readonly standing: Standing
  readonly today: IsoDate
  /** Whether there is a pilot in the text. */
  readonly readable: boolean
  readonly history: FileHistory | undefined
}

/** Rules under settings: what is the same of them for every file, worked out once. */
export class Rulebook {
  /** By their names. */
  readonly rules: ReadonlyMap<string, Rule>
  /** The names of the rules that are silent where a specific one reports the same place. */
  readonly general: ReadonlySet<string>
  /** The names of the rules that speak of all that is absent. */
  readonly covering: ReadonlySet<string>
  readonly #settings: Settings
  readonly #on: readonly Rule[]
  readonly #due = new Map<string, DueRules>()
  readonly #notRun = new Map<Remembered['noHistory'] | 'known', readonly NotRun[]>()

  constructor(rules: readonly Rule[], settings: Settings) {
    const named = (those: readonly Rule[]): ReadonlySet<string> => new Set(those.map(({ id }) => id))
    this.rules = new Map(rules.map((rule) => [rule.id, rule]))
    this.general = named(rules.filter(({ general }) => general))
    this.covering = named(rules.filter(({ covers }) => covers))
    this.#settings = settings
    this.#on = rules.filter(({ id }) => isOn(settings, id))
  }

  due(situation: Situation): DueRules {
    const { standing, today, readable, history } = situation
    const key = `${standing.stage} ${closes(standing, today)} ${readable} ${history !== undefined}`
    const known = this.#due.get(key) ?? this.#dueIn(situation)
    this.#due.set(key, known)
    return known
  }

  #dueIn({ standing, today, readable, history }: Situation): DueRules {
    const severityOf = severitiesAt(standing, today)
    const due = this.#on.flatMap((rule): readonly DueRule[] => {
      const usual = (readable || rule.broken) && !lacking(rule, history) ? severityOf(rule.from) : undefined
      return usual ? [{ rule, usual, option: this.#optionOf(rule) }] : []
    })
    return {
      early: due.filter(({ rule }) => !isAboutSuppressions(rule)),
      late: due.filter(({ rule }) => isAboutSuppressions(rule)),
      names: new Set(due.map(({ rule }) => rule.id)),
    }
  }

  #optionOf({ id, options }: Rule): Scene['option'] {
    const set = this.#settings.rules.get(id)?.options
    return (name) => set?.[name] ?? options?.[name] ?? 0
  }

  /** The rules that cannot be evaluated for a file. */
  notRun(past: Remembered): readonly NotRun[] {
    const key = past.history ? 'known' : past.noHistory
    const known = this.#notRun.get(key) ?? this.#notRunWith(past)
    this.#notRun.set(key, known)
    return known
  }

  #notRunWith({ history, noHistory }: Remembered): readonly NotRun[] {
    return this.#on.flatMap((rule): readonly NotRun[] => {
      const needs = lacking(rule, history)
      if (!needs) return []
      return [{ rule: rule.id, needs, ...(needs === 'history' && noHistory ? { because: noHistory } : {}) }]
    })
  }
}

/** The rules of the circumstances under their settings. One for the same two, however many files they judge. */
export function rulebookOf({ rules, settings }: Pick<Circumstances, 'rules' | 'settings'>): Rulebook {
  return booksOf(rules)(settings)
}

const booksOf = ofEach((rules: readonly Rule[]) =>
  ofEach((settings: Settings) => new Rulebook(rules, settings)),
)

import type { Analysis, Circumstances } from '../engine/analyze.ts'
import { setAside } from '../engine/analyze-content.ts'
import type { Remembered } from '../engine/history/source.ts'
import type { Within } from '../engine/ports.ts'
import { portfolioRules } from '../engine/rules/all.generated.ts'
import type { PortfolioReport, PortfolioRule } from '../engine/rules/rule.ts'
import type { Trouble } from '../engine/yaml/set-aside.ts'
import type { PilotFile } from './pilot-file.ts'
import { isSame } from './same.ts'
import { fileKey } from './uri.ts'

/** What is told of a text that is set aside. */
interface Told {
  warn(message: string): void
  failed(name: string, error: unknown): void
}

/**
 * Keeps one text from ending the work on all others: whatever fails on it, or takes too long, is not tried again until the
 * text is another one. The author gets a finding that says so. A rule over all pilots that fails ends none of the others.
 */
export class Quarantine {
  readonly #within: Within
  readonly #told: Told
  /** The rules over all pilots, each of which has said what it could when it fails. */
  readonly portfolioRules: readonly PortfolioRule[]
  readonly #aside = new WeakMap<PilotFile, Analysis>()
  /** Texts with which servers before this one ended; unknown until they are seen. */
  readonly #suspects = new Map<string, PilotFile['content'] | undefined>()

  /** Without `within` nothing is ended; limits and patterns that were looked at before have to do. */
  constructor(within: Within | undefined, told: Told, rules: readonly PortfolioRule[] = portfolioRules) {
    this.#within = within ?? ((run) => ({ value: run() }))
    this.#told = told
    this.portfolioRules = rules.map((rule) => this.#guarded(rule))
  }

  /** The rest stays the rule's own: what it says about itself is loaded when somebody asks. */
  #guarded(rule: PortfolioRule): PortfolioRule {
    const check: PortfolioRule['check'] = (...asked) => this.#asFarAsItGoes(rule, asked)
    return Object.create(rule, { check: { value: check } })
  }

  /** Files that the client saw the server end with more than once: they are not looked at as they stand now. */
  suspect(uris: readonly string[]): void {
    for (const uri of uris) this.#suspects.set(fileKey(uri), undefined)
  }

  /** Whether a server before this one ended with the file. */
  suspects(uri: string): boolean {
    return this.#suspects.has(fileKey(uri))
  }

  holds(file: PilotFile): boolean {
    return this.#aside.has(file)
  }

  analysis(file: PilotFile, under: Circumstances, past: Remembered): Analysis {
    const known = this.#aside.get(file)
    if (known) return known
    if (file.isJudged(under, past)) return file.analysis(under, past)
    if (this.#isSuspect(file)) return this.#setAside(file, 'ended', under)
    try {
      const done = this.#within(() => file.analysis(under, past))
      if (done) return done.value
      this.#told.warn(`${file.uri} is set aside until it changes: its check takes too long.`)
      return this.#setAside(file, 'slow', under)
    } catch (error) {
      this.#told.failed(`The check of ${file.uri}, which is set aside until it changes,`, error)
      return this.#setAside(file, 'failed', under)
    }
  }

  *#asFarAsItGoes(
    rule: PortfolioRule,
    asked: Parameters<PortfolioRule['check']>,
  ): Generator<PortfolioReport> {
    try {
      yield* rule.check(...asked)
    } catch (error) {
      this.#told.failed(rule.id, error)
    }
  }

  #setAside(file: PilotFile, trouble: Trouble, under: Circumstances): Analysis {
    const analysis = setAside(trouble, under)
    this.#aside.set(file, analysis)
    return analysis
  }

  #isSuspect({ uri, content }: PilotFile): boolean {
    const key = fileKey(uri)
    if (!this.#suspects.has(key)) return false
    const before = this.#suspects.get(key) ?? content
    this.#suspects.set(key, before)
    if (isSame(before, content)) return true
    this.#suspects.delete(key)
    return false
  }
}

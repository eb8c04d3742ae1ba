import { type Analysis, type Circumstances, type Input, judge, understoodOf } from '../engine/analyze.ts'
import { analyzeContent, type Content } from '../engine/analyze-content.ts'
import { analyzeDraft, type Draft, type Memory } from '../engine/draft.ts'
import { rulebookOf } from '../engine/rulebook.ts'
import { fileKey, fileNameOf, isPilotUri } from './uri.ts'

/** What Git remembers of a file, or why there is nothing. */
export type Remembered = Pick<Input, 'history' | 'noHistory'>

/** One state of one pilot file. It is checked when someone asks, once for each set of circumstances. */
export class PilotFile {
  readonly uri: string
  /** Its path, as `fileKey` has it. */
  readonly key: string
  /** Of the open document; `null` for the file on disk. */
  readonly version: number | null
  readonly content: Content
  #analysis: Analysis | undefined
  #under: Circumstances | undefined
  #past: Remembered | undefined
  #memory: Memory | undefined

  /** `before` is the state from which an edit made this one. */
  constructor(uri: string, version: number | null, content: Content, before?: PilotFile) {
    this.uri = uri
    this.key = before?.key ?? fileKey(uri)
    this.version = version
    this.content = content
    this.#memory = before?.memory
  }

  /** Without folders; absent for text that is no file of its own. */
  get name(): string | undefined {
    return isPilotUri(this.uri) ? fileNameOf(this.uri) : undefined
  }

  /** What an analysis of this text, or of one before it, left for the next. */
  get memory(): Memory | undefined {
    return this.#memory
  }

  /** What the file alone is found to be, with its history. */
  analysis(under: Circumstances, past: Remembered): Analysis {
    if (this.#analysis && this.#under === under && this.#past === past) return this.#analysis
    const { analysis, memory } = this.#judge(under, past)
    this.#under = under
    this.#past = past
    this.#memory = memory
    this.#analysis = analysis
    return analysis
  }

  /** Whether that is known already. */
  isJudged(under: Circumstances, past: Remembered): boolean {
    return this.#analysis !== undefined && this.#under === under && this.#past === past
  }

  /** How another text of the file would be judged. */
  analysisOf(text: string, under: Circumstances, past: Remembered): Analysis {
    return this.#check({ kind: 'text', text }, under, past).analysis
  }

  /** What is known of the text holds on: only what the rules say of it may have changed. */
  #judge(under: Circumstances, past: Remembered): Draft {
    const known = this.content.kind === 'text' ? this.#analysis : undefined
    // No rule asks why there is no history.
    const isNoNews = this.#under === under && !past.history && !this.#past?.history
    if (known && isNoNews)
      return { analysis: { ...known, notRun: rulebookOf(under).notRun(past) }, memory: this.#memory }
    if (known && this.version === null)
      return { analysis: judge(understoodOf(known, { name: this.name, ...past }), under), memory: undefined }
    return this.#check(this.content, under, past)
  }

  #check(content: Content, under: Circumstances, past: Remembered): Draft {
    const file = { name: this.name, ...past }
    // Of a file on disk the next text is hardly ever asked for.
    if (content.kind === 'text' && this.version !== null)
      return analyzeDraft({ ...file, text: content.text }, under, this.#memory)
    return { analysis: analyzeContent(content, file, under), memory: undefined }
  }
}

import { type Analysis, type Circumstances, type Input, judge, understoodOf } from '../engine/analyze.ts'
import { analyzeContent, type Content } from '../engine/analyze-content.ts'
import type { Outline } from '../engine/board/outline.ts'
import { analyzeDraft, type Memory } from '../engine/draft.ts'
import type { Remembered } from '../engine/history/source.ts'
import { jobOf } from '../engine/kept.ts'
import { isPilotFile } from '../engine/pilot/file-name.ts'
import type { Extract } from '../engine/portfolio/facts.ts'
import { recaller } from '../engine/recalled.ts'
import { revised } from '../engine/revised.ts'
import { rulebookOf } from '../engine/rulebook.ts'
import { type Handed, type KeptFile, keepFile } from './errand.ts'
import { outlineIn, type Sketch, sketchOf } from './sketch.ts'
import { fileKey, fileNameOf } from './uri.ts'

/**
 * Trees of files on disk, and of open ones at rest, that are held at a time: of those that somebody goes back to. What reads all of
 * thousands keeps what it makes of them, and would leave behind nothing but garbage that is old.
 */
const TREES = 50
const recall = recaller(TREES)

/**
 * One state of one pilot file. It is checked when someone asks, once for each set of circumstances. Of a file on disk, and of an open
 * one at rest, the findings are held, and what other pilots and the lists need of it; its tree is read again when someone asks.
 */
export class PilotFile {
  readonly uri: string
  /** Its path, as `fileKey` has it. */
  readonly key: string
  /** Of the open document; `null` for the file on disk. */
  readonly version: number | null
  readonly content: Content
  #judged: Judged | undefined
  #memory: Memory | undefined
  #rests: boolean
  #extract: Extract | undefined
  #sketch: Sketch | undefined

  /** `before` is the state from which an edit made this one. */
  constructor(uri: string, version: number | null, content: Content, before?: PilotFile) {
    this.uri = uri
    this.key = before?.key ?? fileKey(uri)
    this.version = version
    this.content = content
    this.#memory = before?.memory
    this.#rests = version === null
  }

  /** Without folders; absent for text that is no file of its own. */
  get name(): string | undefined {
    return isPilotFile(this.uri) ? fileNameOf(this.uri) : undefined
  }

  /** What an analysis of this text, or of one before it, left for the next. */
  get memory(): Memory | undefined {
    return this.#memory
  }

  /** What other pilots need of it, as of its last analysis; absent where it is to be taken from that. */
  get extract(): Extract | undefined {
    return this.#extract
  }

  /** What a list shows of it. `analysis` is its own, with or without what concerns all pilots. */
  sketch(analysis: Analysis): Sketch {
    return this.#sketch ?? sketchOf(this.uri, analysis, this.#judged?.past.history)
  }

  /** What the board says of it by itself; absent where that is to be read in its tree. */
  get outline(): Outline | undefined {
    return this.#sketch && outlineIn(this.#sketch)
  }

  /** What the file alone is found to be, with its history. */
  analysis(under: Circumstances, past: Remembered): Analysis {
    if (!this.#judged || !this.isJudged(under, past))
      this.#judged = { analysis: this.#judge(under, past), under, past }
    return this.#judged.analysis
  }

  /** Whether that is known already. */
  isJudged(under: Circumstances, past: Remembered): boolean {
    return this.#judged?.under === under && this.#judged.past === past
  }

  /**
   * Lets go of the tree of an open document at which nobody works, and of what its next analysis would have been made from. True
   * where its analysis is another object for that.
   */
  rest(): boolean {
    this.#rests = true
    this.#memory = undefined
    if (!this.#judged) return false
    const { analysis, under, past } = this.#judged
    this.#judged = {
      analysis: this.#hold(keepFile(this.uri, analysis, past, under), under, past),
      under,
      past,
    }
    return true
  }

  /** What another thread is asked about a file on disk. Its answer is taken unless the file was judged meanwhile. */
  errand(under: Circumstances, past: Remembered): Handed | undefined {
    const { uri, content } = this
    if (this.version !== null || content.kind !== 'text') return undefined
    const before = this.#judged
    return {
      errand: { uri, ...jobOf({ content, file: this.#with(past), circumstances: under }) },
      take: (kept) => {
        if (this.#judged === before) this.#judged = { analysis: this.#hold(kept, under, past), under, past }
      },
    }
  }

  /** How another text of the file would be judged. */
  analysisOf(text: string, under: Circumstances, past: Remembered): Analysis {
    const file = this.#with(past)
    if (this.version !== null) return analyzeDraft({ ...file, text }, under, this.#memory).analysis
    return analyzeContent({ kind: 'text', text }, file, under)
  }

  /** A text that was judged before is not read again: only what the rules say of it may have changed. */
  #judge(under: Circumstances, past: Remembered): Analysis {
    const known = this.content.kind === 'text' ? this.#judged?.analysis : undefined
    // No rule asks why there is no history.
    const isNoNews = this.#judged?.under === under && !past.history && !this.#judged.past.history
    if (known && isNoNews) return revised(known, { notRun: rulebookOf(under).notRun(past) })
    return this.#rests ? this.#judgeAtRest(under, past, known) : this.#judgeDraft(under, past)
  }

  #judgeDraft(under: Circumstances, past: Remembered): Analysis {
    const [{ content }, file] = [this, this.#with(past)]
    if (content.kind !== 'text') return analyzeContent(content, file, under)
    const { analysis, memory } = analyzeDraft({ ...file, text: content.text }, under, this.#memory)
    this.#memory = memory
    return analysis
  }

  /** The next text is hardly ever asked for. */
  #judgeAtRest(under: Circumstances, past: Remembered, known: Analysis | undefined): Analysis {
    const [{ content }, file] = [this, this.#with(past)]
    const analysis = known ? judge(understoodOf(known, file), under) : analyzeContent(content, file, under)
    return this.#hold(keepFile(this.uri, analysis, past, under), under, past)
  }

  #hold({ kept, sketch }: KeptFile, under: Circumstances, past: Remembered): Analysis {
    this.#extract = kept.extract
    this.#sketch = sketch
    return recall(kept, { content: this.content, file: this.#with(past), circumstances: under })
  }

  /** The file as an analysis is given it. */
  #with(past: Remembered): Omit<Input, 'text'> {
    return { name: this.name, ...past }
  }
}

/** An analysis, and what it holds for. */
interface Judged {
  readonly analysis: Analysis
  readonly under: Circumstances
  readonly past: Remembered
}

import { type Analysis, understand } from './analyze.ts'
import { TOO_MANY } from './at-most.ts'
import type { Change, Finding, Fix } from './finding.ts'
import { analysisOf, type Kept, type KeptFinding, type KeptFix, type Subject } from './kept.ts'
import { hasNoFix } from './kept-report.ts'
import type { NotRun } from './not-run.ts'
import { once } from './once.ts'
import type { IsoDate } from './pilot/dates.ts'
import type { Identity } from './pilot/identity.ts'
import { lowerPilot } from './pilot/lower.ts'
import type { Pilot } from './pilot/model.generated.ts'
import { rulebookOf } from './rulebook.ts'
import type { Suppressed } from './suppress.ts'
import { type LineIndex, lineIndex } from './text/line-index.ts'
import type { Syntax } from './yaml/node.ts'
import { lastTree } from './yaml/parse.ts'
import type { PatchEdit } from './yaml/patch.ts'

/** Turns what was kept into analyses. */
export type Recall = (kept: Kept, subject: Subject) => Analysis

/**
 * The tree and the pilot of a recalled analysis are read from its text when someone asks for them, and so are its lines. Those
 * that were asked for last stay, since who asks once asks again: of as many texts as `most`.
 */
export function recaller(most = 1): Recall {
  const reader = new Reader(most)
  return (kept, subject) => new Recalled(kept, subject, reader)
}

/** What was read last. */
class Reader {
  readonly #most: number
  /** The one that was asked for last is the last. */
  readonly #texts = new Map<string, ReadText>()
  #last = readText('')

  constructor(most: number) {
    this.#most = most
  }

  read(text: string): ReadText {
    // To look one up takes as long as the text.
    if (this.#last.text !== text) this.#last = this.#most > 1 ? this.#kept(text) : readText(text)
    return this.#last
  }

  #kept(text: string): ReadText {
    const known = this.#texts.get(text) ?? readText(text)
    this.#texts.delete(text)
    this.#texts.set(text, known)
    const [oldest] = this.#texts.keys()
    if (oldest !== undefined && this.#texts.size > this.#most) this.#texts.delete(oldest)
    return known
  }
}

/** What can be read in a text. */
interface ReadText extends Pick<Analysis, 'text' | 'lines'> {
  syntax(): Syntax
  pilot(): Pilot
  /** The pilot where the schema may have told how the text is meant. */
  meant(): Pilot
}

function readText(text: string): ReadText {
  const syntax = once(() => lastTree(text))
  const pilot = once(() => lowerPilot(syntax()))
  return { text, lines: lineIndex(text), syntax, pilot, meant: once(() => understand({ text }).pilot) }
}

/** One of thousands: what it holds is no more than what was kept, and the rest is behind getters that all of them share. */
class Recalled implements Analysis {
  readonly called: Identity
  readonly readable: boolean
  readonly findings: readonly Finding[]
  readonly suppressed: readonly Suppressed[]
  readonly covered: readonly Finding[]
  readonly currency: string
  readonly ways: string | undefined
  readonly computed: string | undefined
  readonly #subject: Subject
  readonly #reader: Reader
  readonly #again: Again

  constructor(kept: Kept, subject: Subject, reader: Reader) {
    const again = new Again(subject)
    this.#again = again
    const { name, title } = kept.extract?.facts ?? kept.called ?? nameless
    this.called = { name, title }
    this.readable = kept.extract !== undefined
    this.findings = kept.findings.map((each, index) => recalled(each, again, { among: 'findings', index }))
    this.suppressed = kept.suppressed.map(({ finding, reason }, index) => {
      return { finding: recalled(finding, again, { among: 'suppressed', index }), reason }
    })
    this.covered = kept.covered.map((each, index) => recalled(each, again, { among: 'covered', index }))
    this.currency = kept.currency
    this.ways = kept.ways
    this.computed = kept.computed
    this.#subject = subject
    this.#reader = reader
  }

  get text(): string {
    const { content } = this.#subject
    return content.kind === 'text' ? content.text : ''
  }

  get lines(): LineIndex {
    return this.#reader.read(this.text).lines
  }

  get syntax(): Syntax {
    return this.#reader.read(this.text).syntax()
  }

  get pilot(): Pilot {
    const read = this.#reader.read(this.text)
    // What the schema says of a text may tell how it is meant. Of one in which something cannot be read, or with too much to say, not
    // all of that is told.
    const told = [...this.findings, ...this.suppressed.map(({ finding }) => finding)]
    const isSaid = told.some(({ rule }) => rule === TOO_MANY || rule.startsWith('schema/'))
    return this.readable && !isSaid ? read.pilot() : read.meant()
  }

  get hidden(): Analysis['hidden'] {
    return this.#again.analysis.hidden
  }

  get notRun(): readonly NotRun[] {
    const { content, file, circumstances } = this.#subject
    return content.kind === 'text' ? rulebookOf(circumstances).notRun(file) : []
  }

  get today(): IsoDate {
    return this.#subject.circumstances.today
  }
}

const nameless: Identity = { name: undefined, title: undefined }

/** Which of the findings of an analysis one is. */
interface Which {
  readonly among: 'findings' | 'suppressed' | 'covered'
  readonly index: number
}

/** The analysis that was forgotten, made again for who asks about more than was kept of it. */
class Again {
  readonly #subject: Subject
  #analysis: Analysis | undefined

  constructor(subject: Subject) {
    this.#subject = subject
  }

  get analysis(): Analysis {
    this.#analysis ??= analysisOf(this.#subject)
    return this.#analysis
  }

  fix({ among, index }: Which, at: number): Fix | undefined {
    const found = this.analysis[among][index]
    const finding = found && 'finding' in found ? found.finding : found
    return finding?.fixes[at]
  }
}

function recalled(kept: KeptFinding, again: Again, which: Which): Finding {
  if (hasNoFix(kept)) return kept
  return { ...kept, fixes: kept.fixes.map((fix, at) => new RecalledFix(fix, { again, which, at })) }
}

interface Source {
  readonly again: Again
  readonly which: Which
  readonly at: number
}

/** One of tens of thousands: it holds what leads to its edits, and no function of its own that does. */
class RecalledFix implements Fix {
  readonly title: string
  readonly safe: boolean
  readonly suggestion: boolean | undefined
  readonly #edits: readonly PatchEdit[] | undefined
  readonly #again: Again
  readonly #which: Which
  readonly #at: number

  constructor({ title, safe, suggestion, edits }: KeptFix, { again, which, at }: Source) {
    this.title = title
    this.safe = safe
    this.suggestion = suggestion
    this.#edits = edits
    this.#again = again
    this.#which = which
    this.#at = at
  }

  get changes(): readonly Change[] {
    const edits = this.#edits?.map((edit) => ({ do: 'replace', ...edit }) as const)
    return edits ?? this.#again.fix(this.#which, this.#at)?.changes ?? []
  }
}

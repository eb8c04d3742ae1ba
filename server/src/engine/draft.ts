import { type Analysis, analyze, type Circumstances, type Input, judge } from './analyze.ts'
import { type Answers, EVERYTHING, type Lent, Listener, NO_ANSWERS } from './listener.ts'
import { moveBetween } from './moved.ts'
import { type PilotSections, SectionedPilot, sectionsOf } from './pilot/lower.generated.ts'
import { lowerPilot, wholeOf } from './pilot/lower.ts'
import { asMeant } from './schema/as-meant.ts'
import { checkEntries, type Said } from './schema/check.ts'
import { ownKeysIn } from './suppress.ts'
import { lineIndex } from './text/line-index.ts'
import { changedIn, type Divided, divide, type PlacedPart } from './yaml/blocks.ts'
import type { Entry, Mapping } from './yaml/node.ts'

/** What is kept of one text for the analysis of the next. Opaque; a value. */
export interface Memory {
  readonly divided: Divided
  readonly sections: PilotSections
  /** What the schema says of each entry. */
  readonly said: Said
  readonly answers: Answers
  /** What the rules were asked under. */
  readonly input: Input
  readonly circumstances: Circumstances
}

/** An analysis with what the next one can be made from. */
export interface Draft {
  readonly analysis: Analysis
  readonly memory: Memory | undefined
}

/**
 * The same as `analyze`, for a text that is being written: of the text before, what has not changed is not looked at again.
 * Each entry of the file is parsed, read and validated by itself, and a rule is asked again only when an entry at which it looked is
 * another. A text that cannot be divided is analysed as a whole.
 */
export function analyzeDraft(input: Input, circumstances: Circumstances, before?: Memory): Draft {
  const divided = divide(input.text, before?.divided)
  const root = divided?.syntax.root
  if (!divided || root?.kind !== 'mapping') return { analysis: analyze(input, circumstances), memory: before }

  const changed = changedKeys(divided, before?.divided)
  const slots = new Map(divided.parts.map((part) => [part.key, part]))
  const sections = sectionsOf((key) => slots.get(key), before?.sections)
  const pilot = new SectionedPilot(sections, wholeOf(divided.syntax), (_, section) => section.value)

  const isAsBefore =
    before && isSameRun(before, input, circumstances) && haveSameKeys(divided, before.divided)
  const known = new Map([...(before?.said ?? [])].filter(([key]) => !changed.has(key)))
  const { findings, said } = checkEntries(root, known, ownKeysIn(divided.syntax))
  const lines = lineIndex(input.text)
  const kept = { divided, sections, said, input, circumstances }
  const meant = asMeant(root, findings)
  if (meant !== root) {
    const { syntax } = divided
    const asked = { input, lines, syntax, pilot: lowerPilot({ text: input.text, root: meant }), findings }
    return { analysis: judge(asked, circumstances), memory: { ...kept, answers: NO_ANSWERS } }
  }
  const answers = isAsBefore ? before.answers : NO_ANSWERS
  const since = { answers, changed, move: moveBetween(before?.divided ?? divided, divided) }
  const listener = new Listener(since, (hear) => lent(divided, sections, hear))
  const understood = { input, lines, syntax: divided.syntax, pilot, findings }
  const analysis = judge(understood, circumstances, listener.ask)
  return {
    analysis,
    memory: { ...kept, answers: listener.answers },
  }
}

/** The keys whose entries are not as they were; with any of them, `EVERYTHING`. */
function changedKeys(divided: Divided, before: Divided | undefined): ReadonlySet<string> {
  const changed = changedIn(divided, before)
  const isSame = changed.length === 0 && before?.parts.length === divided.parts.length
  return new Set(isSame ? [] : [EVERYTHING, ...changed])
}

/** Rules look at which keys there are, and in which order, without anyone hearing. */
function haveSameKeys(a: Divided, b: Divided): boolean {
  return a.parts.length === b.parts.length && a.parts.every(({ key }, index) => key === b.parts[index]?.key)
}

function isSameRun(before: Memory, { name, history }: Input, circumstances: Circumstances): boolean {
  const { input } = before
  return input.name === name && input.history === history && before.circumstances === circumstances
}

function lent({ syntax, parts }: Divided, sections: PilotSections, hear: (key: string) => void): Lent {
  const whole = wholeOf(syntax)
  const entries = parts.slice(1).map((part) => new HeardEntry(part, hear))
  const node: Mapping = { kind: 'mapping', flow: false, entries, span: whole.span }
  const pilot = new SectionedPilot(sections, { ...whole, node }, (key, section) => {
    hear(key)
    return section.value
  })
  return { pilot, syntax }
}

/** An entry that tells when somebody looks at it. */
class HeardEntry implements Entry {
  readonly key: string
  readonly merged = false
  readonly #part: PlacedPart
  readonly #hear: (key: string) => void

  constructor(part: PlacedPart, hear: (key: string) => void) {
    this.key = part.key
    this.#part = part
    this.#hear = hear
  }

  get keySpan(): Entry['keySpan'] {
    this.#hear(this.key)
    return this.#part.keySpan
  }

  get value(): Entry['value'] {
    this.#hear(this.key)
    return this.#part.value
  }
}

import { analysisOf, type Kept, keep, recaller, type Subject } from '../engine/kept.ts'
import type { PortfolioFile } from '../engine/portfolio/check-portfolio.ts'
import { keysFor } from './cache/key.ts'
import { type Memory, memoryOf } from './cache/memory.ts'
import type { Io } from './io.ts'

/** What is kept of each of many files. */
export interface Keeping {
  /** Whether a report shows the edits of the fixes. */
  readonly edits: boolean
  /** Whether what was found before may be taken, and what is found is remembered. */
  readonly cache: boolean
}

/** A file by its path from the root. */
export interface NamedSubject extends Subject {
  readonly full: string
  readonly hasCustomRules: boolean
}

/** Analyzes files one by one and keeps of each what the reports need; what was found before in the same text is taken again. */
export async function analyzeMany(
  subjects: readonly NamedSubject[],
  keeping: Keeping,
  io: Io,
): Promise<readonly PortfolioFile[]> {
  const memory = keeping.cache && subjects.length >= WORTHWHILE ? await memoryFor(subjects, io) : undefined
  const recall = recaller()
  const keptOf = memory ? remembering(memory, keeping) : (subject: Subject) => made(subject, keeping)
  const files = subjects.map((subject) => {
    const kept = keptOf(subject)
    const { full, circumstances } = subject
    return { file: full, analysis: recall(kept, subject), circumstances, extract: kept.extract }
  })
  await memory?.save()
  return files
}

/** Fewer files are analyzed before a file with results is read. */
const WORTHWHILE = 20

function remembering(memory: Memory, keeping: Keeping): (subject: NamedSubject) => Kept {
  const keyOf = keysFor(memory.program, keeping)
  return (subject) => {
    const key = keyOf(subject)
    const known = key === undefined ? undefined : memory.take(key, lengthOf(subject))
    if (known) return known
    const kept = made(subject, keeping)
    if (key !== undefined) memory.put(key, kept)
    return kept
  }
}

async function memoryFor([first]: readonly NamedSubject[], io: Io): Promise<Memory> {
  const folder = (await io.files.rootOf(io.cwd)) ?? io.cwd
  return memoryOf({ folder, day: first?.circumstances.today ?? io.today }, io)
}

function lengthOf({ content }: Subject): number {
  return content.kind === 'text' ? content.text.length : 0
}

function made(subject: Subject, keeping: Keeping): Kept {
  return keep(analysisOf(subject), keeping)
}

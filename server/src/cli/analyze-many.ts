import { analysisOf, type Kept, keep, recaller, type Subject } from '../engine/kept.ts'
import type { PortfolioFile } from '../engine/portfolio/check-portfolio.ts'
import { type KeyOf, keysFor } from './cache/key.ts'
import { type Memory, memoryFrom, memoryIn } from './cache/memory.ts'
import type { Shelf } from './cache/shelf.ts'
import type { Io } from './io.ts'

/** What is kept of each of many files, and what is done with it. */
export interface Keeping {
  /** Whether a report shows the edits of the fixes. */
  readonly edits: boolean
  /** Whether what was found before may be taken, and what is found is remembered. */
  readonly cache: boolean
  /** What other runs have found. */
  readonly parts?: readonly Shelf[] | undefined
  /** Takes what there is to say of all files, for another run. */
  readonly hand?: ((lines: readonly Uint8Array[]) => void) | undefined
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
  const past = await pastOf(subjects, keeping, io)
  const recall = recaller()
  const files = subjects.map((subject) => {
    const kept = past ? remembered(subject, keeping, past) : made(subject, keeping)
    const { full, circumstances } = subject
    return { file: full, analysis: recall(kept, subject), circumstances, extract: kept.extract }
  })
  if (!past) return files
  const { keyOf, memory } = past
  keeping.hand?.(subjects.flatMap((subject) => memory.line(keyOf(subject) ?? '') ?? []))
  if (keeping.parts && memory.made() > 0)
    io.err(
      `pilots: ${memory.made()} of ${subjects.length} files are in no part as they are, and were checked here.\n`,
    )
  await memory.save()
  return files
}

/** Fewer files are analyzed before a file with results is read. */
const WORTHWHILE = 20

interface Past {
  readonly keyOf: KeyOf
  readonly memory: Memory
}

async function pastOf(
  subjects: readonly NamedSubject[],
  keeping: Keeping,
  io: Io,
): Promise<Past | undefined> {
  const { cache, parts = [], hand } = keeping
  const isCached = cache && subjects.length >= WORTHWHILE
  if (!isCached && parts.length === 0 && !hand) return undefined
  const program = await io.cache.program()
  const place = (await io.files.rootOf(io.cwd)) ?? io.cwd
  const day = subjects[0]?.circumstances.today ?? io.today
  return {
    keyOf: keysFor(program, keeping),
    memory: isCached ? await memoryIn({ place, day, program }, parts, io) : memoryFrom(parts),
  }
}

function remembered(subject: NamedSubject, keeping: Keeping, { keyOf, memory }: Past): Kept {
  const { content } = subject
  const key = keyOf(subject)
  if (key === undefined || content.kind !== 'text') return made(subject, keeping)
  const known = memory.take(key, content.text.length)
  if (known) return known
  const kept = made(subject, keeping)
  memory.put(key, kept)
  return kept
}

function made(subject: Subject, keeping: Keeping): Kept {
  return keep(analysisOf(subject), keeping)
}

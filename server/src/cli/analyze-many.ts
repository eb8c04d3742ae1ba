import type { Analysis } from '../engine/analyze.ts'
import { isSetAside } from '../engine/analyze-content.ts'
import type { Kept, Subject } from '../engine/kept.ts'
import { isKept } from '../engine/kept-shape.ts'
import type { PortfolioFile } from '../engine/portfolio/check-portfolio.ts'
import { recaller } from '../engine/recalled.ts'
import { sharing } from '../engine/sharing.ts'
import { type KeyOf, keysFor } from './cache/key.ts'
import { type Memory, memoryFrom, memoryIn } from './cache/memory.ts'
import type { Shelf } from './cache/shelf.ts'
import { analyzeTogether, crewFor, keptOf } from './crew.ts'
import { HeldText, Packer } from './held-text.ts'
import type { Io } from './io.ts'
import { progressOf } from './progress.ts'
import { plainFirst } from './watched.ts'

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
  /** Asked once for who takes each file, in their order, as soon as it is known. */
  readonly tell?: ((subjects: readonly Prepared[]) => Promise<Tell | undefined>) | undefined
}

/** What is kept where no edits are asked for; `--no-cache` remembers nothing. */
export function remembering({ cache = true }: { readonly cache?: boolean | undefined }): Keeping {
  return { edits: false, cache }
}

export type Tell = (subject: Prepared, file: PortfolioFile) => void

/** A file with all that it is checked with. */
export interface Prepared extends Subject {
  /** Its path, as it is shown. */
  readonly path: string
  /** The same from the root. */
  readonly full: string
  readonly hasCustomRules: boolean
}

/** Analyzes files and keeps of each what the reports need; what was found before in the same text is taken again. */
export async function analyzeMany(
  subjects: readonly Prepared[],
  keeping: Keeping,
  io: Io,
): Promise<readonly PortfolioFile[]> {
  const past = await pastOf(subjects, keeping, io)
  const recall = recaller()
  const tell = await keeping.tell?.(subjects)
  const known = new Map<Prepared, PortfolioFile>()
  let told = 0
  const know = (subject: Prepared, kept: Kept): void => {
    const { full, circumstances } = subject
    const { extract } = kept
    // Nobody is to look at a text again that was set aside.
    const analysis = recall(kept, isSetAside(kept) ? { ...subject, content: NOTHING } : subject)
    known.set(subject, { file: full, analysis, circumstances, extract })
    if (tell) told = tellOn(told, { subjects, known, tell })
  }
  const progress = progressOf(subjects.length, io)
  const put = (subject: Prepared, each: Kept, json?: string): void => {
    know(subject, each)
    progress.at(known.size)
    const key = past?.keyOf(subject)
    // What takes too long here may be done in time elsewhere.
    if (key !== undefined && !isSetAside(each)) past?.memory.put(key, json ?? JSON.stringify(each))
  }
  for (const subject of subjects) {
    const kept = past && knownOf(subject, past)
    if (kept) know(subject, kept)
  }
  const rest = subjects.filter((subject) => !known.has(subject))
  await makeTogether(rest, keeping, { io, put })
  const alone = rest.filter((subject) => !known.has(subject))
  const kept = (analysis: Analysis, subject: Prepared): readonly [Prepared, Kept] => [
    subject,
    keptOf(analysis, keeping, subject.circumstances),
  ]
  const made = plainFirst(alone, kept, io.within)
  for (const [subject, each] of made) put(subject, each)
  progress.end()
  if (past) await handOver(subjects, keeping, { ...past, io })
  return subjects.flatMap((subject) => known.get(subject) ?? [])
}

interface Telling {
  readonly subjects: readonly Prepared[]
  readonly known: ReadonlyMap<Prepared, PortfolioFile>
  readonly tell: Tell
}

/** Tells what is known in the order of the files, from one of them on; answers with the first that is not. */
function tellOn(from: number, { subjects, known, tell }: Telling): number {
  for (let at = from; ; at++) {
    const subject = subjects[at]
    const file = subject && known.get(subject)
    if (!file) return at
    tell(subject, file)
  }
}

interface Making {
  readonly io: Io
  put(subject: Prepared, kept: Kept, json: string): void
}

/** Does the bulk of the work in several threads, where there is enough of it: so much that it matters how it is held. */
async function makeTogether(
  rest: readonly Prepared[],
  { edits }: Keeping,
  { io: { threads, rules, within }, put }: Making,
): Promise<void> {
  const plain = rest.filter(({ content, hasCustomRules }) => content.kind === 'text' && !hasCustomRules)
  if (!threads || crewFor(plain.length, threads) === 0) return
  const [packer, share] = [new Packer(), sharing()]
  await analyzeTogether({ subjects: plain, edits }, { rules, within, threads }, (index, json) => {
    const subject = plain[index]
    const kept: unknown = JSON.parse(json)
    if (!subject || !isKept(kept, lengthOf(subject))) return
    put(subject, share(kept), json)
    packer.take(subject.content)
  })
}

const NOTHING = { kind: 'text', text: '' } as const

/** Fewer files are analyzed before a file with results is read, and are no burden. */
const WORTHWHILE = 20

interface Past {
  readonly keyOf: KeyOf
  readonly memory: Memory
}

async function pastOf(subjects: readonly Prepared[], keeping: Keeping, io: Io): Promise<Past | undefined> {
  const { cache, parts = [], hand } = keeping
  const isCached = cache && subjects.length >= WORTHWHILE
  if (!isCached && parts.length === 0 && !hand) return undefined
  const program = await io.cache.program()
  const place = (await io.files.rootOf(io.cwd)) ?? io.cwd
  const day = subjects[0]?.circumstances.today ?? io.today
  const keys = keysFor(program, keeping)
  const known = new Map(subjects.map((subject) => [subject, keys(subject)]))
  return {
    keyOf: (subject) => known.get(subject),
    memory: isCached
      ? await memoryIn({ place, day, program, holds: hand !== undefined }, parts, io)
      : memoryFrom(parts),
  }
}

function knownOf(subject: Prepared, { keyOf, memory }: Past): Kept | undefined {
  const key = keyOf(subject)
  return key === undefined ? undefined : memory.take(key, lengthOf(subject))
}

function lengthOf({ content }: Subject): number {
  if (content instanceof HeldText) return content.length
  return content.kind === 'text' ? content.text.length : 0
}

async function handOver(
  subjects: readonly Prepared[],
  { parts, hand }: Keeping,
  { keyOf, memory, io }: Past & { readonly io: Io },
): Promise<void> {
  hand?.(subjects.flatMap((subject) => memory.line(keyOf(subject) ?? '') ?? []))
  if (parts && memory.made() > 0)
    io.err(
      `pilots: ${memory.made()} of ${subjects.length} files are in no part as they are, and were checked here.\n`,
    )
  await memory.save()
}

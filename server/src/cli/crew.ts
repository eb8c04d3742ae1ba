import { setImmediate } from 'node:timers/promises'
import type { Analysis, Circumstances } from '../engine/analyze.ts'
import { type Job, jobOf, type Kept, keep, type Subject, subjectOf } from '../engine/kept.ts'
import type { Thread, Within } from '../engine/ports.ts'
import type { Rule } from '../engine/rules/rule.ts'
import { computedText } from './computed.ts'
import { watched } from './watched.ts'

/** What a thread is asked. */
export interface Errand {
  readonly jobs: readonly Job[]
  readonly edits: boolean
}

/** The files of all errands. */
interface Work extends Pick<Errand, 'edits'> {
  readonly subjects: readonly Subject[]
}

/** The threads that may be started beside this one. */
export interface Threads {
  /** How many there are cores for. */
  readonly most: number
  /** Files that are analyzed in the time that one takes to start and to become fast. */
  readonly worth: number
  open(): Thread
}

/** What an errand is done with. */
export interface Means {
  readonly rules: readonly Rule[]
  /** Ends what takes too long; without it nothing is ended. */
  readonly within?: Within | undefined
}

/** How many threads are worth their start for so many files. */
export function crewFor(files: number, threads: Threads | undefined): number {
  return threads ? Math.min(threads.most, Math.floor(files / (2 * threads.worth))) : 0
}

/** Files of one errand: enough that messages cost little, few enough that all threads end at the same time. */
const TOGETHER = 16

/**
 * Analyzes files in this thread and in others at once, and hands over what is kept of each as JSON, in any order. What a
 * thread does not answer is analyzed here, and none is left when it is done.
 */
export async function analyzeTogether(
  { subjects, edits }: Work,
  { threads, ...means }: Means & { readonly threads: Threads },
  take: (index: number, json: string) => void,
): Promise<void> {
  const waiting = Array.from(
    { length: Math.ceil(subjects.length / TOGETHER) },
    (_, index) => index * TOGETHER,
  )
  const lost: number[] = []
  const errandAt = (at: number): Errand => ({ jobs: subjects.slice(at, at + TOGETHER).map(jobOf), edits })
  const deliver = (at: number, texts: readonly string[]): void => {
    for (const [index, json] of texts.entries()) take(at + index, json)
  }
  const here = (at: number): void => deliver(at, run(errandAt(at), means))
  const beside = async (thread: Thread): Promise<void> => {
    for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
      const errand = errandAt(at)
      const answer = await thread.ask(errand).catch(() => undefined)
      if (isAnswer(answer, errand)) deliver(at, answer)
      else {
        lost.push(at)
        return
      }
    }
  }
  const crew = opened(crewFor(subjects.length, threads), threads)
  try {
    // The next errand lies there when the one before is done, also while this thread does its own.
    const others = [...crew, ...crew].map(beside)
    for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
      here(at)
      // Lets the answers of the others in.
      await setImmediate()
    }
    await Promise.all(others)
    for (const at of lost) here(at)
  } finally {
    await Promise.all(crew.map((thread) => thread.end()))
  }
}

/** What a thread answers: of each file what is kept, as JSON. */
export function answerTo(question: unknown, means: Means): readonly string[] {
  if (!isErrand(question)) return []
  return run(question, means)
}

function run({ jobs, edits }: Errand, { rules, within }: Means): readonly string[] {
  const subjects = jobs.map((job) => subjectOf(job, rules))
  const kept = (analysis: Analysis, { circumstances }: Subject): string =>
    JSON.stringify(keptOf(analysis, { edits }, circumstances))
  return [...watched(subjects, kept, within)]
}

/** Most formats that show edits name a finding by the keys that lead to it, too, or show what is computed of the pilot. */
export function keptOf(
  analysis: Analysis,
  { edits }: Pick<Errand, 'edits'>,
  { settings }: Pick<Circumstances, 'settings'>,
): Kept {
  if (!edits) return keep(analysis, { edits })
  const computed = analysis.readable ? computedText(analysis, settings.currency) : undefined
  return keep(analysis, { edits, ways: 'places', computed })
}

/** A system that gives no thread is one with fewer cores. */
function opened(count: number, { open }: Threads): readonly Thread[] {
  const crew: Thread[] = []
  try {
    while (crew.length < count) crew.push(open())
  } catch {
    return crew
  }
  return crew
}

/** Between the threads of one program nothing else is said. */
function isErrand(value: unknown): value is Errand {
  return typeof value === 'object' && value !== null && 'jobs' in value && 'edits' in value
}

function isAnswer(value: unknown, { jobs }: Errand): value is readonly string[] {
  return (
    Array.isArray(value) && value.length === jobs.length && value.every((each) => typeof each === 'string')
  )
}

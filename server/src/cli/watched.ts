import type { Analysis } from '../engine/analyze.ts'
import { setAside } from '../engine/analyze-content.ts'
import { analysisOf, type Subject } from '../engine/kept.ts'
import type { Within } from '../engine/ports.ts'
import { isPlain } from '../engine/yaml/parse.ts'

/** Files under one watch, each of which costs a thread, and up to a millisecond. */
const TOGETHER = 50

/** Analyzes files one after another, and takes from each what is wanted. */
export function watched<Each extends Subject, Taken>(
  subjects: readonly Each[],
  take: Take<Each, Taken>,
  within?: Within,
): Generator<Taken> {
  const judged = (each: Each): Taken => take(analysisOf(each), each)
  return inTurn(subjects, { work: judged, slow: (each) => take(tooSlow(each), each) }, within)
}

/**
 * The same in another order: the texts that are not plain come last. With what they are judged by, V8 sees objects of other shapes, for
 * which it would throw away what it has compiled for the many.
 */
export function* plainFirst<Each extends Subject, Taken>(
  subjects: readonly Each[],
  take: Take<Each, Taken>,
  within?: Within,
): Generator<Taken> {
  const others = new Set<Each>()
  const judged = (each: Each): readonly Taken[] => {
    const { content } = each
    if (content.kind === 'text' && isPlain(content.text)) return [take(analysisOf(each), each)]
    others.add(each)
    return []
  }
  const slow = (each: Each): readonly Taken[] => [take(tooSlow(each), each)]
  for (const some of inTurn(subjects, { work: judged, slow }, within)) yield* some
  yield* watched([...others], take, within)
}

type Take<Each, Taken> = (analysis: Analysis, subject: Each) => Taken

interface Doing<Each, Taken> {
  work(each: Each): Taken
  /** For one that takes too long. */
  slow(each: Each): Taken
}

/**
 * Several are under one watch. When its time is over in the middle of a file, the next watch begins with that file; a file that
 * takes all the time of a watch by itself is set aside.
 */
function* inTurn<Each, Taken>(
  subjects: readonly Each[],
  { work, slow }: Doing<Each, Taken>,
  within: Within = (run) => ({ value: run() }),
): Generator<Taken> {
  for (let from = 0; from < subjects.length; ) {
    const [first, ...others] = subjects.slice(from, from + TOGETHER)
    if (!first) return
    const done: Taken[] = []
    const inTime = within(() => {
      // What was begun anew goes on where it was.
      for (const each of [first, ...others].slice(done.length)) done.push(work(each))
    })
    if (!inTime && done.length === 0) done.push(slow(first))
    yield* done
    from += done.length
  }
}

/** The text stays what it is: `pilots fix` prints it. */
function tooSlow({ content, circumstances }: Subject): Analysis {
  const text = content.kind === 'text' ? content.text : ''
  return { ...setAside('slow', circumstances), text }
}

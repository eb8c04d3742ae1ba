import type { Analysis } from '../engine/analyze.ts'
import { setAside } from '../engine/analyze-content.ts'
import { analysisOf, type Subject } from '../engine/kept.ts'
import type { Within } from '../engine/ports.ts'

/** Files under one watch, each of which costs a thread, and up to a millisecond. */
const TOGETHER = 50

/**
 * Analyzes files one after another, and takes from each what is wanted. Several are under one watch. When its time is over in the
 * middle of a file, the next watch begins with that file; a file that takes all the time of a watch by itself is set aside.
 */
export function* watched<Each extends Subject, Taken>(
  subjects: readonly Each[],
  take: (analysis: Analysis, subject: Each) => Taken,
  within: Within = (run) => ({ value: run() }),
): Generator<Taken> {
  for (let from = 0; from < subjects.length; ) {
    const [first, ...others] = subjects.slice(from, from + TOGETHER)
    if (!first) return
    const done: Taken[] = []
    const inTime = within(() => {
      // What was begun anew goes on where it was.
      for (const each of [first, ...others].slice(done.length)) done.push(take(analysisOf(each), each))
    })
    if (!inTime && done.length === 0) done.push(take(tooSlow(first), first))
    yield* done
    from += done.length
  }
}

/** The text stays what it is: `pilots fix` prints it. */
function tooSlow({ content, circumstances }: Subject): Analysis {
  const text = content.kind === 'text' ? content.text : ''
  return { ...setAside('slow', circumstances), text }
}

import type { Analysis, Circumstances, Input } from '../engine/analyze.ts'
import { analysisOf, type Job, type Kept, keep, subjectOf } from '../engine/kept.ts'
import { rules } from '../engine/rules/all.generated.ts'
import { type Sketch, sketchOf } from './sketch.ts'

/** A file on disk that any thread can judge. */
export interface Errand extends Job {
  readonly uri: string
}

/** What is kept of a file that was judged, with what the lists show of it. */
export interface KeptFile {
  readonly kept: Kept
  readonly sketch: Sketch
}

/** An errand, and who takes what comes of it. */
export interface Handed {
  readonly errand: Errand
  readonly take: (file: KeptFile) => void
}

/** Judges files, each by itself. */
export function judgeAll(errands: readonly Errand[]): readonly KeptFile[] {
  return errands.map((errand) => {
    const analysis = analysisOf(subjectOf(errand, rules))
    return keepFile(errand.uri, analysis, errand.file, errand.circumstances)
  })
}

/** What is kept of a file that was judged with a history and under circumstances. */
export function keepFile(
  uri: string,
  analysis: Analysis,
  { history }: Pick<Input, 'history'>,
  { isCompared }: Pick<Circumstances, 'isCompared'>,
): KeptFile {
  return {
    kept: keep(analysis, { edits: false, ways: isCompared ? 'names' : undefined }),
    sketch: sketchOf(uri, analysis, history),
  }
}

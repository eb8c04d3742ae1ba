import type { Analysis, Circumstances } from '../engine/analyze.ts'
import { analysisOf, type Kept, keep, type Subject } from '../engine/kept.ts'
import { rules } from '../engine/rules/all.generated.ts'
import { type Sketch, sketchOf } from './sketch.ts'

/** A file on disk that any thread can judge: with none but the rules that the program has by itself. */
export interface Errand extends Pick<Subject, 'content' | 'file'> {
  readonly uri: string
  readonly circumstances: Omit<Circumstances, 'rules'>
}

/** What is held of a file that was judged. */
export interface Judgement {
  readonly kept: Kept
  readonly sketch: Sketch
}

/** An errand, and who takes what comes of it. */
export interface Handed {
  readonly errand: Errand
  readonly take: (judgement: Judgement) => void
}

/** Judges files, each by itself. */
export function judgeAll(errands: readonly Errand[]): readonly Judgement[] {
  return errands.map(({ uri, content, file, circumstances }) => {
    return judgementOf(uri, analysisOf({ content, file, circumstances: { ...circumstances, rules } }))
  })
}

export function judgementOf(uri: string, analysis: Analysis): Judgement {
  return { kept: keep(analysis, { edits: false }), sketch: sketchOf(uri, analysis) }
}

import type { Change } from '../finding.ts'
import { isAbsent } from '../pilot/located.ts'
import { fillAbsent, insertAt } from '../templates/changes.ts'
import { problemWith } from './answers.ts'
import { type Outcome, refuse, type Situation, type StopStep } from './step.ts'

/** Ends a pilot on purpose: its outcome with the reason and what was learned, and its stage. What is written of it stays. */
export function stop({ pilot, stage, today }: Situation, step: StopStep): Outcome {
  if (stage === 'stopped') return refuse('The pilot is stopped already.')
  const lessons = step.learned.map((lesson) => lesson.trim()).filter((lesson) => lesson !== '')
  const problem = problemWith(
    [
      [['outcome', 'because'], step.because],
      [['outcome', 'by'], step.by],
    ],
    { path: ['outcome', 'date'], date: step.date, today },
  )
  if (problem !== undefined) return refuse(problem)
  if (lessons.length === 0) return refuse('Write down what was learned: the next pilot begins with it.')
  const { outcome } = pilot
  if (outcome?.decision?.value === 'scale') {
    const when = outcome.date ? ` of ${outcome.date.value}` : ''
    return refuse(`The outcome${when} says that the pilot is scaled. Remove that decision first.`)
  }
  const fields = {
    decision: 'stop',
    date: step.date,
    by: step.by.trim(),
    because: step.because.trim(),
    learned: lessons,
  }
  const ended: readonly Change[] =
    outcome && !isAbsent(pilot, 'outcome')
      ? fillAbsent(outcome, fields)
      : [insertAt(pilot, ['outcome'], fields)]
  const stopped: Change = insertAt(pilot, ['stage'], 'stopped')
  return { kind: 'plan', changes: [stopped, ...ended], under: [['stage'], ['outcome']] }
}

import type { Answers } from './answers.ts'
import type { Ports } from './ports.ts'
import type { Session } from './session.ts'

export type AnswersLater = () => Promise<Answers>

/** The answers to what a person asks, loaded at the first question: nothing of them is needed for findings. */
export function answersLater({ answers: load, clock }: Ports, session: Session): AnswersLater {
  let answers: Promise<Answers> | undefined
  return () => {
    answers ??= load().then((loaded) => new loaded.Answers(session, clock))
    return answers
  }
}

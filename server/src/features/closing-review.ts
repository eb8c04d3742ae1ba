import type { Analysis } from '../engine/analyze.ts'
import { type ClosingQuestion, closingOf, isOpen } from '../engine/pilot/closing.ts'
import type { Markup } from './markup.ts'

/** The closing review of a pilot as a page: each of the three questions with what the file answers and what it leaves open. */
export function closingReview({ pilot, today }: Analysis, name: string, markup: Markup): string {
  const questions = closingOf(pilot, today)
  const open = questions.filter(isOpen).length
  const end =
    open === 0
      ? 'All three questions are answered.'
      : `${open} of 3 questions ${open === 1 ? 'is' : 'are'} open.`
  const title = pilot.title?.value ?? name
  return [`# ${markup.text(title)}`, end, ...questions.map((each) => part(each, markup))].join('\n\n')
}

function part(question: ClosingQuestion, markup: Markup): string {
  const state = isOpen(question) ? 'Open' : 'Answered'
  const answers = question.answers.map((answer) => `- ${markup.text(answer)}`)
  const open = question.open.map((each) => `- ${markup.strong('Open:')} ${markup.text(each)}`)
  return [`## ${state}: ${markup.text(question.question)}`, [...answers, ...open].join('\n')].join('\n\n')
}

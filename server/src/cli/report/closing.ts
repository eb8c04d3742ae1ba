import { type ClosingQuestion, isOpen } from '../../engine/pilot/closing.ts'
import { visible } from '../../engine/text/visible.ts'
import { type Style, wrap } from './style.ts'

/** The closing review of one pilot: each question with what the file answers and what it leaves open. */
export function closingReview(title: string, questions: readonly ClosingQuestion[], style: Style): string {
  const open = questions.filter(isOpen).length
  const parts = questions.map((question) => questionReport(question, style))
  const end =
    open === 0
      ? style.paint('good', 'All three questions are answered.')
      : style.paint('error', `${open} of 3 questions ${open === 1 ? 'is' : 'are'} open.`)
  return `${style.paint('strong', visible(title))}\n\n${parts.join('\n')}\n${end}\n`
}

function questionReport(question: ClosingQuestion, style: Style): string {
  const state = isOpen(question) ? style.paint('error', 'open    ') : style.paint('good', 'answered')
  const lines = [...question.answers, ...question.open].flatMap((text) => indented(visible(text), style))
  return `${state}  ${question.question}\n${lines.join('\n')}\n`
}

function indented(text: string, { columns }: Style): readonly string[] {
  const lines = wrap(text, columns && columns - INDENT.length - 2)
  return lines.map((line, index) => `${INDENT}${index === 0 ? '- ' : '  '}${line}`)
}

const INDENT = ' '.repeat(10)

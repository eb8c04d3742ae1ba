import { choice, hole, sample, type TemplateBlock } from '../yaml/template.ts'

/** The business case in one sentence and as an amount. */
export function valueTemplate(): TemplateBlock {
  return {
    statement: hole('one sentence that says what falls or rises, from which number to which'),
    amount: sample(10000),
    per: choice('month', 'quarter', 'year', 'once'),
  }
}

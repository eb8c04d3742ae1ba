import type { SyntaxProblem } from './node.ts'

/** Why a text is not checked that was read: its check took too long, it failed, or it ended the program before. */
export type Trouble = 'slow' | 'failed' | 'ended'

const troubles: Readonly<Record<Trouble, string>> = {
  slow: 'the check of this text takes too long',
  failed: 'the check of this text fails',
  ended: 'the server has ended twice with this text',
}

/** What is said of such a text, instead of all else. */
export function setAsideProblem(trouble: Trouble): SyntaxProblem {
  const message = `Not checked: ${troubles[trouble]}. Change it to have it checked again, and report this as a fault of the checker.`
  return { rule: 'set-aside', message, span: { start: 0, end: 0 }, fatal: true }
}

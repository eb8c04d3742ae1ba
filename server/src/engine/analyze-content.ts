import { type Analysis, analyze, type Circumstances, type Input } from './analyze.ts'
import type { Finding } from './finding.ts'
import type { ReadResult } from './ports.ts'

/** What stands in a file; where it cannot be read, why. */
export type Content = Exclude<ReadResult, { kind: 'missing' }>

/** Analyses what was read from a file. One that is too large or no text has the one finding that says so. */
export function analyzeContent(
  content: Content,
  file: Omit<Input, 'text'>,
  circumstances: Circumstances,
): Analysis {
  if (content.kind === 'text') return analyze({ ...file, text: content.text }, circumstances)
  return { ...analyze({ ...file, text: '' }, circumstances), findings: [unread[content.kind]], notRun: [] }
}

/** Why a text is not checked that was read: its check took too long, it failed, or it ended the program before. */
export type Trouble = 'slow' | 'failed' | 'ended'

/** What is said of such a text, instead of all else. */
export function setAside(trouble: Trouble, circumstances: Circumstances): Analysis {
  const message = `Not checked: ${troubles[trouble]}. Change it to have it checked again, and report this as a fault of the checker.`
  const finding = { rule: 'yaml/set-aside', severity: 'error', message, ...nowhere } as const
  return { ...analyze({ text: '' }, { ...circumstances, rules: [] }), findings: [finding], notRun: [] }
}

const troubles: Readonly<Record<Trouble, string>> = {
  slow: 'the check of this text takes too long',
  failed: 'the check of this text fails',
  ended: 'the server has ended twice with this text',
}

const nowhere = { span: { start: 0, end: 0 }, related: [], fixes: [] }

const unread: Readonly<Record<'too-large' | 'not-utf-8', Finding>> = {
  'too-large': {
    rule: 'yaml/too-large',
    severity: 'error',
    message: 'Not checked: the file is larger than 2 MB. Split it, or remove what is not part of the pilot.',
    ...nowhere,
  },
  'not-utf-8': {
    rule: 'yaml/unreadable',
    severity: 'error',
    message: 'Not checked: the file is not UTF-8 text. Save it with the encoding UTF-8.',
    ...nowhere,
  },
}

import { type Analysis, analyze, type Circumstances, type Input } from './analyze.ts'
import { type Finding, parserFinding } from './finding.ts'
import type { ReadResult } from './ports.ts'
import { setAsideProblem, type Trouble } from './yaml/set-aside.ts'

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

/** The analysis of a text that is not looked at any more, which says so and nothing else. */
export function setAside(trouble: Trouble, circumstances: Circumstances): Analysis {
  const finding = parserFinding(setAsideProblem(trouble))
  return { ...analyze({ text: '' }, { ...circumstances, rules: [] }), findings: [finding], notRun: [] }
}

/** Why a pilot is missing where others are shown, whatever it is that its findings say. */
export const NO_PILOT = 'it cannot be read as a pilot'

/** Whether that is what is known of a file. */
export function isSetAside({ findings }: { readonly findings: readonly Pick<Finding, 'rule'>[] }): boolean {
  return findings.some(({ rule }) => rule === 'yaml/set-aside')
}

const nowhere = { start: 0, end: 0 }

const unread: Readonly<Record<'too-large' | 'not-utf-8', Finding>> = {
  'too-large': parserFinding({
    rule: 'too-large',
    message: 'Not checked: the file is larger than 2 MB. Split it, or remove what is not part of the pilot.',
    span: nowhere,
  }),
  'not-utf-8': parserFinding({
    rule: 'unreadable',
    message: 'Not checked: the file is not UTF-8 text. Save it with the encoding UTF-8.',
    span: nowhere,
  }),
}

import { CompletionItemKind } from 'vscode-languageserver-types'
import type { Analysis } from '../engine/analyze.ts'
import { addDays } from '../engine/pilot/dates.ts'
import { portfolioRules, rules } from '../engine/rules/all.generated.ts'
import type { Span } from '../engine/text/span.ts'
import { holdsNothing, lineEndAt } from '../engine/yaml/layout.ts'
import type { Suggestion, Writing } from './suggestion.ts'

/** What a comment that silences a rule is made of, and nothing in any other comment. */
export function suppressionSuggestions(
  writing: Writing,
  analysis: Analysis,
  customRules: readonly string[],
): readonly Suggestion[] {
  const { text, offset, context, isAsked } = writing
  const before = text.slice(context.typed.start, offset)
  const [, begun] = /^#\s*([\w-]*)$/.exec(before) ?? []
  if (begun !== undefined) return begun === '' && !isAsked ? [] : keywords(writing, begun)
  const [, scope, said = ''] = /^#\s*pilots-ignore-(next-line|file)\s+(.*)$/s.exec(before) ?? []
  if (scope === undefined || said.includes('--')) return []
  if (/^\S*$/.test(said)) return ruleNames(writing, analysis, { scope, customRules })
  return untilWhen(writing, said, analysis.today)
}

const words = ['pilots-ignore-next-line', 'pilots-ignore-file'] as const

function keywords(writing: Writing, begun: string): readonly Suggestion[] {
  const { text, context } = writing
  const isFirst = holdsNothing(text.slice(0, context.typed.start))
  const help = {
    'pilots-ignore-next-line': 'Silences a rule on the next line.',
    'pilots-ignore-file': 'Silences a rule in this file.',
  }
  return words
    .filter((word) => word.startsWith(begun) && (isFirst || word !== 'pilots-ignore-file'))
    .map((word) => ({
      label: word,
      kind: CompletionItemKind.Keyword,
      help: help[word],
      span: wordAround(writing),
      again: true,
      write: () => `${word} `,
    }))
}

/** The rules that report something there, then those that do so elsewhere in the file, then all others. */
function ruleNames(
  writing: Writing,
  { findings, lines }: Analysis,
  { scope, customRules }: { readonly scope: string; readonly customRules: readonly string[] },
): readonly Suggestion[] {
  const span = wordAround(writing)
  const own = lines.positionAt(writing.offset).line
  const next = findings.filter(
    ({ span: at }) => scope === 'next-line' && lines.positionAt(at.start).line === own + 1,
  )
  const here = new Set(next.map(({ rule }) => rule))
  const inFile = new Set(findings.map(({ rule }) => rule))
  const isOpen = !/--/.test(writing.text.slice(span.end, lineEndAt(writing.text, span.end)))
  const all = [...rules, ...portfolioRules].map(({ id }) => id)
  // What cannot be read is not a matter of opinion.
  const known = [...here, ...inFile, ...all, ...customRules].filter(
    (id) => !/^(?:yaml|suppression)\//.test(id),
  )
  return [...new Set(known)].map((id) => ({
    label: id,
    kind: CompletionItemKind.Constant,
    note: noteOf(here.has(id), inFile.has(id)),
    about: { is: 'rule', id },
    span,
    write: ({ snippet }) => (isOpen ? `${id} -- ${snippet ? '${1:why}' : ''}` : id),
  }))
}

function noteOf(isHere: boolean, isInFile: boolean): string | undefined {
  if (isHere) return 'on the next line'
  return isInFile ? 'in this file' : undefined
}

/** Behind the name of a rule: until when it is silenced. */
function untilWhen(writing: Writing, said: string, today: string): readonly Suggestion[] {
  const span = wordAround(writing)
  const [, begun = ''] = /^\S+\s+(\S*)$/.exec(said) ?? []
  if (begun !== '' && 'until'.startsWith(begun))
    return [
      {
        label: 'until',
        kind: CompletionItemKind.Keyword,
        help: 'The last day on which it holds.',
        span,
        again: true,
        write: () => 'until ',
      },
    ]
  if (!/^\S+\s+until\s+\S*$/.test(said)) return []
  return [30, 90].map((days) => ({
    label: addDays(today, days),
    kind: CompletionItemKind.Value,
    note: `in ${days} days`,
    span,
    write: () => addDays(today, days),
  }))
}

/** The word at the cursor. */
function wordAround({ text, offset }: Writing): Span {
  let [start, end] = [offset, offset]
  while (/[\w/-]/.test(text.charAt(start - 1))) start--
  while (/[\w/-]/.test(text.charAt(end))) end++
  return { start, end }
}

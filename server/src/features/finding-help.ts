import type { Finding } from '../engine/finding.ts'
import { notices } from '../engine/notices.ts'
import { documentOf } from '../engine/rules/documents.ts'
import { pageOf } from '../engine/rules/page.ts'
import type { Docs, Source } from '../engine/rules/rule.ts'
import type { Markup } from './markup.ts'
import { ruleNamed } from './rule-help.ts'

/**
 * Explains the only finding of a place: why it matters, what to do, how it looks when it is right, and who says so. Its
 * message is left out, since editors show that themselves right above.
 */
export function findingHelp({ rule }: Finding, markup: Markup): string {
  const docs = ruleNamed(rule)?.docs
  const parts = docs
    ? [...advice(docs, markup), ...example(docs, markup), ...sources(docs, markup)]
    : remedyOf(rule, markup)
  return [...parts, markup.link(rule, pageOf(rule))].join('\n\n')
}

/** The same as one of several: under its message, and in short. */
export function shortFindingHelp({ rule, message }: Finding, markup: Markup): string {
  const docs = ruleNamed(rule)?.docs
  const parts = docs ? advice(docs, markup) : remedyOf(rule, markup)
  return [markup.strong(message), ...parts, markup.link(rule, pageOf(rule))].join('\n\n')
}

function advice({ why, remedy }: Docs, markup: Markup): readonly string[] {
  return [
    `${markup.strong('Why')} ${markup.text(why)}`,
    `${markup.strong('What to do')} ${markup.text(remedy)}`,
  ]
}

/** The parser and the schema say no more than what to do. */
function remedyOf(rule: string, markup: Markup): readonly string[] {
  const remedy = notices.find(({ id }) => id === rule)?.remedy
  return remedy === undefined ? [] : [`${markup.strong('What to do')} ${markup.text(remedy)}`]
}

function example({ good }: Docs, markup: Markup): readonly string[] {
  const [first] = good
  return first
    ? [`${markup.strong('For example')} ${markup.text(first.title)}`, markup.lines(first.yaml)]
    : []
}

function sources({ sources: all }: Docs, markup: Markup): readonly string[] {
  if (all.length === 0) return []
  return [[markup.strong('Sources'), ...all.map((source) => sourceLine(source, markup))].join('\n')]
}

function sourceLine({ claim, says }: Source, markup: Markup): string {
  const document = documentOf(claim)
  const title = document ? `${markup.emphasis(document.title)}, ${markup.text(document.author)}: ` : ''
  return `- ${title}${markup.text(`${says} (${claim})`)}`
}

import type { Finding } from '../engine/finding.ts'
import { rules } from '../engine/rules/all.generated.ts'
import { documentOf } from '../engine/rules/documents.ts'
import { pageOf } from '../engine/rules/page.ts'
import type { Docs, Source } from '../engine/rules/rule.ts'
import type { Markup } from './markup.ts'

/** Explains a finding: what is wrong, why it matters, what to do, how it looks when it is right, and who says so. */
export function findingHelp({ rule, severity, message }: Finding, markup: Markup): string {
  const docs = rules.find(({ id }) => id === rule)?.docs
  const headline = `${markup.strong(severities[severity])} ${markup.text(message)}`
  const page = markup.link(rule, pageOf(rule))
  return [headline, ...(docs ? explanation(docs, markup) : []), page].join('\n\n')
}

const severities = { error: 'Error', warning: 'Warning', info: 'Note' } as const

function explanation({ why, remedy, good, sources }: Docs, markup: Markup): readonly string[] {
  const [first] = good
  return [
    `${markup.strong('Why')} ${markup.text(why)}`,
    `${markup.strong('What to do')} ${markup.text(remedy)}`,
    ...(first
      ? [`${markup.strong('For example')} ${markup.text(first.title)}`, markup.lines(first.yaml)]
      : []),
    ...(sources.length > 0
      ? [[markup.strong('Sources'), ...sources.map((source) => sourceLine(source, markup))].join('\n')]
      : []),
  ]
}

function sourceLine({ claim, says }: Source, markup: Markup): string {
  const document = documentOf(claim)
  const title = document ? `${markup.emphasis(document.title)}, ${markup.text(document.author)}: ` : ''
  return `- ${title}${markup.text(`${says} (${claim})`)}`
}

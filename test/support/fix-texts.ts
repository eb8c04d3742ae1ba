import type { Finding, Fix, Related } from '../../server/src/engine/finding.ts'
import { editsOf } from '../../server/src/engine/fix.ts'
import type { ExampleFile } from '../../server/src/engine/rules/example-files.ts'
import { type AnyRule, findingsOnExample } from './check.ts'

/** The notes and the fixes of the bad examples of all rules, each kind of them once for each rule. */
export function fixTexts(rules: readonly AnyRule[]): string {
  return rules
    .map((rule) => [rule.id, ...firstOfKind(rule.docs.bad.flatMap((example) => textsOf(rule, example)))])
    .filter(({ length }) => length > 1)
    .map((texts) => `${texts.join('\n')}\n`)
    .join('\n')
}

function textsOf(rule: AnyRule, example: AnyRule['docs']['bad'][number]): readonly string[] {
  const found = findingsOnExample(rule, example)
  const files = [...found.keys()]
  return Array.from(found).flatMap(([file, findings]) =>
    findings.filter(({ rule: id }) => id === rule.id).flatMap((each) => written(each, file, files)),
  )
}

/** Of one kind are those that differ in names and numbers only. */
function firstOfKind(texts: readonly string[]): readonly string[] {
  const kinds = new Map<string, string>()
  for (const text of texts) {
    const kind = text.split('\n')[0]?.replace(/"[^"]*"|\d[\d.,-]*/g, '') ?? ''
    if (!kinds.has(kind)) kinds.set(kind, text)
  }
  return [...kinds.values()]
}

function written(
  { related, fixes }: Finding,
  file: ExampleFile,
  files: readonly ExampleFile[],
): readonly string[] {
  const notes = related.map((each) => {
    return noteOf(each, each.file === undefined ? file : files.find(({ name }) => name === each.file))
  })
  return [...notes, ...fixes.map((fix) => fixOf(fix, file))]
}

function noteOf({ message, span }: Related, file: ExampleFile | undefined): string {
  return `  Note at ${file?.text.slice(span.start, span.end)}: ${message}`
}

function fixOf(fix: Fix, { text }: ExampleFile): string {
  const title = `  ${fix.title}${fix.safe ? ', safe' : ''}${fix.suggestion ? ', a suggestion' : ''}`
  const lines = editsOf(text, fix).flatMap(({ span, text: inserted }) => {
    const removed = text.slice(span.start, span.end)
    return [...(removed ? [`- ${removed}`] : []), ...(inserted ? [`+ ${inserted}`] : [])]
      .join('\n')
      .split('\n')
  })
  return [title, ...lines.map((line) => `    ${line}`.trimEnd())].join('\n')
}

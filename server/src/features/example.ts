import { exampleTemplate } from '../engine/templates/skeleton.ts'
import { renderEntry } from '../engine/yaml/template.ts'

/** A key with an example of the schema as lines of YAML. */
export function example(key: string, value: unknown): string | undefined {
  const template = exampleTemplate(value)
  if (template === undefined) return undefined
  return renderEntry(key, template, { snippet: false, indent: '', step: '  ', eol: '\n' })
}

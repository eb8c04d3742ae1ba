import { renderEntry, type Template } from '../engine/yaml/template.ts'

/** A key with an example of the schema as lines of YAML. */
export function example(key: string, value: unknown): string | undefined {
  const template = templateOf(value)
  if (template === undefined) return undefined
  return renderEntry(key, template, { snippet: false, indent: '', step: '  ', eol: '\n' })
}

function templateOf(value: unknown): Template | undefined {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (Array.isArray(value)) return value.map(templateOf).filter((item) => item !== undefined)
  if (typeof value !== 'object' || value === null) return undefined
  const entries = Object.entries(value).map(([key, inner]) => [key, templateOf(inner)] as const)
  return Object.fromEntries(entries.flatMap(([key, inner]) => (inner === undefined ? [] : [[key, inner]])))
}

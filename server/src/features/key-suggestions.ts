import { CompletionItemKind } from 'vscode-languageserver-types'
import type { Property } from '../engine/schema/vocabulary.ts'
import { leafOf, skeletonOf } from '../engine/templates/skeleton.ts'
import { type Rendering, renderEntry, renderFlowEntry, type Template } from '../engine/yaml/template.ts'
import { behindColon } from './behind-colon.ts'
import { asBegun } from './quotes.ts'
import type { Grammar, Suggestion, Writing } from './suggestion.ts'

/** The keys of a block that are not there yet: those that it needs first, then in the order of the schema. */
export function keySuggestions(writing: Writing, block: string): readonly Suggestion[] {
  const { context, grammar } = writing
  const isBelow = context.where === 'colon'
  if (isBelow && !writing.isAsked) return []
  const absent = grammar.words.keysOf(block).filter((key) => !context.keys.includes(key))
  const found = absent.flatMap((key) => grammar.words.propertyOf(block, key) ?? [])
  const sorted = [...found.filter(({ required }) => required), ...found.filter(({ required }) => !required)]
  return sorted.map((property) => keySuggestion(writing, property))
}

function keySuggestion(writing: Writing, property: Property): Suggestion {
  const { context, grammar } = writing
  const { key } = property
  const path = [...context.path.filter((step) => typeof step === 'string'), key]
  const template = grammar.block(path) ?? skeletonOf(grammar.words, property, grammar.today)
  const offers = property.words.length !== 1 && offersValues(grammar, property, path)
  const isRule = key.includes('/')
  return {
    label: key,
    kind: template === undefined ? CompletionItemKind.Property : CompletionItemKind.Struct,
    note: property.required ? 'required' : undefined,
    about: isRule ? { is: 'rule', id: key } : { is: 'key', of: grammar.of, path },
    again: !context.hasColon && (template === undefined ? offers : isEmpty(template)),
    ...(context.where === 'colon' ? { span: behindColon(writing) } : {}),
    write: (rendering) => {
      if (context.hasColon) return asBegun(key, writing)
      const entry =
        template === undefined
          ? shortEntry(writing, property, rendering, offers)
          : tallEntry(writing, key, template, rendering)
      return placed(writing, entry, rendering)
    },
  }
}

/** Whether there is anything to choose from at a key. */
function offersValues(grammar: Grammar, property: Property, path: readonly string[]): boolean {
  const { words, kind } = property
  return words.length > 0 || kind === 'true or false' || grammar.values(property, path).length > 0
}

/** Whether nothing is known to be written below a key but more keys. */
function isEmpty(template: Template): boolean {
  return typeof template === 'object' && Object.keys(template).length === 0
}

function placed({ context }: Writing, entry: string, { eol, indent }: Rendering): string {
  if (context.where === 'colon') return eol + indent + entry
  return context.where === 'brackets' && context.form === undefined ? `{ ${entry} }` : entry
}

function tallEntry(writing: Writing, key: string, template: Template, rendering: Rendering): string {
  const written = asBegun(key, writing)
  return writing.context.where === 'brackets'
    ? renderFlowEntry(written, template, rendering)
    : renderEntry(written, template, rendering)
}

/** A key with its only value, a choice of a few, or the place for what comes next. */
function shortEntry(writing: Writing, property: Property, rendering: Rendering, offers: boolean): string {
  const { context, client, grammar } = writing
  const { words, kind } = property
  const key = asBegun(property.key, writing)
  const isFlow = context.where === 'brackets'
  const stop = rendering.snippet ? '$1' : ''
  const list = property.list && !kind.includes('text')
  if (list && (offers || isFlow)) return `${key}: [${stop}]`
  if (list) return `${key}:${rendering.eol}${rendering.indent}${rendering.step}- ${stop}`
  const [only, second] = words
  if (only && !second) return `${key}: ${only.word}`
  const isChoice = words.length > 0 || kind === 'true or false'
  if (!isChoice || !rendering.snippet || client.suggest !== undefined) return `${key}: `
  return renderFlowEntry(key, leafOf(property, grammar.today), rendering)
}

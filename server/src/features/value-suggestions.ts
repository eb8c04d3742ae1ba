import { CompletionItemKind } from 'vscode-languageserver-types'
import type { Property } from '../engine/schema/vocabulary.ts'
import { escaped, type Rendering, scalarText } from '../engine/yaml/template.ts'
import { behindColon } from './behind-colon.ts'
import { asBegun, quoteOf } from './quotes.ts'
import type { Suggestion, Value, Writing } from './suggestion.ts'

/** The values that fit at a key or in a list: the words of the schema, and whatever else is known. Nothing for prose. */
export function valueSuggestions(writing: Writing, property: Property): readonly Suggestion[] {
  const place = placeOf(writing, property)
  // Who goes on to the next line below a colon does not want brackets.
  if (!writing.isAsked && (place === 'brackets' || place === 'below')) return []
  const path = writing.context.path.filter((step) => typeof step === 'string')
  const values = [...wordsOf(property), ...writing.grammar.values(property, path)]
  const others = new Set(property.list ? writing.grammar.others(writing.context) : [])
  const begun = begunIn(writing)
  return values
    .filter((each) => !others.has(each.value) && fits(each, begun))
    .map((value) => valueSuggestion(writing, property, value))
}

/** What the author has typed of a value. */
function begunIn(writing: Writing): string {
  const { text, offset, context } = writing
  return text.slice(context.typed.start + quoteOf(writing).length, offset)
}

/**
 * Whether a value may be meant by what is typed. Editors also offer what only resembles that, and put it in its place at Enter: of
 * use for names, while an example would change what the author says.
 */
function fits({ value, example }: Value, begun: string): boolean {
  if (example === undefined || begun === '') return true
  return example === 'number' && value.startsWith(begun)
}

function wordsOf({ words, kind }: Property): readonly Value[] {
  if (kind === 'true or false')
    return ['true', 'false'].map((value) => ({ value, written: value, kind: CompletionItemKind.Keyword }))
  // `false` is how some readers take `off`, and nobody writes it.
  return words
    .filter(({ word }) => word !== 'false')
    .map(({ word, meaning }) => ({
      value: word,
      written: word,
      help: meaning,
      kind: CompletionItemKind.EnumMember,
    }))
}

function valueSuggestion(
  writing: Writing,
  property: Property,
  { value, kind, note, help, otherwise, written, example }: Value,
): Suggestion {
  const place = placeOf(writing, property)
  return {
    label: value,
    kind,
    note,
    help,
    ...(otherwise === undefined ? {} : { filter: `${value} ${otherwise}` }),
    ...(example === undefined ? {} : { isPassing: true }),
    ...(place === 'below' ? { span: behindColon(writing) } : {}),
    write: (rendering) => {
      const isQuoted = property.kind !== 'true or false' && quoteOf(writing) !== ''
      const text = isQuoted ? asBegun(value, writing) : (written ?? scalarText(value))
      return placed(rendering.snippet ? escaped(text) : text, place, rendering)
    },
  }
}

/** Where an item of a list goes that is not begun yet: into brackets of its own, below the key, or behind a dash. */
function placeOf({ context }: Writing, { list, kind }: Property): 'here' | 'brackets' | 'below' | 'dash' {
  if (!list || typeof context.path.at(-1) === 'number') return 'here'
  if (context.where === 'line') return 'dash'
  if (context.where === 'colon' && context.form === 'sequence') return 'below'
  return kind.includes('text') ? 'here' : 'brackets'
}

function placed(text: string, place: ReturnType<typeof placeOf>, { eol, indent }: Rendering): string {
  switch (place) {
    case 'here':
      return text
    case 'brackets':
      return `[${text}]`
    case 'below':
      return `${eol}${indent}- ${text}`
    case 'dash':
      return `- ${text}`
  }
}

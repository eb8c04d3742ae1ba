import type { CompletionList } from 'vscode-languageserver-types'
import { ofLast } from '../engine/once.ts'
import type { Property } from '../engine/schema/vocabulary.ts'
import type { LineIndex } from '../engine/text/line-index.ts'
import { contextAt } from '../engine/yaml/context.ts'
import { holdsNothing } from '../engine/yaml/layout.ts'
import { completionItem, indentationAt } from './completion-item.ts'
import { itemSuggestions } from './item-suggestions.ts'
import { keySuggestions } from './key-suggestions.ts'
import type { CompletionClient, Grammar, Suggestion, Writing } from './suggestion.ts'
import { valueSuggestions } from './value-suggestions.ts'

/** A place in a text, with who asks about it. */
export interface CompletionScene {
  readonly text: string
  readonly lines: LineIndex
  readonly offset: number
  readonly client: CompletionClient
  /** The character that made the client ask by itself. */
  readonly trigger?: string | undefined
  /** Asked for only where something can be written. */
  grammar(): Grammar
}

/** What could be written at a place, the most fitting first. The text need not parse. */
export function completion(scene: CompletionScene): CompletionList {
  const { text, lines, offset, client, trigger } = scene
  const context = contextAt(text, offset)
  // A blank at the start of a line indents it.
  if (!context || (trigger === ' ' && context.where === 'line')) return { isIncomplete: false, items: [] }
  const isAsked = trigger === undefined
  const writing = { text, offset, context, grammar: scene.grammar(), client, isAsked }
  const all = suggestions(writing)
  // A line may be long, and the suggestions many.
  const indentation = ofLast((start: number) => indentationAt(text, start))
  const place = { ...writing, lines, indentation }
  const items = all.map((each, rank) => completionItem(each, rank, place))
  return { isIncomplete: all.some(({ isPassing }) => isPassing), items }
}

function suggestions(writing: Writing): readonly Suggestion[] {
  const { context, grammar } = writing
  if (context.where === 'comment') return grammar.comment(writing)
  if (context.path.length === 0)
    return [...beginnings(writing), ...keySuggestions(writing, grammar.words.root)]
  const property = grammar.words.propertyAt(context.path)
  return property ? suggestionsFor(writing, property) : []
}

/** What fits below a key or in a list, as far as what stands there already leaves room for it. */
function suggestionsFor(writing: Writing, property: Property): readonly Suggestion[] {
  const { path, form, hasColon } = writing.context
  const step = path.at(-1)
  const isItem = typeof step === 'number'
  if (property.list && !isItem) return form === 'mapping' ? [] : itemSuggestions(writing, property)
  const block = blockOf(property, step)
  if (block === undefined) return form === undefined && !hasColon ? valueSuggestions(writing, property) : []
  if (form === 'sequence') return []
  const whole = isItem && property.list && form === undefined ? itemSuggestions(writing, property) : []
  return [...whole, ...keySuggestions(writing, block)]
}

/** The block in which keys stand; that of the options of a rule stands behind its severity. */
function blockOf({ block, kind }: Property, step: string | number | undefined): string | undefined {
  return kind === 'setting' && step !== 1 ? undefined : block
}

/** Whole files, where there is nothing but comments. */
function beginnings({ text, context, grammar }: Writing): readonly Suggestion[] {
  if (context.where !== 'line' || context.keys.length > 0 || context.form !== undefined) return []
  const { start, end } = context.typed
  return holdsNothing(`${text.slice(0, start)}\n${text.slice(end)}`) ? grammar.whole() : []
}

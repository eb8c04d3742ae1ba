import assert from 'node:assert/strict'
import {
  type CompletionItem,
  type CompletionList,
  InsertTextFormat,
  TextEdit,
} from 'vscode-languageserver-types'
import type { KnownName } from '../../server/src/engine/portfolio/known-names.ts'
import type { Rule } from '../../server/src/engine/rules/rule.ts'
import type { Reference } from '../../server/src/engine/schema/describe.ts'
import { lineIndex } from '../../server/src/engine/text/line-index.ts'
import { completion } from '../../server/src/features/completion.ts'
import { configGrammar } from '../../server/src/features/config-grammar.ts'
import { markdown } from '../../server/src/features/markup.ts'
import { pilotGrammar } from '../../server/src/features/pilot-grammar.ts'
import type { CompletionClient, Grammar, Indenting } from '../../server/src/features/suggestion.ts'
import { analysisOf, TODAY } from './check.ts'
import { readCursor } from './cursor.ts'
import { expandSnippet } from './snippet.ts'

/** A client that can do all that completion makes use of. */
export const able: CompletionClient = {
  snippets: true,
  indenting: 'as told',
  notes: true,
  markup: markdown,
  suggest: 'suggest',
}

/** One that takes plain text, and nothing else. */
export const unable: CompletionClient = {
  ...able,
  snippets: false,
  indenting: 'snippets',
  notes: false,
  suggest: undefined,
}

const people: Readonly<Record<string, readonly string[]>> = {
  person: ['Luis Ortega', 'Dana Whitfield'],
  team: ['supply-chain', 'No: 1 team'],
  owner: ['Luis Ortega', 'supply-chain'],
  system: ['netsuite-erp', "Kim's sheet"],
  pilot: ['forecast-2024'],
}

function grammarOf(text: string, file = 'demand.pilot.yaml', rules?: readonly Rule[]): Grammar {
  if (file === 'pilots.config.yaml') return configGrammar(TODAY)
  const known = (name: string): KnownName => ({ name, places: 2, title: undefined, isListed: false })
  return pilotGrammar({
    analysis: analysisOf(text, { name: file, ...(rules && { rules }) }),
    file,
    names: (refers: Reference) => (people[refers] ?? []).map(known),
    useCases: () => ['demand-forecasting'],
    customRules: ['acme/cost-centre'],
  })
}

export interface AskOptions {
  readonly file?: string
  readonly client?: CompletionClient
  readonly trigger?: string
  /** All of them when absent. */
  readonly rules?: readonly Rule[]
}

/** What is suggested at a place of a text. */
export function ask(text: string, offset: number, options: AskOptions = {}): readonly CompletionItem[] {
  return answer(text, offset, options).items
}

/** The same, and whether the client is to ask again at the next key. */
export function answer(
  text: string,
  offset: number,
  { file, client = able, trigger, rules }: AskOptions = {},
): CompletionList {
  const lines = lineIndex(text)
  return completion({ text, lines, offset, client, trigger, grammar: () => grammarOf(text, file, rules) })
}

/** The text after a client accepted a suggestion, with its tab stops left as they stand. */
export function accept(text: string, item: CompletionItem, client: CompletionClient = able): string {
  const edit = item.textEdit
  if (!TextEdit.is(edit)) throw new Error(`${item.label} has no edit`)
  const lines = lineIndex(text)
  const [start, end] = [lines.offsetAt(edit.range.start), lines.offsetAt(edit.range.end)]
  const isSnippet = item.insertTextFormat === InsertTextFormat.Snippet
  const indent = indentation(text, start, client.indenting, isSnippet)
  const adjusted = edit.newText.replaceAll('\n', `\n${indent}`)
  return text.slice(0, start) + (isSnippet ? expandSnippet(adjusted, {}) : adjusted) + text.slice(end)
}

/** What a client puts in front of every line below the first. */
function indentation(text: string, start: number, indenting: Indenting, isSnippet: boolean): string {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const all = /^\uFEFF?([ \t]*)/.exec(text.slice(from))?.[1] ?? ''
  // Neovim and Helix look at the whole line, the others up to what is replaced.
  if (indenting === 'always') return all.slice(0, Math.max(0, start - from))
  return indenting !== 'as told' && isSnippet ? all : ''
}

/** What a place offers. */
export interface CompletionCase {
  readonly name: string
  readonly yaml: string
  /** The first labels in their order, or all of them where there are no more. */
  readonly offers: readonly string[]
  readonly never?: readonly string[]
  /** The text after one of them was accepted. */
  readonly accept?: readonly [label: string, text: string]
  readonly options?: AskOptions
}

/** Checks each place in a test of its own. */
export function itOffers(cases: readonly CompletionCase[]): void {
  for (const each of cases) it(`offers ${each.name}`, () => check(each))
}

function check({ yaml, offers, never = [], accept: chosen, options }: CompletionCase): void {
  const { text, offset } = readCursor(yaml)
  const items = ask(text, offset, options)
  const labels = items.map(({ label }) => label)
  if (offers.length === 0 && !chosen) assert.deepEqual(labels, [])
  assert.deepEqual(labels.slice(0, offers.length), offers)
  for (const label of never) assert.ok(!labels.includes(label), label)
  assert.equal(new Set(labels).size, labels.length, 'a label stands there twice')
  if (!chosen) return
  const item = items.find(({ label }) => label === chosen[0])
  assert.ok(item, labels.join(', '))
  assert.equal(accept(text, item, options?.client), chosen[1])
}

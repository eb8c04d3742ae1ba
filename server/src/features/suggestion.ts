import type { CompletionItemKind } from 'vscode-languageserver-types'
import type { IsoDate } from '../engine/pilot/dates.ts'
import type { Property, Vocabulary } from '../engine/schema/vocabulary.ts'
import type { NamedTemplate } from '../engine/templates/blocks.ts'
import type { Span } from '../engine/text/span.ts'
import type { Context } from '../engine/yaml/context.ts'
import type { Rendering, Template } from '../engine/yaml/template.ts'
import type { Markup } from './markup.ts'

/** Something that could be written at the cursor. */
export interface Suggestion {
  readonly label: string
  readonly kind: CompletionItemKind
  /** What is shown behind the label. */
  readonly note?: string | undefined
  /** What it means, where that is said in a few words. */
  readonly help?: string | undefined
  /** What it is, where that takes more. */
  readonly about?: Topic
  /** What has to be typed for it; the label when absent. */
  readonly filter?: string
  /** What it replaces; the word of the context, with its indentation, when absent. */
  readonly span?: Span
  /** Whether there are suggestions for what comes next. */
  readonly again?: boolean
  /** Whether it fits only as long as nothing else is typed. */
  readonly isPassing?: boolean
  /** Its text, in which the lines below the first are indented. */
  write(rendering: Rendering): string
}

/** What a longer explanation is about. Travels to the client and back, so it is plain data. */
export type Topic =
  | { readonly is: 'rule'; readonly id: string }
  | { readonly is: 'key'; readonly of: Grammar['of']; readonly path: readonly string[] }

/** A value that fits at a key. */
export interface Value {
  /** As the author means it; it is quoted where YAML needs that. */
  readonly value: string
  readonly kind: CompletionItemKind
  readonly note?: string | undefined
  readonly help?: string | undefined
  /** What else may be typed for it. */
  readonly otherwise?: string
  /** As it is to be written, where that is not one plain value. */
  readonly written?: string
  /** Of what it is an example, where the author is free to write something else. */
  readonly example?: 'text' | 'number'
}

/** What is known of a kind of file beyond the words of its schema. */
export interface Grammar {
  readonly of: 'pilot' | 'config'
  readonly words: Vocabulary
  readonly today: IsoDate
  /** What is written below a key; absent where the schema says enough. */
  block(path: readonly string[]): Template | undefined
  /** What may be added to a list. */
  items(path: readonly string[]): readonly NamedTemplate[]
  /** Values beyond those that the schema lists. */
  values(property: Property, path: readonly string[]): readonly Value[]
  /** The other items of the list that is being written in. */
  others(context: Context): readonly unknown[]
  /** What an empty file may begin with. */
  whole(): readonly Suggestion[]
  comment(writing: Writing): readonly Suggestion[]
}

/** A file that is being written in. */
export interface Writing {
  readonly text: string
  readonly offset: number
  readonly context: Context
  readonly grammar: Grammar
  /** Whether the author asked, by a key or a letter, and not a blank or colon on its way. */
  readonly isAsked: boolean
  readonly client: CompletionClient
}

/**
 * How a client indents the lines below the first. `as told`: not at all when told so; `always`: like the line that they are
 * written in; `snippets`: only those of snippets, as Neovim and Helix do, which say nothing of it; `unsure`: it says not at all,
 * and may do so to snippets nevertheless, as what completes in Neovim does.
 */
export type Indenting = 'as told' | 'always' | 'snippets' | 'unsure'

/** What a client can do with suggestions. */
export interface CompletionClient {
  readonly snippets: boolean
  readonly indenting: Indenting
  readonly notes: boolean
  readonly markup: Markup
  /** The client's command that asks for suggestions again. */
  readonly suggest: string | undefined
}

import { CompletionItemKind } from 'vscode-languageserver-types'
import type { Property } from '../engine/schema/vocabulary.ts'
import type { NamedTemplate } from '../engine/templates/blocks.ts'
import { skeletonOf } from '../engine/templates/skeleton.ts'
import {
  isLeaf,
  type Rendering,
  renderFlow,
  renderItem,
  type Template,
  type TemplateBlock,
} from '../engine/yaml/template.ts'
import { behindColon } from './behind-colon.ts'
import type { Suggestion, Writing } from './suggestion.ts'
import { valueSuggestions } from './value-suggestions.ts'

/** What may be added to a list, or be the item that a dash begins. */
export function itemSuggestions(writing: Writing, property: Property): readonly Suggestion[] {
  if (property.block === undefined) return valueSuggestions(writing, property)
  const { context, isAsked } = writing
  if (context.where === 'colon' && !isAsked) return []
  return templatesOf(writing, property).map((each) => itemSuggestion(writing, each))
}

function templatesOf({ context, grammar }: Writing, property: Property): readonly NamedTemplate[] {
  const path = context.path.filter((step) => typeof step === 'string')
  const known = grammar.items(path)
  if (known.length > 0) return known
  const skeleton = skeletonOf(grammar.words, property, grammar.today)
  const template = Array.isArray(skeleton) ? skeleton[0] : undefined
  return isBlock(template) ? [{ name: nameOf(property.key), template }] : []
}

function isBlock(template: Template | undefined): template is TemplateBlock {
  return template !== undefined && !isLeaf(template) && !Array.isArray(template)
}

const names: Readonly<Record<string, string>> = {
  success: 'criterion',
  retires: 'tool that goes',
  customRules: 'rule',
}

function nameOf(key: string): string {
  return names[key] ?? key.replace(/s$/, '')
}

function itemSuggestion(writing: Writing, { name, template }: NamedTemplate): Suggestion {
  const { context } = writing
  const isNew = typeof context.path.at(-1) !== 'number'
  return {
    label: isNew && context.where === 'line' ? `- ${name}` : name,
    kind: CompletionItemKind.Struct,
    ...(context.where === 'colon' ? { span: behindColon(writing) } : {}),
    write: (rendering) => itemText(writing, template, { rendering, isNew }),
  }
}

function itemText(
  { context }: Writing,
  template: TemplateBlock,
  { rendering, isNew }: { readonly rendering: Rendering; readonly isNew: boolean },
): string {
  if (context.where === 'brackets') return renderFlow(isNew ? [template] : template, rendering)
  const { eol, indent } = rendering
  if (context.where === 'colon') return eol + indent + renderItem(template, rendering)
  // The dash that stands there already is not written again.
  if (!isNew) return renderItem(template, { ...rendering, indent: indent.slice(2) }).slice(2)
  return renderItem(template, rendering)
}

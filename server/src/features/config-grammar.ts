import { CompletionItemKind } from 'vscode-languageserver-types'
import { configWords } from '../engine/config/vocabulary.ts'
import type { IsoDate } from '../engine/pilot/dates.ts'
import type { Property } from '../engine/schema/vocabulary.ts'
import { currencies, jurisdictions } from './codes.ts'
import type { Grammar, Value } from './suggestion.ts'

export function configGrammar(today: IsoDate): Grammar {
  return {
    of: 'config',
    words: configWords,
    today,
    // Which rules are named is up to the author.
    block: (path) => (path.join() === 'rules' ? {} : undefined),
    items: () => [],
    values: configValues,
    others: () => [],
    whole: () => [],
    comment: () => [],
  }
}

function configValues(property: Property): readonly Value[] {
  const { kind, itemKind, key, examples } = property
  if (kind === 'setting') return withOptions(property)
  if (kind === 'currencyCode') return currencies
  if (itemKind === 'jurisdiction') return jurisdictions
  if (itemKind !== 'glob' && kind !== 'place' && key !== 'options') return []
  return examples
    .flat()
    .flatMap((value) => (typeof value === 'string' ? [{ value, kind: CompletionItemKind.File }] : []))
}

/** The severity of a rule together with its options, which stand at what holds without them. */
function withOptions({ block = '', words }: Property): readonly Value[] {
  const options = configWords.keysOf(block).map((name) => {
    const [usual] = configWords.propertyOf(block, name)?.examples ?? []
    return `${name}: ${String(usual)}`
  })
  const help = 'The severity, and the options as they are without it.'
  return words
    .filter(({ word }) => word === 'warning' || word === 'error' || word === 'info')
    .map(({ word }) => {
      const written = `[${word}, { ${options.join(', ')} }]`
      return { value: written, written, help, kind: CompletionItemKind.Struct }
    })
}

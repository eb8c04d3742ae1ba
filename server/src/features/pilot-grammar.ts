import { CompletionItemKind } from 'vscode-languageserver-types'
import type { Analysis } from '../engine/analyze.ts'
import { nameByFile } from '../engine/pilot/file-name.ts'
import { pilotWords } from '../engine/schema/describe.ts'
import { blockTemplate, itemTemplates, type Occasion } from '../engine/templates/blocks.ts'
import { type PilotKind, pilotKinds, pilotTemplate, pilotText } from '../engine/templates/pilot.ts'
import type { Context } from '../engine/yaml/context.ts'
import { placeAt } from '../engine/yaml/path.ts'
import type { PilotKnowledge } from './pilot-knowledge.ts'
import { pilotValues } from './pilot-values.ts'
import type { Grammar, Suggestion } from './suggestion.ts'
import { suppressionSuggestions } from './suppression-suggestions.ts'

export function pilotGrammar(knowledge: PilotKnowledge): Grammar {
  const { analysis, file, customRules } = knowledge
  const { pilot, today, currency } = analysis
  const occasion: Occasion = { pilot, today, currency }
  return {
    of: 'pilot',
    words: pilotWords,
    today,
    block: (path) => blockTemplate(path, occasion),
    items: (path) => itemTemplates(path, occasion),
    values: (property, path) => pilotValues(property, path, knowledge),
    others: (context) => otherItems(analysis, context),
    whole: () => pilotKinds.map((kind) => wholePilot(kind, nameByFile(file), analysis)),
    comment: (writing) => suppressionSuggestions(writing, analysis, customRules),
  }
}

function otherItems({ syntax: { root } }: Analysis, { path, typed }: Context): readonly unknown[] {
  const list = root && placeAt(root, typeof path.at(-1) === 'number' ? path.slice(0, -1) : path)?.node
  if (list?.kind !== 'sequence') return []
  return list.items.flatMap((item) => {
    const isOwn = item.span.start <= typed.end && typed.start <= item.span.end
    return item.kind === 'scalar' && !isOwn ? [item.value] : []
  })
}

const wholes: Readonly<Record<PilotKind, readonly [label: string, note: string]>> = {
  minimal: ['pilot', 'A pilot in four lines. It grows as it earns its stages.'],
  'five-stage': [
    'pilot five stages',
    'A pilot with its case, owners, criteria, and a gate for each of the five stages.',
  ],
  'ninety-day': ['pilot ninety days', 'A pilot with gates at day 30, 60 and 90.'],
}

function wholePilot(kind: PilotKind, name: string | undefined, { today }: Analysis): Suggestion {
  const [label, help] = wholes[kind]
  const template = pilotTemplate(kind, { name: name ?? 'my-pilot' }, today)
  return {
    label,
    help,
    kind: CompletionItemKind.Snippet,
    write: ({ snippet, eol }) => pilotText(template, { snippet, eol }),
  }
}

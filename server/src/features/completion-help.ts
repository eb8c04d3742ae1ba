import type { MarkupContent } from 'vscode-languageserver-types'
import { configWords } from '../engine/config/vocabulary.ts'
import { pilotWords } from '../engine/schema/describe.ts'
import { keyHelp } from './key-help.ts'
import type { Markup } from './markup.ts'
import { ruleHelp } from './rule-help.ts'
import type { Topic } from './suggestion.ts'

/** The explanation of a suggestion, which is made when someone looks at it. */
export function completionHelp(topic: Topic, markup: Markup): MarkupContent | undefined {
  const value = helpOf(topic, markup)
  return value === undefined ? undefined : { kind: markup.kind, value }
}

function helpOf(topic: Topic, markup: Markup): string | undefined {
  if (topic.is === 'rule') return ruleHelp(topic.id, markup)
  const words = topic.of === 'pilot' ? pilotWords : configWords
  const property = words.propertyAt(topic.path)
  return property && keyHelp(property, markup)
}

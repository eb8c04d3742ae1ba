import type { Hover } from 'vscode-languageserver-types'
import { configWords } from '../engine/config/vocabulary.ts'
import { parse } from '../engine/yaml/parse.ts'
import { cursorAt, placeAt } from '../engine/yaml/path.ts'
import { propertyHelp } from './key-help.ts'
import type { Markup } from './markup.ts'
import { rangeOf } from './range.ts'
import { ruleHelp } from './rule-help.ts'
import type { TextWithLines } from './workspace-edit.ts'

/** What stands at a place of a configuration: a rule, a key or a word. */
export function configHover({ text, lines }: TextWithLines, offset: number, markup: Markup): Hover | null {
  const { root } = parse(text)
  const cursor = root && cursorAt(root, offset)
  const property = cursor && configWords.propertyAt(cursor.path)
  if (!cursor || !property) return null
  const rule = cursor.onKey ? ruleHelp(property.key, markup) : undefined
  const shown = rule ?? propertyHelp(property, { ...cursor, node: placeAt(root, cursor.path)?.node }, markup)
  if (shown === undefined) return null
  return { contents: { kind: markup.kind, value: shown }, range: rangeOf(lines, cursor.span) }
}

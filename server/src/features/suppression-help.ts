import type { Analysis } from '../engine/analyze.ts'
import { readSuppression } from '../engine/suppress.ts'
import { holds } from '../engine/text/span.ts'
import type { Help } from './hover.ts'
import type { Markup } from './markup.ts'
import { ruleHelp } from './rule-help.ts'

/** Explains the rule that a comment of the author silences. */
export function suppressionHelp({ syntax }: Analysis, offset: number, markup: Markup): Help | undefined {
  const comment = syntax.comments.find(({ span }) => holds(span, offset))
  const written = comment && readSuppression(comment.text)
  if (!comment || !written) return undefined
  const start = comment.span.start + written.at
  const span = { start, end: start + written.rule.length }
  if (!holds(span, offset)) return undefined
  const text = ruleHelp(written.rule, markup)
  return text === undefined ? undefined : { text, span }
}

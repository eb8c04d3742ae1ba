import type { Analysis } from '../engine/analyze.ts'
import { readSuppression } from '../engine/suppress.ts'
import type { Help } from './hover.ts'
import type { Markup } from './markup.ts'
import { ruleHelp } from './rule-help.ts'

/** Explains the rule that a comment of the author silences. */
export function suppressionHelp({ syntax }: Analysis, offset: number, markup: Markup): Help | undefined {
  const comment = syntax.comments.find(({ span }) => span.start <= offset && offset <= span.end)
  const written = comment && readSuppression(comment.text)
  if (!comment || !written) return undefined
  const start = comment.span.start + written.at
  const span = { start, end: start + written.rule.length }
  if (offset < span.start || offset > span.end) return undefined
  const text = ruleHelp(written.rule, markup)
  return text === undefined ? undefined : { text, span }
}

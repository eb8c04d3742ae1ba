import { nearest } from '../schema/suggest.ts'
import { listing } from '../text/listing.ts'
import type { Span } from '../text/span.ts'
import type { Entry, SyntaxNode } from '../yaml/node.ts'
import { readPattern } from './text-pattern.ts'

/** What keeps the requirement of a custom rule from being used. */
export interface RequirementProblem {
  readonly rule: 'custom-rule' | 'unsafe-pattern'
  readonly message: string
  readonly span: Span
}

/**
 * What is wrong with a requirement before anybody compiles it: it reaches outside of itself, holds a pattern that nobody
 * can match, or names a type that there is not.
 */
export function problemsOf(node: SyntaxNode): readonly RequirementProblem[] {
  return problemsIn(node, false)
}

/** Values under some keys are compared or looked for, and not obeyed, unless a `$ref` leads to them or the key is a name. */
function problemsIn(node: SyntaxNode, isData: boolean): readonly RequirementProblem[] {
  if (node.kind === 'sequence') return node.items.flatMap((item) => problemsIn(item, isData))
  if (node.kind === 'scalar') return []
  return node.entries.flatMap((entry) => [
    ...(isData ? judgePatterns(entry) : judge(entry)),
    ...problemsIn(entry.value, isData || DATA.includes(entry.key)),
  ])
}

const DATA = ['const', 'enum', 'default', 'dependentRequired', 'examples']

/** Patterns are judged wherever they may stand: there is always a way to have them obeyed. */
function judgePatterns({ key, value }: Entry): readonly RequirementProblem[] {
  if (key === 'patternProperties' && value.kind === 'mapping')
    return value.entries.flatMap((each) => unusable(each.key, each.keySpan))
  const text = value.kind === 'scalar' ? value.value : undefined
  return key === 'pattern' && typeof text === 'string' ? unusable(text, value.span) : []
}

function judge(entry: Entry): readonly RequirementProblem[] {
  const { key, value } = entry
  if (key === 'type') return (value.kind === 'sequence' ? value.items : [value]).flatMap(judgeType)
  const text = value.kind === 'scalar' ? value.value : undefined
  return [...judgePatterns(entry), ...(typeof text === 'string' ? judgeText(entry, text) : [])]
}

function judgeText({ key, keySpan, value }: Entry, text: string): readonly RequirementProblem[] {
  switch (key) {
    case '$ref':
    case '$dynamicRef':
      return text.startsWith('#') ? [] : [foreign(`"${text}" is outside of this requirement.`, value.span)]
    case '$id':
    case '$schema':
    case '$anchor':
    case '$dynamicAnchor':
      return [foreign(`"${key}" has no use here.`, keySpan)]
    case 'format':
      return text === 'date'
        ? []
        : [foreign(`The format "${text}" is not known here, only date.`, value.span)]
    default:
      return []
  }
}

const types = ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null']

function judgeType(node: SyntaxNode): readonly RequirementProblem[] {
  const text = node.kind === 'scalar' ? node.value : undefined
  if (typeof text !== 'string' || types.includes(text)) return []
  const meant = nearest(text, types)
  const advice = meant ? `Did you mean "${meant}"?` : `Use one of ${listing(types)}.`
  return [{ rule: 'custom-rule', message: `"${text}" is no type of a value. ${advice}`, span: node.span }]
}

function unusable(pattern: string, span: Span): readonly RequirementProblem[] {
  const { refusal } = readPattern(pattern)
  if (!refusal) return []
  const shown = pattern.length > 60 ? `${pattern.slice(0, 60)}…` : pattern
  const message = `The rule does not run, since its pattern "${shown}" cannot be used: ${refusal.reason}. ${refusal.advice}.`
  return [{ rule: 'unsafe-pattern', message, span }]
}

function foreign(what: string, span: Span): RequirementProblem {
  return {
    rule: 'custom-rule',
    message: `${what} A requirement stands alone: write out what it needs.`,
    span,
  }
}

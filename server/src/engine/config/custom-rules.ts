import { type Stage, stages } from '../pilot/stages.ts'
import { pilotWords } from '../schema/describe.ts'
import { nearest } from '../schema/suggest.ts'
import type { Span } from '../text/span.ts'
import type { Mapping, SyntaxNode } from '../yaml/node.ts'
import { parse } from '../yaml/parse.ts'
import type { Template, TemplateBlock } from '../yaml/template.ts'
import { type Plain, plainValue } from '../yaml/value.ts'
import type { Say } from './config-finding.ts'
import type { CustomRule } from './custom.ts'
import { itemsOf, textOf, written } from './fields.ts'
import { problemsOf } from './requirement.ts'
import { configWords } from './vocabulary.ts'

/** Characters of one requirement. */
const SIZE = 65_536
const MOST_RULES = 100

/** The custom rules of a configuration file that can be used; why another one cannot is said. */
export function readCustomRules(node: SyntaxNode | undefined, path: string, say: Say): readonly CustomRule[] {
  const taken = new Set<string>()
  return itemsOf(node)
    .slice(0, MOST_RULES)
    .flatMap((item) => {
      const rule = readCustomRule(item, path, say)
      if (!rule) return []
      if (taken.has(rule.id)) {
        say('custom-rule', `"${rule.id}" is defined twice. Give each rule a name of its own.`, rule.span)
        return []
      }
      taken.add(rule.id)
      return [rule]
    })
}

function readCustomRule(item: SyntaxNode, path: string, say: Say): CustomRule | undefined {
  const id = written(item, 'id')
  const name = textOf(id?.value)
  const message = textOf(written(item, 'message')?.value)
  const requirement = written(item, 'require')?.value
  // Without these the schema has said what is missing.
  if (!id || !name || !ID.test(name) || !message || requirement?.kind !== 'mapping') return undefined
  const group = name.slice(0, name.indexOf('/'))
  if (isOurs(group)) {
    say(
      'custom-rule',
      `"${group}" is a group of the rules that come with the program. Use one of your own.`,
      id.value.span,
    )
    return undefined
  }
  const place = readPlace(item, say)
  const require = readRequirement(requirement, say)
  if (place === undefined || require === undefined) return undefined
  const words = [textOf(written(item, 'from')?.value), textOf(written(item, 'severity')?.value)]
  return {
    id: name,
    from: stages.find((stage): stage is Stage => stage === words[0]) ?? 'criteria',
    severity: (['error', 'warning', 'info'] as const).find((each) => each === words[1]) ?? 'warning',
    at: place,
    require,
    message: message.slice(0, 300),
    fix: readFix(item, say),
    path,
    span: id.value.span,
    requireSpan: written(item, 'require')?.keySpan ?? id.keySpan,
  }
}

const ID = /^[a-z0-9-]{1,50}\/[a-z0-9-]{1,50}$/

function isOurs(group: string): boolean {
  const groups = configWords.keysOf('rules').map((id) => id.slice(0, id.indexOf('/')))
  return [...groups, 'schema', 'yaml', 'config', 'portfolio', 'history'].includes(group)
}

function readPlace(item: SyntaxNode, say: Say): string | undefined {
  const entry = written(item, 'at')
  if (!entry) return ''
  const place = textOf(entry.value)
  if (place === undefined || !PLACE.test(place)) return undefined
  const steps = place.replaceAll('[]', '').split('.')
  const lost = steps.findIndex((step, index) => {
    const above = pilotWords.propertyAt(steps.slice(0, index))
    return (
      !step.startsWith('x-') && (index === 0 || above !== undefined) && !isKnown(steps.slice(0, index + 1))
    )
  })
  if (lost < 0) return place
  sayLost(steps, lost, { span: entry.value.span, say })
  return undefined
}

const PLACE = /^[A-Za-z][\w.[\]-]{0,199}$/

function isKnown(steps: readonly string[]): boolean {
  return pilotWords.propertyAt(steps) !== undefined
}

function sayLost(steps: readonly string[], at: number, { span, say }: { span: Span; say: Say }): void {
  const step = steps[at] ?? ''
  const block = pilotWords.blockAt(steps.slice(0, at))
  const meant = nearest(step, block === undefined ? [] : pilotWords.keysOf(block))
  const where = at === 0 ? 'a pilot' : `"${steps.slice(0, at).join('.')}"`
  const advice = meant ? ` Did you mean "${meant}"?` : ' See the reference of the format.'
  say('unknown-path', `"${step}" is not a key of ${where}.${advice}`, span)
}

function readRequirement(node: SyntaxNode, say: Say): Plain | undefined {
  const problems = problemsOf(node)
  for (const { rule, message, span } of problems) say(rule, message, span)
  if (problems.length > 0) return undefined
  const value = plainValue(node)
  if (JSON.stringify(value).length <= SIZE) return value
  say('custom-rule', 'The requirement has more than 65,536 characters. Split the rule.', node.span)
  return undefined
}

/** The keys that a fix inserts; a fix that holds anything else is none. */
function readFix(item: SyntaxNode, say: Say): TemplateBlock | undefined {
  const entry = written(item, 'fix')
  const text = textOf(entry?.value)
  if (!entry || text === undefined) return undefined
  const { root, problems } = parse(text)
  if (root?.kind === 'mapping' && problems.length === 0) return blockOf(root)
  say(
    'custom-rule',
    'The fix is not a block of keys and values. Write it like x-costCentre: CC-0000.',
    entry.keySpan,
  )
  return undefined
}

function blockOf({ entries }: Mapping): TemplateBlock {
  const values = entries.flatMap(({ key, value }) => {
    const template = templateOf(value)
    return template === undefined ? [] : [[key, template] as const]
  })
  return Object.fromEntries(values)
}

function templateOf(node: SyntaxNode): Template | undefined {
  if (node.kind === 'mapping') return blockOf(node)
  if (node.kind === 'scalar') return node.value ?? undefined
  return node.items.map(templateOf).filter((item) => item !== undefined)
}

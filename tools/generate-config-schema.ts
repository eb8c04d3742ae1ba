import type { RuleInfo } from '../server/src/engine/rules/rule.ts'
import type { Source } from '../server/src/engine/schema/vocabulary.ts'
import base from './config.base.schema.json' with { type: 'json' }

/** The schema of the configuration: the base that is written by hand, with one property for each rule and its options. */
export function configSchema(rules: readonly RuleInfo[]): Source {
  const { $defs: defs } = base
  const sorted = rules.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const properties = Object.fromEntries(sorted.map((rule) => [rule.id, settingOf(rule)]))
  const options = sorted.flatMap((rule) => {
    return rule.options ? [[optionsName(rule), optionsOf(rule)] as const] : []
  })
  const ruleDefs = { ...defs, rules: { ...defs.rules, properties }, ...Object.fromEntries(options) }
  return { ...base, $defs: ruleDefs }
}

export function generateConfigSchema(rules: readonly RuleInfo[]): string {
  return `${JSON.stringify(configSchema(rules), undefined, 2)}\n`
}

function settingOf(rule: RuleInfo): object {
  const description = `${rule.docs.summary} ${levels(rule)}`
  if (!rule.options) return { $ref: '#/$defs/severity', description, examples: ['off'] }
  return {
    type: ['string', 'boolean', 'array'],
    if: { type: 'array' },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
    then: {
      type: 'array',
      prefixItems: [{ $ref: '#/$defs/severity' }, { $ref: `#/$defs/${optionsName(rule)}` }],
      minItems: 1,
      maxItems: 2,
    },
    else: { $ref: '#/$defs/severity' },
    description: `${description} Options: ${Object.keys(rule.options).join(', ')}.`,
    examples: [['warning', rule.options]],
  }
}

/** What a configuration starts from, in a few words. */
function levels({ from }: RuleInfo): string {
  const named = Object.entries(from).map(([stage, severity]) => `${stage} ${severity}`)
  return `By itself: ${named.join(', ')}.`
}

function optionsOf({ id, options, docs }: RuleInfo): object {
  const properties = Object.entries(options ?? {}).map(([name, usual]) => {
    const description = `${docs.options?.[name]?.replace(/\.$/, '')}. Without it, ${usual}.`
    return [name, { type: 'number', minimum: 0, description, default: usual, examples: [usual] }]
  })
  return {
    type: 'object',
    description: `The options of ${id}.`,
    properties: Object.fromEntries(properties),
    additionalProperties: false,
  }
}

/** A name without a slash, which a reference would have to escape. */
function optionsName({ id }: RuleInfo): string {
  return `options.${id.replace('/', '.')}`
}

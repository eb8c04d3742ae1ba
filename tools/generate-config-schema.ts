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
  const defaults = Object.fromEntries(
    Object.entries(rule.options).map(([name, each]) => [name, each.default]),
  )
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
    examples: [['warning', defaults]],
  }
}

/** What a configuration starts from, in a few words. */
function levels({ from }: RuleInfo): string {
  const named = Object.entries(from).map(([stage, severity]) => `${stage} ${severity}`)
  return `By itself: ${named.join(', ')}.`
}

function optionsOf({ id, options }: RuleInfo): object {
  const properties = Object.entries(options ?? {}).map(([name, option]) => {
    const description = `${option.description.replace(/\.$/, '')}. Without it, ${option.default}.`
    return [
      name,
      { type: 'number', minimum: 0, description, default: option.default, examples: [option.default] },
    ]
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

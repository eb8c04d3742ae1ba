import { type Change, compareFindings, type Fix, type Severity } from '../finding.ts'
import { type Block, isAbsent } from '../pilot/located.ts'
import type { Stage } from '../pilot/stages.ts'
import type { Report, Rule } from '../rules/rule.ts'
import { insertAt } from '../templates/changes.ts'
import type { Span } from '../text/span.ts'
import { entryOf, type SyntaxNode } from '../yaml/node.ts'
import { type Path, placeAt } from '../yaml/path.ts'
import type { TemplateBlock } from '../yaml/template.ts'
import { isUnwritten, type Plain, plainValue } from '../yaml/value.ts'
import { configFinding } from './config-finding.ts'
import type { Configuration } from './load.ts'

/** A rule that an organisation wrote into its configuration. It is data: whoever can run it turns it into a `Rule`. */
export interface CustomRule {
  readonly id: string
  readonly from: Stage
  readonly severity: Severity
  /** Keys from the outside in, `[]` behind a list for each of its entries; empty for the whole file. */
  readonly at: string
  /** JSON Schema of what stands there; it passed the checks of `requirement.ts`. */
  readonly require: Plain
  readonly message: string
  readonly fix: TemplateBlock | undefined
  /** Where it is defined: the file, its name and its requirement. */
  readonly path: string
  readonly span: Span
  readonly requireSpan: Span
}

/** Turns custom rules into rules. Never rejects; what cannot be compiled is said. */
export interface CustomChecks {
  compile(rules: readonly CustomRule[]): Promise<CompiledRules>
}

export interface CompiledRules {
  readonly rules: readonly Rule[]
  readonly refused: readonly Refused[]
}

export interface Refused {
  readonly rule: CustomRule
  /** Half a sentence. */
  readonly reason: string
  /** What the author may have meant. */
  readonly meant?: string | undefined
}

/** The configuration with a finding for each custom rule that could not be compiled. */
export function withRefusals(configuration: Configuration, { refused }: CompiledRules): Configuration {
  if (refused.length === 0) return configuration
  const files = configuration.files.map((file) => {
    const said = refused
      .filter(({ rule }) => rule.path === file.path)
      .map(({ rule, reason, meant }) => {
        const advice = meant === undefined ? 'Correct it.' : `Did you mean "${meant}"?`
        const message = `The requirement of "${rule.id}" cannot be used: ${reason}. ${advice}`
        return configFinding('custom-rule', message, rule.requireSpan)
      })
    return said.length === 0 ? file : { ...file, findings: [...file.findings, ...said].sort(compareFindings) }
  })
  return { ...configuration, files }
}

/** What a value was found to be: right, wrong at a place inside, or too much work to tell, with the limit as half a sentence. */
export type Fit = 'right' | { readonly wrongAt: Path; readonly over?: undefined } | { readonly over: string }

/** Judges the parts of one file, and is made anew whenever that is checked. */
export type Judge = (value: Plain) => Fit

/** The rule that asks about each part of a pilot that a custom rule looks at. */
export function ruleFrom(custom: CustomRule, judgeOf: (file: object) => Judge): Rule {
  const { id, from, severity, message } = custom
  return {
    id,
    from: { [from]: severity },
    docs: { summary: message, why: '', remedy: '', sources: [], bad: [], good: [] },
    check(pilot, { file }) {
      const { root } = file.syntax
      if (!root) return []
      const parts = partsAt({ node: root, keySpan: pilot.keySpan }, stepsOf(custom.at))
      const judge = judgeOf(file)
      return parts.flatMap((part) => reportOn(part, judge(plainValue(part.node)), custom))
    },
  }
}

interface Part {
  readonly node: SyntaxNode
  readonly keySpan: Span
}

/** `criteria.success[]` as `criteria`, `success`, `[]`. */
function stepsOf(at: string): readonly string[] {
  return at === '' ? [] : at.replaceAll('[]', '.[]').split('.')
}

function partsAt(part: Part, [step, ...rest]: readonly string[]): readonly Part[] {
  if (step === undefined) return [part]
  const { node } = part
  if (step === '[]') {
    const items = node.kind === 'sequence' ? node.items : []
    return items.flatMap((item) => partsAt({ node: item, keySpan: nameOf(item) }, rest))
  }
  const entry = node.kind === 'mapping' ? entryOf(node, step) : undefined
  return !entry || isUnwritten(entry.value)
    ? []
    : partsAt({ node: entry.value, keySpan: entry.keySpan }, rest)
}

/** The line that names an entry of a list. */
function nameOf(item: SyntaxNode): Span {
  return (item.kind === 'mapping' && item.entries[0]?.keySpan) || item.span
}

function reportOn(part: Part, fit: Fit, custom: CustomRule): readonly Report[] {
  if (fit === 'right') return []
  if (fit.over !== undefined)
    return [{ at: part.keySpan, message: `Not checked by ${custom.id}: ${fit.over}.` }]
  const place = fit.wrongAt.length > 0 ? placeAt(part.node, fit.wrongAt) : undefined
  const key = place?.entry?.keySpan ?? part.keySpan
  const at = place?.node.kind === 'scalar' ? place.node.span : key
  const whole = part.node.kind === 'scalar' ? part.node.span : at
  return [{ at: place ? at : whole, message: custom.message, fixes: fixesOf(part, custom) }]
}

/** Inserts the keys that are not there; what the author wrote is never replaced. */
function fixesOf({ node, keySpan }: Part, { fix, id, at }: CustomRule): readonly Fix[] {
  if (!fix || node.kind !== 'mapping') return []
  const absent = Object.entries(fix).filter(([key]) => isAbsent({ node }, key))
  if (absent.length === 0) return []
  const title = `Add ${absent.map(([key]) => key).join(', ')} as ${id} has it`
  // From the file down the order of the keys is known; an entry of a list is its own beginning.
  const into: Block = { def: 'pilot', node, span: node.span, keySpan }
  const changes = absent.map(([key, value]): Change => {
    return at.includes('[]')
      ? insertAt(into, [key], value)
      : { do: 'insert', path: [...stepsOf(at), key], value }
  })
  return [{ title, safe: false, changes }]
}

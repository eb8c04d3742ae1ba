import type { ValidateFunction } from 'ajv'
import type { Ajv2020 } from 'ajv/dist/2020.js'
import {
  type CustomChecks,
  type CustomRule,
  type Fit,
  type Refused,
  ruleFrom,
} from '../engine/config/custom.ts'
import { isDate } from '../engine/pilot/dates.ts'
import type { Rule } from '../engine/rules/rule.ts'
import { nearest } from '../engine/schema/suggest.ts'
import type { Plain } from '../engine/yaml/value.ts'
import { within } from './within.ts'

/**
 * Compiles custom rules with ajv, which is loaded when there are any. A schema reaches nothing outside of itself, and whatever
 * takes longer than its time is given up.
 */
export const nodeCustomChecks: CustomChecks = {
  async compile(rules) {
    if (rules.length === 0) return { rules: [], refused: [] }
    compiler ??= loadCompiler()
    const ajv = await compiler
    const compiled = rules.map((rule) => compileRule(rule, ajv))
    return {
      rules: compiled.flatMap(({ rule }) => rule ?? []),
      refused: compiled.flatMap(({ refused }) => refused ?? []),
    }
  },
}

/** Milliseconds for one schema, and for one part of a pilot. */
const times = { compile: 1000, judge: 100 } as const
/** Parts on which a rule may take too long before it is given up. */
const MOST_GIVEN_UP = 3

/** Made when it is first needed, since that takes a while. It remembers no schema. */
let compiler: Promise<Ajv2020> | undefined

async function loadCompiler(): Promise<Ajv2020> {
  const { Ajv2020 } = await import('ajv/dist/2020.js')
  const ajv = new Ajv2020({
    allowUnionTypes: true,
    formats: { date: isDate },
    inlineRefs: false,
    logger: false,
    strictRequired: false,
    strictTuples: false,
    strictTypes: false,
  })
  // Compiles the schema of schemas, which is not to be counted against the first rule.
  ajv.validateSchema({})
  return ajv
}

interface Compiled {
  readonly rule?: Rule
  readonly refused?: Refused
}

function compileRule(rule: CustomRule, ajv: Ajv2020): Compiled {
  const schema = JSON.parse(JSON.stringify(rule.require))
  try {
    const compiled = within(times.compile)(() => ajv.compile(schema))
    if (!compiled) return { refused: { rule, reason: 'it takes too long to read' } }
    // Its answers would come later, and nobody waits for what a rule has to say.
    if ('$async' in compiled.value) return { refused: { rule, reason: '"$async" has no use here' } }
    return { rule: ruleFrom(rule, judgeBy(compiled.value)) }
  } catch (error) {
    return { refused: { rule, ...refusal(error, ajv) } }
  } finally {
    ajv.removeSchema(schema)
  }
}

/** What ajv says, in our words. */
function refusal(error: unknown, { errors, RULES }: Ajv2020): Omit<Refused, 'rule'> {
  const said = error instanceof Error ? error.message : String(error)
  const unknown = /^strict mode: unknown keyword: "(.*)"$/.exec(said)?.[1]
  if (unknown !== undefined)
    return {
      reason: `"${unknown}" is no keyword of JSON Schema`,
      meant: nearest(unknown, Object.keys(RULES.all)),
    }
  const [first] = errors ?? []
  const at = pathOf(first?.instancePath ?? '').join('.')
  const reason = first?.message && at !== '' ? `"${at}" ${first.message}` : said
  return {
    reason: reason
      .replace(/^strict mode: /, '')
      .replace(/\.$/, '')
      .slice(0, 200),
  }
}

/** What takes too long for a few values is not tried on the others: many short waits would be a long one. */
function judgeBy(validate: ValidateFunction): (value: Plain) => Fit {
  let given = 0
  return (value) => {
    if (given >= MOST_GIVEN_UP) return 'undecided'
    const isRight = attempt(() => validate(value))
    if (isRight === undefined) {
      given++
      return 'undecided'
    }
    const [error] = validate.errors ?? []
    return isRight ? 'right' : { wrongAt: pathOf(error?.instancePath ?? '') }
  }
}

/** A schema that refers to itself without end is no more decided than one that takes too long. */
function attempt(run: () => boolean): boolean | undefined {
  try {
    return within(times.judge)(run)?.value
  } catch {
    return undefined
  }
}

function pathOf(pointer: string): readonly string[] {
  const steps = pointer.split('/').slice(1)
  return steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}

import type { ValidateFunction } from 'ajv'
import type { Ajv2020 } from 'ajv/dist/2020.js'
import type { RegExpEngine } from 'ajv/dist/types/index.js'
import {
  type CompiledRules,
  type CustomRule,
  type Judge,
  type Refused,
  ruleFrom,
} from '../engine/config/custom.ts'
import { heldMatchers } from '../engine/config/pattern-matcher.ts'
import { isDate } from '../engine/pilot/dates.ts'
import type { Rule } from '../engine/rules/rule.ts'
import { nearest } from '../engine/schema/suggest.ts'
import { Patience } from './patience.ts'
import { within } from './within.ts'

/** Compiles custom rules with ajv. A schema reaches nothing outside of itself, and whatever takes longer than its time is given up. */
export async function compileRules(rules: readonly CustomRule[]): Promise<CompiledRules> {
  compiler ??= loadCompiler()
  const ajv = await compiler
  const patience = new Patience()
  const before = process.cpuUsage()
  const compiled = rules.map((rule) => {
    // A busy machine is no reason to refuse any.
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000 < times.all
      ? compileRule(rule, ajv, patience)
      : { refused: { rule, reason: LATE } }
  })
  return {
    rules: compiled.flatMap(({ rule }) => rule ?? []),
    refused: compiled.flatMap(({ refused }) => refused ?? []),
  }
}

/** Milliseconds for reading one schema, and all of them. */
const times = { one: 1000, all: 5000 } as const
const LATE = `reading those before it took more than ${times.all} ms`
/** Parts on which a rule may take too long before it is given up. */
const MOST_GIVEN_UP = 3

/** Made when it is first needed, since that takes a while. It remembers no schema. */
let compiler: Promise<Ajv2020> | undefined

async function loadCompiler(): Promise<Ajv2020> {
  const { Ajv2020 } = await import('ajv/dist/2020.js')
  const ajv = new Ajv2020({
    allowUnionTypes: true,
    code: { regExp: patternEngine() },
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

/** Matches patterns in a time that can be told beforehand; ajv tells two of them apart by what they are as a text. */
function patternEngine(): RegExpEngine {
  const matcherOf = heldMatchers()
  const engine = (pattern: string) => ({
    test: (text: string) => matcherOf(pattern).test(text),
    toString: () => pattern,
  })
  return Object.assign(engine, { code: '' })
}

interface Compiled {
  readonly rule?: Rule
  readonly refused?: Refused
}

function compileRule(rule: CustomRule, ajv: Ajv2020, patience: Patience): Compiled {
  const schema = JSON.parse(JSON.stringify(rule.require))
  try {
    const compiled = within(times.one)(() => ajv.compile(schema))
    if (!compiled) return { refused: { rule, reason: `reading it takes more than ${times.one} ms` } }
    // Its answers would come later, and nobody waits for what a rule has to say.
    if ('$async' in compiled.value) return { refused: { rule, reason: '"$async" has no use here' } }
    return { rule: ruleFrom(rule, judgeBy(rule.id, compiled.value, patience)) }
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
function judgeBy(id: string, validate: ValidateFunction, patience: Patience): (file: object) => Judge {
  let given = 0
  const judge: Judge = (value) => {
    if (given >= MOST_GIVEN_UP)
      return { over: `its requirement takes too long, as for ${MOST_GIVEN_UP} other parts. Make it simpler` }
    const limit = patience.next()
    if (typeof limit === 'string') return { over: limit }
    // Of what is ended in the middle nothing else is told. To watch over it takes longer than most rules do, and is not counted.
    let took = limit
    const timed = (): boolean => {
      const before = performance.now()
      try {
        return validate(value)
      } finally {
        took = performance.now() - before
      }
    }
    const isRight = attempt(timed, limit)
    patience.took(id, took, isRight === undefined)
    if (typeof isRight !== 'boolean') {
      given++
      const why = isRight ? 'refers to itself too often here' : `takes too long here, more than ${limit} ms`
      return { over: `its requirement ${why}. Make it simpler` }
    }
    const [error] = validate.errors ?? []
    return isRight ? 'right' : { wrongAt: pathOf(error?.instancePath ?? '') }
  }
  return (file) => {
    patience.begin(file, id)
    return judge
  }
}

/** Nothing for what takes too long. A schema that refers to itself without end is no more decided than that. */
function attempt(run: () => boolean, milliseconds: number): boolean | 'deep' | undefined {
  try {
    return within(milliseconds)(run)?.value
  } catch {
    return 'deep'
  }
}

function pathOf(pointer: string): readonly string[] {
  const steps = pointer.split('/').slice(1)
  return steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}

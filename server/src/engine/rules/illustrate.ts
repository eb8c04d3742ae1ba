import { analyze } from '../analyze.ts'
import { recommended } from '../config/settings.ts'
import type { Severity } from '../finding.ts'
import type { Example, Rule } from './rule.ts'

/** An example as a reader sees it: without the carets of the tests, and with what the rule says about it. */
export interface Illustration {
  readonly title: string
  readonly yaml: string
  readonly findings: readonly IllustratedFinding[]
}

export interface IllustratedFinding {
  /** Of the example, from 1. */
  readonly line: number
  readonly severity: Severity
  readonly message: string
}

/** The day on which an example is checked that names none. */
const USUAL_DAY = '2026-06-01'

export function illustrate(rule: Rule, { title, yaml, today = USUAL_DAY, file }: Example): Illustration {
  const shown = yaml.replace(CARETS, '')
  const added = missingKeys(shown)
  const text = added.map((line) => `${line}\n`).join('') + shown
  const name = file ?? `${NAME.exec(text)?.[1] ?? 'demand-forecast'}.pilot.yaml`
  const { findings, lines } = analyze({ text, name }, { today, settings: recommended, rules: [rule] })
  const own = findings.filter((finding) => finding.rule === rule.id)
  return {
    title,
    yaml: shown,
    findings: own.map(({ span, severity, message }) => {
      return { line: Math.max(1, lines.positionAt(span.start).line + 1 - added.length), severity, message }
    }),
  }
}

const CARETS = /^[ \t]*#[ \t]*\^+.*\n?/gm
const NAME = /^name:\s*(\S+)/m

const usual: readonly (readonly [string, string])[] = [
  ['apiVersion', 'pilot-as-code/v1'],
  ['name', 'demand-forecast'],
  ['title', 'Demand forecast'],
  ['stage', 'rollout'],
]

/** The lines of the keys that every pilot has and the example leaves out; none for text that is no block of keys. */
function missingKeys(yaml: string): readonly string[] {
  if (!/^(?:[\w-]+:|#|$)/.test(yaml)) return []
  return usual
    .filter(([key]) => !new RegExp(`^${key}:`, 'm').test(yaml))
    .map(([key, value]) => `${key}: ${value}`)
}

import type { CustomRule } from '../engine/config/custom.ts'
import { compareTexts } from '../engine/text/compare.ts'
import { type ConfigOptions, Configurations } from './configurations.ts'
import { fullPath } from './inputs.ts'
import type { Io } from './io.ts'

/** A rule of a configuration, with its file as it is shown. */
export interface PlacedRule {
  readonly rule: CustomRule
  readonly config: string
}

/** The rules of the configuration that holds here, and of those of the pilots below, each once, by their names. */
export async function customRulesBelow(options: ConfigOptions, io: Io): Promise<readonly PlacedRule[]> {
  const configurations = new Configurations(options, io)
  const { paths } = await io.files.list(io.cwd)
  const rules = new Map<string, CustomRule>()
  for (const path of [fullPath('none.pilot.yaml', io), ...paths]) {
    const { resolved } = await configurations.of(path)
    for (const rule of resolved.customRules) rules.set(rule.id, rules.get(rule.id) ?? rule)
  }
  return Array.from(rules.values(), (rule) => ({ rule, config: configurations.shown(rule.path) })).sort(
    (a, b) => compareTexts(a.rule.id, b.rule.id),
  )
}

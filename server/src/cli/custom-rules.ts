import type { CustomRule } from '../engine/config/custom.ts'
import { compareTexts } from '../engine/text/compare.ts'
import { touches } from '../engine/text/span.ts'
import { entryOf, type SyntaxNode } from '../engine/yaml/node.ts'
import { parse } from '../engine/yaml/parse.ts'
import type { CheckedConfig } from './checked.ts'
import { type ConfigOptions, Configurations } from './configurations.ts'
import { fullPath } from './inputs.ts'
import type { Io } from './io.ts'

/** A rule of a configuration, with its file as it is shown. */
export interface PlacedRule {
  readonly rule: CustomRule
  readonly config: string
}

/** What the configurations say that hold here, and for the pilots below. */
interface Below {
  /** Each rule once, by their names. */
  readonly rules: readonly PlacedRule[]
  /** The configurations that were read. */
  readonly configs: readonly CheckedConfig[]
  /** Why a rule that is written in one of them is not used; `undefined` where none is. */
  refusal(id: string): string | undefined
}

export async function customRulesBelow(options: ConfigOptions, io: Io): Promise<Below> {
  const configurations = new Configurations(options, io)
  const { paths } = await io.files.list(io.cwd)
  const rules = new Map<string, CustomRule>()
  for (const path of [fullPath('none.pilot.yaml', io), ...paths]) {
    const { resolved } = await configurations.of(path)
    for (const rule of resolved.customRules) rules.set(rule.id, rules.get(rule.id) ?? rule)
  }
  const placed = Array.from(rules.values(), (rule) => ({ rule, config: configurations.shown(rule.path) }))
  return {
    configs: configurations.used(),
    rules: placed.sort((a, b) => compareTexts(a.rule.id, b.rule.id)),
    refusal: (id) => configurations.used().flatMap((file) => refusalIn(file, id) ?? [])[0],
  }
}

function refusalIn({ path, text, findings }: CheckedConfig, id: string): string | undefined {
  const { root } = parse(text)
  const list = root?.kind === 'mapping' ? entryOf(root, 'customRules')?.value : undefined
  const item = list?.kind === 'sequence' ? list.items.find((each) => idOf(each) === id) : undefined
  const finding = item && findings.find(({ span }) => touches(span, item.span))
  return finding && `The rule "${id}" in ${path} is not used. ${finding.message}`
}

function idOf(item: SyntaxNode): unknown {
  const id = item.kind === 'mapping' ? entryOf(item, 'id')?.value : undefined
  return id?.kind === 'scalar' ? id.value : undefined
}

import { notices } from '../../engine/notices.ts'
import { type Help, helpOf, helpOfNotice } from '../../engine/rules/help.ts'
import { nearest } from '../../engine/schema/suggest.ts'
import { renderBlock } from '../../engine/yaml/template.ts'
import type { ConfigOptions } from '../configurations.ts'
import { customRulesBelow, type PlacedRule } from '../custom-rules.ts'
import { type ExitCode, exit, UsageError } from '../exit.ts'
import { allRules, type Io } from '../io.ts'
import { helpPage } from '../report/help.ts'
import { jsonText } from '../report/json.ts'
import { styleFor } from '../report/style.ts'
import { complain } from './check.ts'

export interface ExplainOptions extends ConfigOptions {
  readonly format: 'pretty' | 'json'
}

/** Prints what a rule checks, why it matters and what to do; a custom rule is one of a configuration here or below. */
export async function explain(id: string, options: ExplainOptions, io: Io): Promise<ExitCode> {
  const custom = helpFor(id, io) ? undefined : await customRulesBelow(options, io)
  const own = custom?.rules ?? []
  const help = helpFor(id, io) ?? customHelp(own.find(({ rule }) => rule.id === id))
  // Where a configuration cannot be read, the rule may be in what is missing of it.
  if (!help && custom && custom.refusal(id) === undefined)
    complain({ unread: [], configs: custom.configs }, io)
  if (!help)
    throw new UsageError(
      custom?.refusal(id) ?? unknown(id, [...allRules(io), ...own.map(({ rule }) => rule)]),
    )
  io.out(options.format === 'json' ? jsonText({ version: 1, ...help }) : helpPage(help, styleFor(io)))
  return exit.clean
}

function helpFor(id: string, io: Io): Help | undefined {
  const rule = allRules(io).find((each) => each.id === id)
  if (rule) return helpOf(rule, io.rules)
  const notice = notices.find((each) => each.id === id)
  return notice && helpOfNotice(notice)
}

function customHelp(custom: PlacedRule | undefined): Help | undefined {
  if (!custom) return undefined
  const { id, from, severity, at, message, require, fix } = custom.rule
  const rendering = { snippet: false, indent: '', step: '  ', eol: '\n' }
  return {
    id,
    address: custom.config,
    summary: message,
    sections: [
      { heading: 'Severity', parts: [{ is: 'list', items: [`${severity} from stage ${from} on`] }] },
      { heading: 'Looks at', parts: [{ is: 'text', text: at === '' ? 'the whole file' : at }] },
      { heading: 'Requires', parts: [{ is: 'code', code: JSON.stringify(require, undefined, 2) }] },
      ...(fix
        ? [{ heading: 'The fix adds', parts: [{ is: 'code', code: renderBlock(fix, rendering) } as const] }]
        : []),
    ],
  }
}

function unknown(id: string, rules: readonly { readonly id: string }[]): string {
  const ids = [...rules, ...notices].map((each) => each.id)
  const inGroup = ids.filter((each) => each.startsWith(`${id}/`))
  if (inGroup.length > 0) return `"${id}" is a group of rules. Explain one of them: ${inGroup.join(', ')}.`
  // People leave out the group.
  const named = ids.filter((each) => each.endsWith(`/${id}`))
  const meant = named[0] ?? nearest(id, ids)
  return `There is no rule "${id}". ${meant ? `Did you mean "${meant}"?` : 'See pilots rules for all of them.'}`
}

import { notices } from '../engine/notices.ts'
import { portfolioRules, rules } from '../engine/rules/all.generated.ts'
import { severities } from '../engine/rules/help.ts'
import { pageOf } from '../engine/rules/page.ts'
import type { RuleInfo } from '../engine/rules/rule.ts'
import type { Markup } from './markup.ts'

/** Explains a rule by its name: what it asks, when and how much it weighs, what can be set, and why. Absent for any other name. */
export function ruleHelp(id: string, markup: Markup): string | undefined {
  const rule = ruleNamed(id)
  if (rule) return helpOf(rule, markup)
  const notice = notices.find((each) => each.id === id)
  if (!notice) return undefined
  const { summary, remedy } = notice
  return [heading(id, markup), markup.text(`${summary} It is always an error.`), markup.text(remedy)].join(
    '\n\n',
  )
}

/** The rule of a name, be it one of a file or one over all pilots. */
export function ruleNamed(id: string): RuleInfo | undefined {
  return [...rules, ...portfolioRules].find((each) => each.id === id)
}

function helpOf(rule: RuleInfo, markup: Markup): string {
  const { id, options, docs } = rule
  const parts = [
    heading(id, markup),
    markup.text(docs.summary),
    severities(rule)
      .map((line) => `- ${markup.text(line)}`)
      .join('\n'),
    options && optionLines(rule, markup),
    `${markup.strong('Why')} ${markup.text(docs.why)}`,
    `${markup.strong('What to do')} ${markup.text(docs.remedy)}`,
  ]
  return parts.filter((part) => part !== undefined).join('\n\n')
}

function heading(id: string, markup: Markup): string {
  return markup.link(id, pageOf(id))
}

function optionLines({ options = {}, docs }: RuleInfo, markup: Markup): string {
  const lines = Object.entries(options).map(([name, usual]) => {
    return `- ${markup.code(name)} (${usual}): ${markup.text(docs.options?.[name] ?? '')}`
  })
  return [markup.strong('Options'), ...lines].join('\n')
}

import { baselineNotices } from '../server/src/engine/baseline/notices.ts'
import { configNotices } from '../server/src/engine/config/notices.ts'
import type { Notice } from '../server/src/engine/notice.ts'
import { stages } from '../server/src/engine/pilot/stages.ts'
import { rules } from '../server/src/engine/rules/all.generated.ts'
import { helpOf, helpOfNotice, severities } from '../server/src/engine/rules/help.ts'
import { schemaNotices } from '../server/src/engine/schema/notices.ts'
import { yamlNotices } from '../server/src/engine/yaml/notices.ts'
import { escapeMarkdown, helpMarkdown } from './markdown.ts'
import { type AnyRule, everyRule, groupOf, type RuleGroup, ruleGroups } from './rule-groups.ts'

/** The pages of the rules, their index, and the pages of the schema's and the parser's messages, by file name. */
export function generateRuleDocs(): ReadonlyMap<string, string> {
  const pages = everyRule.map((rule) => [`docs/rules/${rule.id}.md`, rulePage(rule)] as const)
  return new Map([
    ...pages,
    ['docs/rules/README.md', index()],
    ['docs/rules/baseline.md', noticePage('What is said about a baseline', BASELINE, baselineNotices)],
    ['docs/rules/schema.md', noticePage('What the schema says', SCHEMA, schemaNotices)],
    ['docs/rules/config.md', noticePage('What is said about a configuration', CONFIG, configNotices)],
    ['docs/rules/yaml.md', noticePage('What the parser says', YAML, yamlNotices)],
  ])
}

const HEADER = '<!-- Generated from the rules by `npm run generate`. Do not edit. -->'
const SCHEMA =
  'The schema says what a pilot file may look like. Its messages are errors, with the nearest right word where there is one.'
const CONFIG =
  'A configuration that does not say what its author meant is an error in that file. What is readable of it holds, and the pilots are checked all the same.'
const BASELINE =
  'A baseline (`pilots baseline create`) holds what was found before. One that cannot be used hides nothing.'
const YAML =
  'The parser reads the file before anything else. Rules that look at a value which it cannot read are silent; where it cannot tell how far a mistake reaches, all rules are.'

function rulePage(rule: AnyRule): string {
  const group = groupOf(rule)
  const back = `[All rules](../README.md), group [${group}](../README.md#${group})`
  return `${HEADER}\n\n${helpMarkdown(helpOf(rule, rules), 1)}\n\n${back}\n`
}

function noticePage(title: string, introduction: string, notices: readonly Notice[]): string {
  const parts = notices.map((notice) => helpMarkdown(helpOfNotice(notice), 2))
  return `${[HEADER, `# ${title}`, introduction, ...parts, '[All rules](README.md)'].join('\n\n')}\n`
}

function index(): string {
  const introduction = `${everyRule.length} rules, each with one question: will this keep the pilot from reaching production? The [parser](yaml.md) and the [schema](schema.md) report before any of them.`
  return `${[HEADER, '# Rules', introduction, '## By group', ...ruleGroups().map(groupPart), '## By stage', STAGES, ...stages.map(stagePart)].join('\n\n')}\n`
}

const STAGES = 'A rule is silent before the stage at which it first matters; from there on it holds.'

function groupPart({ name, about, rules: found }: RuleGroup): string {
  const rows = found.map(ruleRow).join('\n')
  return `### ${name}\n\n${about}\n\n| rule | what it checks | severity |\n|---|---|---|\n${rows}`
}

function ruleRow(rule: AnyRule): string {
  const { id, docs } = rule
  return `| [${id}](${id}.md) | ${escapeMarkdown(docs.summary)} | ${severities(rule).map(escapeMarkdown).join('<br>')} |`
}

function stagePart(stage: (typeof stages)[number]): string {
  const found = everyRule.filter(({ from }) => from[stage])
  const items = found.map((rule) => `- [${rule.id}](${rule.id}.md): ${rule.from[stage]}`)
  return `### From ${stage} on\n\n${items.length > 0 ? items.join('\n') : 'No rule begins here.'}`
}

import { isOn } from '../../engine/config/presets.ts'
import type { Severity } from '../../engine/finding.ts'
import type { Notice } from '../../engine/notice.ts'
import { notices } from '../../engine/notices.ts'
import { documentOf } from '../../engine/rules/documents.ts'
import { pageOf } from '../../engine/rules/page.ts'
import type { RuleInfo, Source } from '../../engine/rules/rule.ts'
import { markdownLines, markdownText } from '../../engine/text/markdown.ts'
import { visible } from '../../engine/text/visible.ts'
import { sarifText } from './escape.ts'
import type { Report } from './reported.ts'

/** A `reportingDescriptor` of SARIF. */
export interface SarifRule {
  readonly id: string
  readonly shortDescription: { readonly text: string }
  readonly fullDescription: { readonly text: string }
  readonly help: { readonly text: string; readonly markdown: string }
  readonly helpUri?: string
  readonly defaultConfiguration: { readonly level: 'error' | 'warning' | 'note' }
  readonly properties: object
}

/** Every rule that looked at one of the files or reported on it, by name. */
export function sarifRules(report: Report): readonly SarifRule[] {
  const known = new Map<string, RuleInfo>(report.rules.map((rule) => [rule.id, rule]))
  const wanted = new Set<string>()
  for (const { analysis, rules, settings } of report.results.files) {
    const idle = new Set(analysis.notRun.map(({ rule }) => rule))
    for (const rule of rules) {
      known.set(rule.id, known.get(rule.id) ?? rule)
      if (!idle.has(rule.id) && isOn(settings, rule.id)) wanted.add(rule.id)
    }
  }
  for (const { found, unchanged, suppressed } of report.files)
    for (const { finding } of [...found, ...unchanged, ...suppressed]) wanted.add(finding.rule)
  for (const { rule } of report.absent) wanted.add(rule)
  const ofRulebook = new Set(report.rules.map(({ id }) => id))
  return [...wanted].sort().map((id) => {
    const rule = known.get(id)
    return rule ? ruleOf(rule, ofRulebook.has(id)) : noticeOf(id)
  })
}

function ruleOf({ id, from, docs }: RuleInfo, hasPage: boolean): SarifRule {
  const [good] = docs.good
  const sources = docs.sources.map(sourceText)
  const { summary, why, remedy } = docs
  const lines = [why, remedy].filter((text) => text !== '')
  return {
    ...shared(id, { summary, full: why || summary, level: worst(Object.values(from)), hasPage }),
    help: {
      text: [...lines, ...sources].map(plain).join('\n\n') || plain(summary),
      markdown:
        [
          ...(why === '' ? [] : [`**Why it matters**\n\n${markdownText(why)}`]),
          ...(remedy === '' ? [] : [`**What to do**\n\n${markdownText(remedy)}`]),
          ...(good ? [`**For example**: ${markdownText(good.title)}\n\n${markdownLines(good.yaml)}`] : []),
          ...(sources.length > 0
            ? [`**Sources**\n\n${sources.map((each) => `- ${markdownText(each)}`).join('\n')}`]
            : []),
        ].join('\n\n') || markdownText(summary),
    },
  }
}

/** What the schema and the parser say has no rule of its own. */
function noticeOf(id: string): SarifRule {
  const notice: Notice = notices.find((each) => each.id === id) ?? {
    id,
    summary: id,
    remedy: 'Correct the file.',
  }
  const { summary, remedy, good } = notice
  const example = good === undefined ? '' : `\n\n**For example**\n\n${markdownLines(good)}`
  return {
    ...shared(id, { summary, full: summary, level: 'error', hasPage: true }),
    help: { text: plain(remedy), markdown: `**What to do**\n\n${markdownText(remedy)}${example}` },
  }
}

interface Words {
  readonly summary: string
  readonly full: string
  readonly level: SarifRule['defaultConfiguration']['level']
  readonly hasPage: boolean
}

function shared(id: string, { summary, full, level, hasPage }: Words): Omit<SarifRule, 'help'> {
  return {
    id,
    shortDescription: { text: plain(summary || id) },
    fullDescription: { text: plain(full || id) },
    ...(hasPage && { helpUri: pageOf(id) }),
    defaultConfiguration: { level },
    properties: {
      tags: ['ai-pilot', id.split('/')[0] ?? ''],
      precision: 'high',
      'problem.severity': level === 'note' ? 'recommendation' : level,
    },
  }
}

function worst(severities: readonly (Severity | undefined)[]): Words['level'] {
  if (severities.includes('error')) return 'error'
  return severities.includes('warning') ? 'warning' : 'note'
}

function sourceText({ claim, says }: Source): string {
  const document = documentOf(claim)
  return document ? `${document.title}, ${document.author}: ${says} (${claim})` : `${says} (${claim})`
}

function plain(text: string): string {
  return sarifText(visible(text))
}

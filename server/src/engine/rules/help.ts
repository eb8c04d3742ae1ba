import type { Notice } from '../notice.ts'
import { CLOSE_DAYS, stages } from '../pilot/stages.ts'
import { documentOf } from './documents.ts'
import { USUAL_DAY } from './example-files.ts'
import { type Illustration, illustrate } from './illustrate.ts'
import { pageOf } from './page.ts'
import type { Need, PortfolioRule, Rule, RuleInfo } from './rule.ts'

/** Everything that is to be said about a rule, in the order in which it is read. Rendered as Markdown and for terminals. */
export interface Help {
  readonly id: string
  readonly address: string
  readonly summary: string
  readonly sections: readonly Section[]
}

export interface Section {
  readonly heading: string
  readonly parts: readonly Part[]
}

export type Part =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'list'; readonly items: readonly string[] }
  | { readonly is: 'code'; readonly code: string }

/** `rules` are all of one file. */
export function helpOf(rule: Rule | PortfolioRule, rules: readonly Rule[]): Help {
  const { id, docs } = rule
  const sections = [
    section('Why it matters', text(docs.why)),
    section('What to do', text(docs.remedy)),
    section('Severity', list(severities(rule)), ...needs(rule)),
    section('Reported', day(rule), ...docs.bad.flatMap((example) => shown(illustrate(rule, example, rules)))),
    section('Not reported', ...docs.good.flatMap((example) => shown(illustrate(rule, example, rules)))),
    section(
      'Options',
      list(
        Object.entries(rule.options ?? {}).map(
          ([name, usual]) => `${name} (${usual}): ${docs.options?.[name]}`,
        ),
      ),
    ),
    section('When to suppress it', ...suppression(rule)),
    section(
      'Sources',
      list(docs.sources.map(({ claim, says }) => `${claim}, ${documentTitle(claim)}: ${says}`)),
    ),
  ]
  return {
    id,
    address: pageOf(id),
    summary: docs.summary,
    sections: sections.filter(({ parts }) => parts.length > 0),
  }
}

/** What is to be said about a message of the parser or the schema. */
export function helpOfNotice({ id, summary, remedy, bad, good }: Notice): Help {
  const sections = [
    section('What to do', text(remedy)),
    section('Reported', ...(bad === undefined ? [] : [code(bad)])),
    section('Not reported', ...(good === undefined ? [] : [code(good)])),
  ]
  return {
    id,
    address: pageOf(id),
    summary: `${summary} It is always an error.`,
    sections: sections.filter(({ parts }) => parts.length > 0),
  }
}

function section(heading: string, ...parts: readonly (Part | undefined)[]): Section {
  return { heading, parts: parts.filter((part) => part !== undefined) }
}

function text(value: string): Part {
  return { is: 'text', text: value }
}

function code(value: string): Part {
  return { is: 'code', code: value.trimEnd() }
}

function list(items: readonly string[]): Part | undefined {
  return items.length === 0 ? undefined : { is: 'list', items }
}

/** Since when a rule weighs how much, each as a line. */
export function severities({ from, docs }: Pick<RuleInfo, 'from' | 'docs'>): readonly string[] {
  const named = stages.filter((stage) => stage !== 'stopped' && from[stage])
  const lines = named.map((stage) => `${from[stage]} from stage ${stage} on`)
  if (from.close) {
    lines.push(
      `${from.close} once the decision is near: ${CLOSE_DAYS} days before timeline.end, and from stage adoption on`,
    )
  }
  if (from.stopped) lines.push(`${from.stopped} in a stopped pilot`)
  if (docs.except) lines.push(docs.except)
  return lines
}

const lacks: Readonly<Record<Need, string | undefined>> = {
  today: 'It depends on the date: it can change while the file does not.',
  history: 'It needs the Git history of the file.',
  portfolio: 'It needs the other pilots.',
  registry: 'It needs a registry of people and systems.',
}

function needs(rule: RuleInfo): readonly Part[] {
  return (rule.needs ?? [])
    .map((need) => lacks[need])
    .filter((need) => need !== undefined)
    .map(text)
}

/** Without it the same lines would stand below what is reported and below what is not. */
function day({ needs: need = [], from, docs }: RuleInfo): Part | undefined {
  const dated = need.includes('today') || from.close || [...docs.bad, ...docs.good].some(({ today }) => today)
  return dated ? text(`Unless they name another day, the examples are checked on ${USUAL_DAY}.`) : undefined
}

function shown({ title, today, files, beside }: Illustration): readonly (Part | undefined)[] {
  return [
    text(today === undefined ? `${title}:` : `${title} (on ${today}):`),
    ...files.flatMap(({ caption, yaml, findings }) => [
      ...(caption === undefined ? [] : [text(`${caption}:`)]),
      code(yaml),
      list(findings.map(({ line, severity, message }) => `Line ${line}, ${severity}: ${message}`)),
    ]),
    ...(beside === undefined ? [] : [text(beside)]),
  ]
}

function suppression({ id, docs }: RuleInfo): readonly Part[] {
  return docs.suppress === undefined
    ? []
    : [text(docs.suppress), code(`# pilots-ignore-next-line ${id} -- why`)]
}

function documentTitle(claim: string): string {
  const document = documentOf(claim)
  return document ? `${document.title} (${document.author})` : 'no document'
}

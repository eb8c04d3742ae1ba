import { atMost } from '../at-most.ts'
import { type Finding, parserFinding } from '../finding.ts'
import { checkBy } from '../schema/check.ts'
import { validate } from '../schema/validate-config.generated.js'
import { lineIndex } from '../text/line-index.ts'
import { firstLine } from '../text/span.ts'
import { conflictMarkers } from '../yaml/conflict.ts'
import type { Syntax, SyntaxNode } from '../yaml/node.ts'
import { parse } from '../yaml/parse.ts'
import type { ConfigFile, Override, Patterns, Placed, RuleEntry } from './config-file.ts'
import { configFinding, type Say } from './config-finding.ts'
import { readCustomRules } from './custom-rules.ts'
import { entriesOf, itemsOf, type Texts, textAt, textOf, textsAt, written } from './fields.ts'
import { matcherOf, refusalOf } from './globs.ts'
import { configWords } from './vocabulary.ts'

/**
 * Reads a configuration file. Never throws, whatever the text holds: what is wrong is a finding, and is as if it were not
 * there. Of a text that is no YAML nothing is taken.
 */
export function readConfig(text: string, path: string): ConfigFile {
  const syntax = parse(text)
  const isBroken = syntax.unread !== undefined || syntax.problems.some(({ fatal }) => fatal)
  const root = isBroken || syntax.root?.kind !== 'mapping' ? undefined : syntax.root
  const said: Finding[] = []
  const say: Say = (rule, message, span) => said.push(configFinding(rule, message, span))
  const fields = readFields(root, path, say)
  const findings = [...syntaxFindings(syntax), ...schemaFindings(syntax), ...said]
  const oneLine = findings.map((each) => ({ ...each, span: firstLine(text, each.span) }))
  return {
    path,
    text,
    lines: lineIndex(text),
    syntax,
    findings: atMost(oneLine, text),
    ...fields,
  }
}

function syntaxFindings({ text, problems }: Syntax): readonly Finding[] {
  const [conflict] = conflictMarkers(text)
  if (conflict) {
    const message = 'Git could not merge this file. Choose what to keep and remove the markers.'
    return [configFinding('conflict', message, conflict)]
  }
  return problems.map(parserFinding)
}

/** An empty file decides nothing, and that is no mistake. */
function schemaFindings({ root, problems }: Syntax): readonly Finding[] {
  return root && problems.length === 0 ? checkBy(validate, configWords, root) : []
}

type Fields = Omit<ConfigFile, 'path' | 'text' | 'lines' | 'syntax' | 'findings'>

function readFields(root: SyntaxNode | undefined, path: string, say: Say): Fields {
  const jurisdictions = textsAt(root, 'jurisdictions')
  const currency = textAt(root, 'currency')
  return {
    bases: readBases(root),
    include: readInclude(root, say),
    exclude: readPatterns(textsAt(root, 'exclude'), say).patterns,
    registry: readPatterns(textsAt(root, 'registry'), say).patterns,
    currency: currency && /^[A-Z]{3}$/.test(currency.value) ? currency : undefined,
    jurisdictions: jurisdictions && {
      value: jurisdictions.items.map(({ value }) => value),
      span: jurisdictions.span,
    },
    rules: readRules(written(root, 'rules')?.value),
    overrides: itemsOf(written(root, 'overrides')?.value)
      .slice(0, MOST)
      .flatMap((node) => readOverride(node, say)),
    customRules: readCustomRules(written(root, 'customRules')?.value, path, say),
  }
}

function readBases(root: SyntaxNode | undefined): readonly Placed<string>[] {
  const entry = written(root, 'extends')
  const single = textOf(entry?.value)
  if (entry && single !== undefined) return [{ value: single, span: entry.value.span }]
  return (textsAt(root, 'extends')?.items ?? []).slice(0, MOST_BASES)
}

/** Were one refused pattern left out, the files that it names would not be checked; so then all are. */
function readInclude(root: SyntaxNode | undefined, say: Say): Patterns | undefined {
  const { patterns, complete } = readPatterns(textsAt(root, 'include'), say)
  return complete ? patterns : undefined
}

/** Patterns of one list, and overrides of a file; the schema says so of more. */
const MOST = 100
/** What a file starts from; the same. */
const MOST_BASES = 20

interface ReadPatterns {
  readonly patterns: Patterns | undefined
  /** Whether every pattern was taken. */
  readonly complete: boolean
}

function readPatterns(texts: Texts | undefined, say: Say): ReadPatterns {
  if (!texts) return { patterns: undefined, complete: true }
  const taken = texts.items.slice(0, MOST).filter(({ value, span }) => {
    const reason = value === '' ? '' : refusalOf(value)
    if (reason) say('pattern', `The pattern "${value.slice(0, 80)}" is not used. ${reason}`, span)
    return reason === undefined
  })
  const value = taken.map((each) => each.value)
  const patterns = { value, span: texts.span, matches: matcherOf(value) }
  return { patterns, complete: taken.length === texts.items.length }
}

function readOverride(node: SyntaxNode, say: Say): readonly Override[] {
  const { patterns } = readPatterns(textsAt(node, 'files'), say)
  return patterns ? [{ files: patterns, rules: readRules(written(node, 'rules')?.value) }] : []
}

function readRules(node: SyntaxNode | undefined): readonly RuleEntry[] {
  return entriesOf(node).map(({ key, keySpan, value }) => {
    const [first, second] = value.kind === 'sequence' ? value.items : [value]
    return { id: key, span: keySpan, severity: severityOf(first), options: optionsOf(second) }
  })
}

function severityOf(node: SyntaxNode | undefined): RuleEntry['severity'] {
  if (node?.kind !== 'scalar') return undefined
  if (node.value === false) return 'off'
  return (['error', 'warning', 'info', 'off'] as const).find((each) => each === node.value)
}

function optionsOf(node: SyntaxNode | undefined): RuleEntry['options'] {
  const options = entriesOf(node).flatMap(({ key, value }) => {
    const number = value.kind === 'scalar' ? value.value : undefined
    return typeof number === 'number' && Number.isFinite(number) && number >= 0
      ? [[key, number] as const]
      : []
  })
  return Object.fromEntries(options)
}

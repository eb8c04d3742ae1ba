import { entriesOf, itemsOf, textAt, textOf, textsAt, written } from '../config/fields.ts'
import { compareFindings, type Finding, formFinding, parserFinding } from '../finding.ts'
import { LAST_DAY } from '../pilot/dates.ts'
import { checkBy } from '../schema/check.ts'
import { pilotWords } from '../schema/describe.ts'
import { nearest } from '../schema/suggest.ts'
import { validate } from '../schema/validate-map.generated.js'
import type { Property } from '../schema/vocabulary.ts'
import { type LineIndex, lineIndex } from '../text/line-index.ts'
import { firstLine, type Span } from '../text/span.ts'
import type { Entry, SyntaxNode } from '../yaml/node.ts'
import { parse } from '../yaml/parse.ts'
import {
  type CellValue,
  type Column,
  type FieldMap,
  type ImportMap,
  mapWords,
  type RowFilter,
} from './import-map.ts'
import { convertTarget, isConvertible, isSplittable } from './values.ts'

/** A map as it was read: only of use where nothing is wrong with it. */
export interface ReadMap {
  readonly map: ImportMap
  readonly lines: LineIndex
  readonly findings: readonly Finding[]
}

/** Reads the map of an import. Never throws: what is wrong is a finding, and is as if it were not there. */
export function readMap(text: string): ReadMap {
  const { root, problems } = parse(text)
  const said: Finding[] = []
  const say: Say = (message, span) => said.push(formFinding('map', message, span))
  const syntax = problems.map(parserFinding)
  const isWhole = root !== undefined && problems.length === 0
  const form = isWhole ? checkBy(validate, mapWords, root) : []
  if (!root && problems.length === 0)
    say('The map is empty. Begin with fields, and a column for title.', {
      start: 0,
      end: Math.min(1, text.length),
    })
  const map = mapOf(isWhole ? root : undefined, say)
  const findings = [...syntax, ...form, ...said].map((each) => ({
    ...each,
    span: firstLine(text, each.span),
  }))
  return { map, lines: lineIndex(text), findings: findings.sort(compareFindings) }
}

type Say = (message: string, span: Span) => void

function mapOf(root: SyntaxNode | undefined, say: Say): ImportMap {
  const fields = entriesOf(written(root, 'fields')?.value).flatMap((entry) => fieldOf(entry, say))
  if (root && !fields.some(({ path }) => path.join('.') === 'title')) {
    const place = written(root, 'fields')?.keySpan ?? root.span
    say('No column is named for title, which every pilot has. Add "title: { column: … }".', place)
  }
  const id = written(root, 'id')
  const dates = textAt(root, 'dates')?.value
  const texts = textsAt(root, 'unknown')?.items ?? []
  return {
    fields,
    only: entriesOf(written(root, 'only')?.value).map(filterOf),
    id: id && columnOf(id.value),
    dates: dates === 'month-first' || dates === 'day-first' ? dates : undefined,
    delimiter: textAt(root, 'delimiter')?.value,
    unknown: new Set(texts.map(({ value }) => value.trim().toLowerCase())),
  }
}

function filterOf({ key, keySpan, value }: Entry): RowFilter {
  return {
    column: { name: key, span: keySpan },
    texts: itemsOf(value).flatMap((item) => textOf(item)?.trim().toLowerCase() ?? []),
  }
}

function columnOf(node: SyntaxNode): Column | undefined {
  const name = textOf(node)
  return name === undefined ? undefined : { name, span: node.span }
}

function fieldOf({ key, keySpan, value: node }: Entry, say: Say): readonly FieldMap[] {
  const path = key.split('.')
  const property = pilotWords.propertyAt(path)
  const problem = pathProblem(path, property)
  if (problem !== undefined) {
    say(problem, keySpan)
    return []
  }
  const column = written(node, 'column')?.value
  const nodes = column?.kind === 'sequence' ? column.items : [column]
  const columns = nodes.flatMap((each) => (each && columnOf(each)) ?? [])
  const value = scalarAt(node, 'value')
  if (columns.length > 0 === (value !== undefined))
    say(`"${key}" takes its value from a column, or has one for every pilot: name one of the two.`, keySpan)
  const words = entriesOf(written(node, 'words')?.value)
  const otherwise = scalarAt(node, 'otherwise')
  const split = textAt(node, 'split')
  if (split && !isSplittable(property)) say(`"${key}" is no list. Leave split out.`, split.span)
  const field = {
    path,
    property,
    columns,
    words: new Map(words.flatMap(pairOf)),
    otherwise,
    value,
    split: split?.value,
  }
  for (const each of [...words, written(node, 'otherwise'), written(node, 'value')])
    if (each) checkTarget(each.value, field, say)
  return [field]
}

/** Why nothing can be put under a path of keys. */
function pathProblem(path: readonly string[], property: Property | undefined): string | undefined {
  const name = path.join('.')
  if (name === 'apiVersion')
    return '"apiVersion" is the same for every pilot and is written by itself. Leave it out.'
  const isOwn = path.at(-1)?.startsWith('x-') && takesOwnKeys(path.slice(0, -1))
  if (isOwn) return undefined
  if (!property) return `"${name}" is no path of a pilot. ${adviceOn(path)}`
  if (path.some((_, index) => index > 0 && pilotWords.propertyAt(path.slice(0, index))?.list))
    return `"${name}" leads into a list of blocks, which one column cannot fill. Leave it out.`
  if (isConvertible(property)) return undefined
  if (property.list) return `"${name}" is a list of blocks, which one column cannot fill. Leave it out.`
  const inner = pilotWords.keysOf(property.block ?? '')[0] ?? 'name'
  return `"${name}" is a block. Name a key inside it, such as ${name}.${inner}.`
}

function takesOwnKeys(path: readonly string[]): boolean {
  const block = pilotWords.blockAt(path)
  return block !== undefined && pilotWords.takesOwnKeys(block) && !pilotWords.propertyAt(path)?.list
}

/** What was meant by the first key that leads nowhere. */
function adviceOn(path: readonly string[]): string {
  const index = path.findIndex((_, at) => pilotWords.propertyAt(path.slice(0, at + 1)) === undefined)
  const above = path.slice(0, index)
  const meant = nearest(path[index] ?? '', pilotWords.keysOf(pilotWords.blockAt(above) ?? ''))
  return meant ? `Did you mean "${[...above, meant].join('.')}"?` : 'See pilots schema pilot for all keys.'
}

/** Whether what the map says stands for a text may stand at the key. */
function checkTarget(node: SyntaxNode, field: FieldMap, say: Say): void {
  const target = node.kind === 'scalar' ? (node.value ?? undefined) : undefined
  if (target === undefined) return
  const converted = convertTarget(target, field, {
    unknown: new Set(),
    dates: 'month-first',
    today: LAST_DAY,
  })
  if (converted.is !== 'left-out') return
  const words = field.property?.words.map(({ word }) => word) ?? []
  const meant = nearest(String(target), words)
  const choice = words.length > 0 ? `Use one of ${words.join(', ')}.` : 'Correct it.'
  const advice = meant ? `Did you mean "${meant}"?` : choice
  say(`"${target}" cannot stand at ${field.path.join('.')}: ${converted.reason}. ${advice}`, node.span)
}

function pairOf({ key, value }: Entry): readonly (readonly [string, CellValue])[] {
  const target = value.kind === 'scalar' ? value.value : null
  return target === null ? [] : [[key.trim().toLowerCase(), target]]
}

function scalarAt(node: SyntaxNode, key: string): CellValue | undefined {
  const value = written(node, key)?.value
  return value?.kind === 'scalar' ? (value.value ?? undefined) : undefined
}

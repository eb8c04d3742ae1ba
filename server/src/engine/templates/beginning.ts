import type { Change, Finding, Fix } from '../finding.ts'
import type { IsoDate } from '../pilot/dates.ts'
import { nameByFile } from '../pilot/file-name.ts'
import { isAbsent } from '../pilot/located.ts'
import { behindMark } from '../text/characters.ts'
import { eolAt, lineEndAt } from '../yaml/layout.ts'
import type { Mapping, Syntax } from '../yaml/node.ts'
import type { TemplateBlock } from '../yaml/template.ts'
import { type PilotKind, pilotKinds, pilotTemplate, pilotText } from './pilot.ts'

/** What a file that is nearly empty is begun with. */
interface Beginning {
  /** The name of the file without folders; absent for text that is no file. */
  readonly name: string | undefined
  readonly today: IsoDate
}

/** Adds to what the schema says of a file with no more than the four keys of every pilot the ways to begin one. */
export function withBeginnings(
  findings: readonly Finding[],
  syntax: Syntax,
  beginning: Beginning,
): readonly Finding[] {
  if (!findings.some(asksToBegin)) return findings
  const fixes = beginnings(syntax, beginning)
  return findings.map((each) => (asksToBegin(each) ? { ...each, fixes: [...each.fixes, ...fixes] } : each))
}

function asksToBegin({ rule }: Finding): boolean {
  return rule === 'schema/empty-file' || rule === 'schema/missing-key'
}

const titles: Readonly<Record<PilotKind, string>> = {
  minimal: 'Insert a pilot of four lines',
  'five-stage': 'Insert a five-stage pilot',
  'ninety-day': 'Insert a ninety-day pilot',
}

function beginnings({ text, root }: Syntax, { name, today }: Beginning): readonly Fix[] {
  const facts = { name: nameByFile(name) ?? 'my-pilot' }
  return pilotKinds.flatMap((kind): readonly Fix[] => {
    const template = pilotTemplate(kind, facts, today)
    const changes = root === undefined ? [wholeFile(text, template)] : around(text, root, template)
    return changes.length === 0 ? [] : [{ title: titles[kind], safe: false, changes }]
  })
}

/** Behind whatever comments there are. */
function wholeFile(text: string, template: TemplateBlock): Change {
  const mark = behindMark(text)
  const start = text.slice(mark).trim() === '' ? mark : text.length
  const eol = eolAt(text, 0)
  const before = start > mark && !/[\r\n]$/.test(text) ? eol : ''
  const write = (snippet: boolean): string => before + pilotText(template, { snippet, eol })
  return {
    do: 'replace',
    span: { start, end: text.length },
    text: write(false),
    snippet: write(true),
  }
}

/** Around the keys that are there already; nothing when there are others than those of every pilot. */
function around(text: string, root: Syntax['root'], template: TemplateBlock): readonly Change[] {
  if (root?.kind !== 'mapping' || root.flow) return []
  const keys = root.entries.map(({ key }) => key)
  if (keys.length === 0 || keys.some((key) => !REQUIRED.includes(key))) return []
  if (root.entries.some(({ merged }) => merged)) return []
  const [front, rest] = [
    only(template, (key) => REQUIRED.includes(key)),
    only(template, (key) => !REQUIRED.includes(key)),
  ]
  const absent = Object.entries(front).filter(([key]) => isAbsent({ node: root }, key))
  const changes = absent.map(([key, value]): Change => ({ do: 'insert', path: [key], value }))
  return Object.keys(rest).length === 0 ? changes : [...changes, tail(text, root, rest)]
}

const REQUIRED: readonly string[] = ['apiVersion', 'name', 'title', 'stage']

function only(template: TemplateBlock, takes: (key: string) => boolean): TemplateBlock {
  return Object.fromEntries(Object.entries(template).filter(([key]) => takes(key)))
}

function tail(text: string, root: Mapping, rest: TemplateBlock): Change {
  const last = Math.max(
    ...root.entries.map(({ keySpan, value }) => Math.max(keySpan.end + 1, value.span.end)),
  )
  const at = lineEndAt(text, last)
  const eol = eolAt(text, at)
  const written = pilotText(rest, { eol }).trimEnd()
  return { do: 'replace', span: { start: at, end: at }, text: eol + eol + written }
}

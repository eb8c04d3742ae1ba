import type {
  Range,
  RenameFile,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-types'
import { problemWithName } from '../engine/templates/new-pilot.ts'
import { visible } from '../engine/text/visible.ts'
import { scalarText } from '../engine/yaml/template.ts'
import { type NamedPilot, type NamePlace, type Names, nameAt, type Place, placesOf } from './names.ts'
import { rangeOf } from './range.ts'

/** What a client shows when it asks for the new name. */
export interface Renamed {
  readonly range: Range
  readonly placeholder: string
}

/** The name that would be changed; `null` where none stands. */
export function prepareRename(names: Names, place: Place): Renamed | null {
  const name = nameAt(names, place)
  return name ? { range: rangeOf(name.pilot.lines, name.span), placeholder: name.name } : null
}

export interface Renaming extends Place {
  readonly newName: string
  /** Whether the client takes edits that name the version that they are for. */
  readonly documentChanges: boolean
  /** Whether it also renames files in an edit. */
  readonly renamesFiles: boolean
}

/**
 * Writes another name wherever the name stands for something, and gives the file of a pilot that is called like it the new one;
 * comments and sentences keep the old one. Where several pilots are called so, it is that one alone: nobody knows which of them the others
 * mean. A text says why that cannot be.
 */
export function rename(names: Names, renaming: Renaming): WorkspaceEdit | string | null {
  const name = nameAt(names, renaming)
  if (!name) return null
  const text = renaming.newName.trim()
  const all = placesOf(name, names)
  const places = name.isOwn && all.filter(({ isOwn }) => isOwn).length > 1 ? [name] : all
  const problem = problemWith(name, text, names)
  if (problem !== undefined) return problem
  const own = name.refers === 'pilot' ? places.filter(({ isOwn }) => isOwn) : []
  const files = own.flatMap((place) => fileRename(place, text) ?? [])
  if (own.length > 0 && isTaken(own, text, names, files))
    return `There is a pilot "${text}" already. Choose another name.`
  const changes = textChanges(places, text)
  if (!renaming.documentChanges)
    return {
      changes: Object.fromEntries(changes.map(({ textDocument, edits }) => [textDocument.uri, edits])),
    }
  return { documentChanges: renaming.renamesFiles ? [...changes, ...files] : changes }
}

function textChanges(
  places: readonly NamePlace[],
  text: string,
): (TextDocumentEdit & { edits: TextEdit[] })[] {
  const byPilot = new Map<NamedPilot, Map<number, TextEdit>>()
  for (const place of places) {
    const edits = byPilot.get(place.pilot) ?? new Map<number, TextEdit>()
    byPilot.set(place.pilot, edits)
    // What an alias repeats stands in one place only.
    edits.set(place.span.start, editOf(place, text))
  }
  return Array.from(byPilot, ([{ uri, version }, edits]) => {
    return { textDocument: { uri, version }, edits: [...edits.values()] }
  })
}

/** Why a name cannot be the new one. */
function problemWith(
  { refers, name }: NamePlace,
  text: string,
  { registry, unread }: Names,
): string | undefined {
  if (text === '') return 'Write the new name.'
  if (/[\p{Cc}\u2028\u2029]/u.test(text)) return 'Write the name on one line.'
  const left = unread?.(name)
  if (left !== undefined)
    return `${visible(left)} says "${visible(name)}", too, and cannot be read as a pilot. Mend it first.`
  if (refers === 'pilot') return problemWithName(text)
  if (!registry?.find(refers, name) || registry.find(refers, text)) return undefined
  return `The registry knows "${visible(name)}" and not "${visible(text)}". Rename it there first, then here.`
}

/** Whether a pilot that keeps its name is called so, or its file is. */
function isTaken(
  own: readonly NamePlace[],
  text: string,
  { pilots }: Names,
  files: readonly RenameFile[],
): boolean {
  const others = pilots.filter((each) => own.every(({ pilot }) => pilot !== each))
  return others.some(({ uri, facts }) => {
    return facts.name?.toLowerCase() === text || files.some(({ newUri }) => newUri === uri)
  })
}

/** The file of the pilot that is called so here, where it has the same name. */
function fileRename({ pilot, name, isOwn }: NamePlace, text: string): RenameFile | undefined {
  const [, folder, file, ending] = /^(.*\/)([^/]+)(\.pilot\.ya?ml)$/i.exec(pilot.uri) ?? []
  if (!isOwn || file !== name || text === name) return undefined
  return { kind: 'rename', oldUri: pilot.uri, newUri: `${folder}${text}${ending}` }
}

function editOf({ pilot, span }: NamePlace, name: string): TextEdit {
  return { range: rangeOf(pilot.lines, span), newText: written(pilot.text, span, name) }
}

/** The name as it has to be written in the place of the old one. */
function written(text: string, { start, end }: NamePlace['span'], name: string): string {
  const quote = text.charAt(start - 1)
  if (quote === text.charAt(end)) {
    if (quote === "'") return name.replaceAll("'", "''")
    if (quote === '"') return JSON.stringify(name).slice(1, -1)
  }
  // A block of text ends its line.
  const isBlock = /^[|>]/.test(text.slice(start, end))
  const [eol = ''] = isBlock ? (/\r?\n$/.exec(text.slice(start, end)) ?? []) : []
  return scalarText(name) + eol
}

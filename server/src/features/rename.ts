import type { Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types'
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
}

/** Writes another name wherever the name stands for something; comments and sentences keep the old one. */
export function rename(names: Names, renaming: Renaming): WorkspaceEdit | null {
  const name = nameAt(names, renaming)
  const text = renaming.newName.trim()
  if (!name || text === '' || /[\p{Cc}\u2028\u2029]/u.test(text)) return null
  const byPilot = new Map<NamedPilot, Map<number, TextEdit>>()
  for (const place of placesOf(name, names)) {
    const edits = byPilot.get(place.pilot) ?? new Map<number, TextEdit>()
    byPilot.set(place.pilot, edits)
    // What an alias repeats stands in one place only.
    edits.set(place.span.start, editOf(place, text))
  }
  const changes = Array.from(byPilot, ([{ uri: file, version }, edits]) => {
    return { textDocument: { uri: file, version }, edits: [...edits.values()] }
  })
  if (renaming.documentChanges) return { documentChanges: changes }
  return { changes: Object.fromEntries(changes.map(({ textDocument, edits }) => [textDocument.uri, edits])) }
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

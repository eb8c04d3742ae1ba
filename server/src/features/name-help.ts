import type { RegistryEntry } from '../engine/portfolio/registry.ts'
import type { FindFile } from './diagnostics.ts'
import type { Help } from './hover.ts'
import type { Markup } from './markup.ts'
import { entryOf, type Names, nameAt, type Place } from './names.ts'

/** What the registry knows of the name at a place; absent where it knows nothing. */
export function nameHelp(names: Names, place: Place, markup: Markup): Help | undefined {
  const name = nameAt(names, place)
  const entry = name && entryOf(name, names)
  return entry && { text: entryHelp(entry, names.find, markup), span: name.span }
}

/** What it is called, what it is, and the file that declares it. */
function entryHelp({ kind, name, title, place }: RegistryEntry, find: FindFile, markup: Markup): string {
  const called =
    title === undefined || title === name
      ? markup.strong(name)
      : `${markup.strong(title)} (${markup.code(name)})`
  const file = place && find(place.file)
  const line = file && place ? file.lines.positionAt(place.span.start).line + 1 : 1
  const label = file?.uri.slice(file.uri.lastIndexOf('/') + 1)
  // The address is that of a file which the server has found itself, not one from its text.
  const link = file && label ? markup.link(decoded(label), `${file.uri}#L${line}`) : undefined
  return [called, `${words[kind]} of the registry${link ? `: ${link}` : ''}`].join('\n\n')
}

const words: Readonly<Record<RegistryEntry['kind'], string>> = {
  person: 'Person',
  team: 'Team',
  system: 'System',
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

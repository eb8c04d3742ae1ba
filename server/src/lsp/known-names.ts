import { extract } from '../engine/portfolio/facts.ts'
import { isRecord } from '../engine/shape.ts'
import type { Names, Unread } from '../features/names.ts'
import type { PilotFile } from './pilot-file.ts'
import type { Session } from './session.ts'
import { fileNameOf, isBelow } from './uri.ts'

/** In what the name that a client asks about is looked up: all pilots; for one outside of their folders, in it alone. */
export function knownNames({ analyses, folders, pilots }: Session, params: unknown): Names {
  const names = { ...analyses.names(), unread: () => unreadIn(pilots.all(), analyses) }
  const document = isRecord(params) ? params['textDocument'] : undefined
  const uri = isRecord(document) ? String(document['uri']) : ''
  const file = folders.some((folder) => isBelow(uri, folder)) ? undefined : pilots.open(uri)
  if (!file) return names
  const { readable, text, lines, pilot, syntax } = analyses.alone(file)
  const own = { uri: file.uri, version: file.version, text, lines, ...extract(pilot, syntax) }
  return { find: names.find, registry: undefined, pilots: readable ? [own] : [] }
}

function unreadIn(pilots: readonly PilotFile[], analyses: Session['analyses']): readonly Unread[] {
  return pilots.flatMap((file) => {
    const { readable, text } = analyses.alone(file)
    return readable ? [] : [{ file: fileNameOf(file.uri), text }]
  })
}

import { extract } from '../engine/portfolio/facts.ts'
import { isRecord } from '../engine/shape.ts'
import type { Names } from '../features/names.ts'
import type { Session } from './session.ts'
import { isBelow } from './uri.ts'

/** In what the name that a client asks about is looked up: all pilots; for one outside of their folders, in it alone. */
export function knownNames({ analyses, folders, pilots }: Session, params: unknown): Names {
  const names = analyses.names()
  const document = isRecord(params) ? params['textDocument'] : undefined
  const uri = isRecord(document) ? String(document['uri']) : ''
  const file = folders.some((folder) => isBelow(uri, folder)) ? undefined : pilots.open(uri)
  if (!file) return names
  const { readable, text, lines, pilot, syntax } = analyses.alone(file)
  const own = { uri: file.uri, version: file.version, text, lines, ...extract(pilot, syntax) }
  return { find: names.find, registry: undefined, pilots: readable ? [own] : [] }
}

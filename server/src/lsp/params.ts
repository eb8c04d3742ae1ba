import type { TextDocumentPositionParams } from 'vscode-languageserver'
import { isRecord } from '../engine/shape.ts'
import type { Place } from '../features/names.ts'

/** Whether the parameters of a request or notification name a document. Clients may send anything. */
export function namesDocument(params: unknown): boolean {
  const document = isRecord(params) ? params['textDocument'] : undefined
  return isRecord(document) && typeof document['uri'] === 'string'
}

/** Whether they name a place in a document. */
export function namesPosition(params: unknown): boolean {
  return isRecord(params) && namesDocument(params) && isPosition(params['position'])
}

/** Whether they name a place and what its name shall become. */
export function namesRenaming(params: unknown): boolean {
  return isRecord(params) && namesPosition(params) && typeof params['newName'] === 'string'
}

/** The place that they name. */
export function placeOf({ textDocument, position }: TextDocumentPositionParams): Place {
  return { uri: textDocument.uri, position }
}

/** Whether they name a part of a document. */
export function namesRange(params: unknown): boolean {
  return isRecord(params) && namesDocument(params) && isRange(params['range'])
}

/** Whether they name places in a document. */
export function namesPositions(params: unknown): boolean {
  const positions = isRecord(params) && namesDocument(params) ? params['positions'] : undefined
  return Array.isArray(positions) && positions.every(isPosition)
}

/** Whether it is a lens of ours. */
export function namesLens(lens: unknown): boolean {
  return isRecord(lens) && isRange(lens['range']) && typeof lens['data'] === 'string'
}

/** Whether they say what the client knows of all files. */
export function namesResults(params: unknown): boolean {
  const results = isRecord(params) ? params['previousResultIds'] : undefined
  return Array.isArray(results) && results.every((each) => isRecord(each) && typeof each['uri'] === 'string')
}

/** Whether they list changed files. */
export function namesFiles(params: unknown): boolean {
  return isRecord(params) && isListOfUris(params['changes'] ?? params['files'])
}

/** Whether they list folders that came and folders that went. */
export function namesFolders(params: unknown): boolean {
  const event = isRecord(params) ? params['event'] : undefined
  return isRecord(event) && isListOfUris(event['added']) && isListOfUris(event['removed'])
}

function isPosition(value: unknown): boolean {
  return isRecord(value) && Number.isInteger(value['line']) && Number.isInteger(value['character'])
}

function isRange(value: unknown): boolean {
  return isRecord(value) && isPosition(value['start']) && isPosition(value['end'])
}

/** Whether a document was opened with all that is needed to keep it. */
export function opensDocument(params: unknown): boolean {
  const document = isRecord(params) ? params['textDocument'] : undefined
  return isRecord(document) && typeof document['uri'] === 'string' && typeof document['text'] === 'string'
}

/** Whether a document was changed in a way that can be applied. */
export function changesDocument(params: unknown): boolean {
  if (!isRecord(params) || !namesDocument(params)) return false
  const changes = params['contentChanges']
  return Array.isArray(changes) && changes.every(isChange)
}

function isChange(value: unknown): boolean {
  if (!isRecord(value) || typeof value['text'] !== 'string') return false
  return value['range'] === undefined || isRange(value['range'])
}

function isListOfUris(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.every((each) => isRecord(each) && typeof (each['uri'] ?? each['oldUri']) === 'string')
  )
}

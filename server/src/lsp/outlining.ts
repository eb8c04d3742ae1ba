import type { DocumentSymbol, FoldingRange, SymbolInformation } from 'vscode-languageserver'
import { parse } from '../engine/yaml/parse.ts'
import { documentSymbols, flatSymbols } from '../features/document-symbols.ts'
import { folding, type Reading } from '../features/folding.ts'
import type { PilotDocument } from './documents.ts'
import type { Session } from './session.ts'
import { isConfigUri } from './uri.ts'

/** The blocks of a pilot or a configuration: below each other for a client that shows them so, else as a list. */
export function outlineOf(
  session: Session,
  document: PilotDocument,
): DocumentSymbol[] | SymbolInformation[] | null {
  const read = readingOf(session, document)
  const symbols = read && documentSymbols(read)
  if (!symbols || session.client.nestsSymbols) return symbols ?? null
  return flatSymbols(symbols, document.uri)
}

/** What can be folded in a pilot or a configuration. */
export function foldsOf(session: Session, document: PilotDocument): FoldingRange[] | null {
  const read = readingOf(session, document)
  return read ? folding(read) : null
}

function readingOf(session: Session, { uri, text, lines }: PilotDocument): Reading | undefined {
  return session.analysis(uri) ?? (isConfigUri(uri) ? { text, lines, syntax: parse(text) } : undefined)
}

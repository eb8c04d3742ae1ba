import type { Hover, TextDocumentPositionParams } from 'vscode-languageserver'
import { configHover } from '../features/config-hover.ts'
import { hover } from '../features/hover.ts'
import { nameHelp } from '../features/name-help.ts'
import type { PilotDocument } from './documents.ts'
import type { NamesInPilots } from './names-in-pilots.ts'
import { placeOf } from './params.ts'
import type { Session } from './session.ts'
import { isConfigUri } from './uri.ts'

/** What stands at a place of a pilot or a configuration. */
export function hoverAt(
  session: Session,
  names: NamesInPilots,
  document: PilotDocument,
  params: TextDocumentPositionParams,
): Hover | null {
  const { markup } = session.client
  const analysis = session.analysis(document.uri)
  if (analysis) {
    const name = nameHelp(names.within(document.uri), placeOf(params), markup)
    return hover(analysis, analysis.lines.offsetAt(params.position), markup, name)
  }
  if (!isConfigUri(document.uri)) return null
  return configHover(document, document.lines.offsetAt(params.position), markup)
}

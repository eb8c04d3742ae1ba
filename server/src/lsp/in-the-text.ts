import type { CodeLens, Connection } from 'vscode-languageserver'
import { codeLenses, stageCommand } from '../features/code-lenses.ts'
import { documentHighlights } from '../features/document-highlights.ts'
import { documentLinks } from '../features/document-links.ts'
import { inlayHints } from '../features/inlay-hints.ts'
import { selectionRanges } from '../features/selection-ranges.ts'
import { semanticTokens } from '../features/semantic-tokens.ts'
import type { Guard } from './guard.ts'
import { namesLens, namesPositions, namesRange } from './params.ts'
import { Questions } from './questions.ts'
import type { Session } from './session.ts'

/** What an editor shows within the text of a pilot. */
export function answerInTheText(connection: Connection, session: Session, guard: Guard): void {
  const questions = new Questions(session, guard)
  answerLenses(connection, session, guard)
  connection.onDocumentHighlight(
    questions.at('documentHighlight', (analysis, offset) =>
      documentHighlights(analysis, offset, session.analyses.registry),
    ),
  )
  connection.onSelectionRanges(
    questions.about(
      'selectionRange',
      (analysis, { positions }) => selectionRanges(analysis, positions),
      namesPositions,
    ),
  )
  connection.onDocumentLinks(
    questions.about('documentLink', (analysis, { textDocument }) =>
      documentLinks(analysis, session.analyses.addressesFrom(textDocument.uri)),
    ),
  )
  connection.languages.inlayHint.on(
    questions.about('inlayHint', (analysis, { range }) => inlayHints(analysis, range), namesRange),
  )
  connection.languages.semanticTokens.on(
    questions.about('semanticTokens/full', (analysis) => semanticTokens(analysis)),
  )
  connection.languages.semanticTokens.onRange(
    questions.about(
      'semanticTokens/range',
      (analysis, { range }) => semanticTokens(analysis, range),
      namesRange,
    ),
  )
}

function answerLenses(connection: Connection, session: Session, guard: Guard): void {
  const questions = new Questions(session, guard)
  connection.onCodeLens(
    questions.about('codeLens', (analysis, { textDocument }) => codeLenses(analysis, textDocument.uri)),
  )
  connection.onCodeLensResolve(
    guard.request('codeLens/resolve', { fallback: noLens, isSane: namesLens }, (lens) => {
      const uri = String(lens.data)
      const file = session.pilots.open(uri)
      const command = file && stageCommand(session.analyses.of(file), uri, session.analyses.under(file))
      return command ? { ...lens, command } : { ...noLens, range: lens.range }
    }),
  )
}

/** Says nothing; one without a command would be shown as broken. */
const noLens: CodeLens = {
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
  command: { title: '', command: '' },
}

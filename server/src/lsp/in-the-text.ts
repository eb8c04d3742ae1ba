import type { Connection } from 'vscode-languageserver'
import { documentHighlights } from '../features/document-highlights.ts'
import { documentLinks } from '../features/document-links.ts'
import { inlayHints } from '../features/inlay-hints.ts'
import { selectionRanges } from '../features/selection-ranges.ts'
import { semanticTokens } from '../features/semantic-tokens.ts'
import { namesPositions, namesRange } from './params.ts'
import type { Questions } from './questions.ts'
import type { Session } from './session.ts'

/** What an editor shows within the text of a pilot. */
export function answerInTheText(connection: Connection, session: Session, questions: Questions): void {
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

import type { CodeLens, Connection } from 'vscode-languageserver'
import type { AnswersLater } from './answers-later.ts'
import type { Guard } from './guard.ts'
import { namesLens, namesPosition, namesPositions, namesRange } from './params.ts'
import type { Questions } from './questions.ts'
import type { Shown } from './shown.ts'

/** What requests are answered with. */
export interface Answering {
  readonly guard: Guard
  readonly questions: Questions
  readonly later: AnswersLater
}

/** What an editor shows within the text of a pilot. */
export function answerInTheText(connection: Connection, { guard, questions, later }: Answering): void {
  const shown = async (): Promise<Shown> => (await later()).shown
  connection.onCodeLens(
    questions.about('codeLens', async (analysis, { textDocument }) =>
      (await shown()).lenses(analysis, textDocument.uri),
    ),
  )
  connection.onCodeLensResolve(
    guard.request('codeLens/resolve', { fallback: noLens, isSane: namesLens }, async (lens) => {
      const command = (await shown()).stageCommand(String(lens.data))
      return command ? { ...lens, command } : { ...noLens, range: lens.range }
    }),
  )
  connection.onDocumentHighlight(
    questions.about(
      'documentHighlight',
      async (analysis, { position }) => (await shown()).highlights(analysis, position),
      namesPosition,
    ),
  )
  connection.onSelectionRanges(
    questions.about(
      'selectionRange',
      async (analysis, { positions }) => (await shown()).selections(analysis, positions),
      namesPositions,
    ),
  )
  connection.onDocumentLinks(
    questions.about('documentLink', async (analysis, { textDocument }) =>
      (await shown()).links(analysis, textDocument.uri),
    ),
  )
  answerColours(connection, questions, shown)
}

function answerColours(connection: Connection, questions: Questions, shown: () => Promise<Shown>): void {
  const { inlayHint, semanticTokens } = connection.languages
  inlayHint.on(
    questions.about(
      'inlayHint',
      async (analysis, { range }) => (await shown()).hints(analysis, range),
      namesRange,
    ),
  )
  semanticTokens.on(
    questions.about('semanticTokens/full', async (analysis) => (await shown()).tokens(analysis)),
  )
  semanticTokens.onRange(
    questions.about(
      'semanticTokens/range',
      async (analysis, { range }) => (await shown()).tokens(analysis, range),
      namesRange,
    ),
  )
}

/** Says nothing; one without a command would be shown as broken. */
const noLens: CodeLens = {
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
  command: { title: '', command: '' },
}

import type { Connection } from 'vscode-languageserver'
import type { AnswersLater } from './answers-later.ts'
import { namesRenaming } from './params.ts'
import type { Questions } from './questions.ts'

/** What the author asks about a name, which may stand in any pilot. */
export function answerNames(connection: Connection, questions: Questions, later: AnswersLater): void {
  connection.onDefinition(
    questions.named('definition', async (names, params) => (await later()).definition(names, params)),
  )
  connection.onReferences(
    questions.named('references', async (names, params) => (await later()).references(names, params)),
  )
  connection.onPrepareRename(
    questions.named('prepareRename', async (names, params) => (await later()).prepareRename(names, params)),
  )
  connection.onRenameRequest(
    questions.named('rename', async (names, params) => (await later()).rename(names, params), namesRenaming),
  )
  connection.onWorkspaceSymbol(
    questions.named(
      'workspace/symbol',
      async (names, { query }) => (await later()).symbols(names, String(query ?? '')),
      () => true,
    ),
  )
}

import type { Connection } from 'vscode-languageserver'
import type { AnswersLater } from './answers-later.ts'
import { namesRenaming } from './params.ts'
import type { Questions } from './questions.ts'

/** What the author asks about a name, which may stand in any pilot. */
export function answerNames(connection: Connection, questions: Questions, later: AnswersLater): void {
  connection.onDefinition(questions.named('definition', async (params) => (await later()).definition(params)))
  connection.onReferences(questions.named('references', async (params) => (await later()).references(params)))
  connection.onPrepareRename(
    questions.named('prepareRename', async (params) => (await later()).prepareRename(params)),
  )
  connection.onRenameRequest(
    questions.named('rename', async (params) => (await later()).rename(params), namesRenaming),
  )
  connection.onWorkspaceSymbol(
    questions.named(
      'workspace/symbol',
      async ({ query }) => (await later()).symbols(String(query ?? '')),
      () => true,
    ),
  )
}

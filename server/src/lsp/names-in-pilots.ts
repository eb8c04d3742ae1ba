import type { Connection } from 'vscode-languageserver'
import { definition } from '../features/definition.ts'
import { references } from '../features/references.ts'
import { workspaceSymbols } from '../features/workspace-symbols.ts'
import type { AnswersLater } from './answers-later.ts'
import { namesRenaming, placeOf } from './params.ts'
import type { Questions } from './questions.ts'

/** What the author asks about a name, which may stand in any pilot. */
export function answerNames(connection: Connection, questions: Questions, later: AnswersLater): void {
  connection.onDefinition(
    questions.named('definition', (names, params) => definition(names, placeOf(params))),
  )
  connection.onReferences(
    questions.named('references', (names, params) =>
      references(names, placeOf(params), params.context?.includeDeclaration !== false),
    ),
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
      (names, { query }) => workspaceSymbols(names, String(query ?? '')),
      () => true,
    ),
  )
}

import type { Connection, TextDocuments } from 'vscode-languageserver'
import type { PilotDocument } from './documents.ts'
import type { Guard } from './guard.ts'
import { changesDocument, namesDocument, opensDocument } from './params.ts'

/** Keeps the open documents in step with the client; what cannot be applied is logged and changes nothing. */
export function synchronize(
  documents: TextDocuments<PilotDocument>,
  connection: Connection,
  guard: Guard,
): void {
  const checked = <P>(
    name: string,
    isSane: (params: unknown) => boolean,
    apply: (params: P) => void | Promise<void>,
  ) =>
    guard.notification<P>(name, (params) => {
      if (!isSane(params)) throw new Error('malformed parameters')
      return apply(params)
    })
  documents.listen({
    onDidOpenTextDocument: (apply) =>
      connection.onDidOpenTextDocument(checked('didOpen', opensDocument, apply)),
    onDidChangeTextDocument: (apply) =>
      connection.onDidChangeTextDocument(checked('didChange', changesDocument, apply)),
    onDidCloseTextDocument: (apply) =>
      connection.onDidCloseTextDocument(checked('didClose', namesDocument, apply)),
    onDidSaveTextDocument: (apply) =>
      connection.onDidSaveTextDocument(checked('didSave', namesDocument, apply)),
    onWillSaveTextDocument: (apply) =>
      connection.onWillSaveTextDocument(checked('willSave', namesDocument, apply)),
    onWillSaveTextDocumentWaitUntil: (apply) => connection.onWillSaveTextDocumentWaitUntil(apply),
  })
}

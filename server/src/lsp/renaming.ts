import { LSPErrorCodes, type RenameParams, ResponseError, type WorkspaceEdit } from 'vscode-languageserver'
import type { Names } from '../features/names.ts'
import { rename } from '../features/rename.ts'
import type { Client } from './client.ts'
import { placeOf } from './params.ts'

/** The edit that gives what a name stands for another one, or what the client tells its user instead. */
export function renamed(
  names: Names,
  params: RenameParams,
  { documentChanges, renamesFiles }: Client,
): WorkspaceEdit | ResponseError<never> | null {
  const { newName } = params
  const answer = rename(names, { ...placeOf(params), newName, documentChanges, renamesFiles })
  return typeof answer === 'string' ? new ResponseError(LSPErrorCodes.RequestFailed, answer) : answer
}

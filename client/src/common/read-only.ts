import {
  FilePermission,
  languages,
  Range,
  RelativePattern,
  type TextDocument,
  WorkspaceEdit,
  workspace,
} from 'vscode'
import { fieldsOf } from './arguments.ts'

/** Whether nobody can write a file, as far as that can be known without trying. */
export async function isReadOnly(document: TextDocument): Promise<boolean> {
  const { uri } = document
  if (document.isUntitled) return false
  if (workspace.fs.isWritableFileSystem(uri.scheme) === false) return true
  if (isListed('readonlyInclude', document)) return !isListed('readonlyExclude', document)
  try {
    const { permissions = 0 } = await workspace.fs.stat(uri)
    return (permissions & FilePermission.Readonly) !== 0
  } catch {
    return false
  }
}

/** Whether a setting of the user names a file by a pattern, be it from the root of its folder or of the disk. */
function isListed(setting: string, document: TextDocument): boolean {
  const patterns = fieldsOf(workspace.getConfiguration('files', document.uri).get<unknown>(setting))
  const folder = workspace.getWorkspaceFolder(document.uri)
  return Object.entries(patterns).some(([pattern, isOn]) => {
    const all = folder ? [pattern, new RelativePattern(folder, pattern)] : [pattern]
    return isOn === true && all.some((each) => languages.match({ pattern: each }, document) > 0)
  })
}

/**
 * Makes an edit of one document; false when the file cannot be changed. VS Code shows an edit also in an editor that is read-only, as
 * a text that is never saved: there it is taken back.
 */
export async function makeEdit(document: TextDocument, edit: WorkspaceEdit): Promise<boolean> {
  const before = document.getText()
  let isTaken = document.isDirty || document.isUntitled
  const listening = workspace.onDidChangeTextDocument((event) => {
    if (event.document === document) isTaken ||= document.isDirty
  })
  try {
    if (!(await workspace.applyEdit(edit))) return false
  } finally {
    listening.dispose()
  }
  const now = document.getText()
  if (isTaken || now === before) return true
  const back = new WorkspaceEdit()
  back.replace(document.uri, new Range(document.positionAt(0), document.positionAt(now.length)), before)
  await workspace.applyEdit(back)
  return false
}

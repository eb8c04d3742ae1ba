import { l10n, type Uri, WorkspaceEdit, window, workspace } from 'vscode'
import { say } from './server-answers.ts'

/** Writes a new file, which can be undone, and shows it. One that exists is shown as it is, and never written. */
export async function createFile(uri: Uri, text: string): Promise<boolean> {
  const name = workspace.asRelativePath(uri)
  const exists = await isThere(uri)
  if (exists) say(l10n.t('{0} is there already, and was not changed.', name))
  else if (!(await writeFile(uri, text))) {
    say(l10n.t('{0} could not be written.', name))
    return false
  }
  await window.showTextDocument(await workspace.openTextDocument(uri), { preview: false })
  return !exists
}

/** Writes a file that does not exist yet, as an edit of the workspace. */
export async function writeFile(uri: Uri, text: string): Promise<boolean> {
  const edit = new WorkspaceEdit()
  edit.createFile(uri, { contents: await workspace.encode(text, { encoding: 'utf8' }) })
  return workspace.applyEdit(edit)
}

/** Whether there is a file or a folder. */
export async function isThere(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri)
    return true
  } catch {
    return false
  }
}

import {
  type Diagnostic,
  type Disposable,
  languages,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode'

/** Opens a file of the workspace, such as `forecast.pilot.yaml`, in an editor. */
export async function open(file: string): Promise<TextDocument> {
  const folder = workspace.workspaceFolders?.[0]
  if (folder === undefined) throw new Error('No folder is open.')
  const document = await workspace.openTextDocument(Uri.joinPath(folder.uri, file))
  await window.showTextDocument(document)
  return document
}

/** The diagnostics of a document as soon as `accepts` is content with them; no waiting when it is at once. */
export function diagnosticsOf(
  { uri }: TextDocument,
  accepts: (diagnostics: readonly Diagnostic[]) => boolean = (diagnostics) => diagnostics.length > 0,
): Promise<readonly Diagnostic[]> {
  const latest = () => languages.getDiagnostics(uri)
  return when(latest, accepts, (changed) => languages.onDidChangeDiagnostics(changed))
}

/** Resolves with what `read` gives once `accepts` takes it, looked at again on every event; fails with the last value. */
function when<T>(
  read: () => T,
  accepts: (value: T) => boolean,
  listen: (changed: () => void) => Disposable,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const value = read()
      if (accepts(value)) finish(() => resolve(value))
    }
    const finish = (answer: () => void) => {
      clearTimeout(limit)
      listening.dispose()
      answer()
    }
    const listening = listen(look)
    const tooLate = () => reject(new Error(`Nothing better came in time than ${JSON.stringify(read())}`))
    const limit = setTimeout(() => finish(tooLate), 15_000)
    look()
  })
}

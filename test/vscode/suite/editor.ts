import {
  ConfigurationTarget,
  commands,
  type Diagnostic,
  type Disposable,
  languages,
  Range,
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

/** Opens text that is not saved in an editor. */
export async function openText(content: string, language = 'pilot-yaml'): Promise<TextDocument> {
  const document = await workspace.openTextDocument({ content, language })
  // A preview of an empty text would give way to the next one, and yet its text would stay for minutes.
  await window.showTextDocument(document, { preview: false })
  return document
}

/** Closes every editor and takes back what was not saved; nobody is asked, and no text stays that would count as a pilot. */
export async function revertAll(): Promise<void> {
  while (window.tabGroups.all.some(({ tabs }) => tabs.length > 0))
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
}

/** The language that VS Code gives to a file with this name; the file need not exist. */
export async function languageOf(file: string): Promise<string> {
  const uri = Uri.from({ scheme: 'untitled', path: `/somewhere/${file}` })
  return (await workspace.openTextDocument(uri)).languageId
}

/** Where a text stands first in a document. */
export function rangeOf(document: TextDocument, text: string): Range {
  const offset = document.getText().indexOf(text)
  if (offset < 0) throw new Error(`${document.uri.path} does not hold ${text}.`)
  return new Range(document.positionAt(offset), document.positionAt(offset + text.length))
}

/** The name of the rule behind a diagnostic. */
export function ruleOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code)
}

/** Waits until a rule reports something in a document, or nothing any more. */
export async function untilReported(
  document: TextDocument,
  rule: string,
  reported = true,
): Promise<Diagnostic | undefined> {
  const all = await diagnosticsOf(document, (each) => each.some((one) => ruleOf(one) === rule) === reported)
  return all.find((one) => ruleOf(one) === rule)
}

/** Sets the day on which pilots are judged, for all tests that come. */
export async function judgeOn(day: string | undefined): Promise<void> {
  await workspace.getConfiguration('pilots').update('asOf', day, ConfigurationTarget.Workspace)
}

/** The diagnostics of a document as soon as `accepts` is content with them; no waiting when it is at once. */
export function diagnosticsOf(
  { uri }: Pick<TextDocument, 'uri'>,
  accepts: (diagnostics: readonly Diagnostic[]) => boolean = (diagnostics) => diagnostics.length > 0,
): Promise<readonly Diagnostic[]> {
  const latest = () => languages.getDiagnostics(uri)
  return when(latest, accepts, (changed) => languages.onDidChangeDiagnostics(changed))
}

/** Resolves with what `read` gives once `accepts` takes it, looked at again on every event; fails with the last value. */
export function when<T>(
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
    const limit = setTimeout(() => finish(tooLate), 45_000)
    look()
  })
}

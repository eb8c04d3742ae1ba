import {
  commands,
  type Diagnostic,
  FileType,
  l10n,
  languages,
  type Position,
  Uri,
  window,
  workspace,
} from 'vscode'
import { fieldsOf, rangeIn, uriIn } from './arguments.ts'
import { documentOf } from './server-answers.ts'

/**
 * Shows the page of a rule: of the one that is named, of the finding at the cursor, or else of one that the person chooses. The pages
 * come with the extension; a rule without one explains itself where it found something, which an argument may say.
 */
export async function explainRule(extension: Uri, named: unknown, argument: unknown): Promise<void> {
  const rule = typeof named === 'string' ? named : (ruleAtCursor() ?? (await chosenRule(extension)))
  if (rule === undefined) return
  const page = await pageOf(extension, rule)
  if (page) await commands.executeCommand('markdown.showPreview', page)
  else if (await showFinding(argument)) await commands.executeCommand('editor.action.showHover')
}

/** Lets the person choose one of all rules that have a page, as their list names them: in a browser no folder can be listed. */
async function chosenRule(extension: Uri): Promise<string | undefined> {
  const list = await documentOf(Uri.joinPath(extension, 'docs', 'rules', 'README.md'))
  const lines = list?.getText().matchAll(/^\| \[([a-z-]+\/[a-z0-9-]+)\]\([^)]*\) \| (.*?) \|/gm) ?? []
  const rows = Array.from(lines, ([, label = '', detail = '']) => ({ label, detail }))
  if (rows.length === 0) return undefined
  const placeHolder = l10n.t('There is no finding at the cursor. Which rule?')
  return (await window.showQuickPick(rows, { placeHolder, matchOnDetail: true }))?.label
}

/** Puts the cursor on the finding that an argument is about; false where that is gone. It is at one already when there is none. */
async function showFinding(argument: unknown): Promise<boolean> {
  const selection = rangeIn(fieldsOf(fieldsOf(argument)['place'])['range'])
  const uri = uriIn(argument)
  if (!selection || !uri) return true
  const document = await documentOf(uri)
  if (document) await window.showTextDocument(document, { selection })
  return document !== undefined
}

/** Shows the page that says what may stand in a pilot file. */
export async function showFormat(extension: Uri): Promise<void> {
  await commands.executeCommand('markdown.showPreview', Uri.joinPath(extension, 'docs', 'format.md'))
}

function ruleAtCursor(): string | undefined {
  const editor = window.activeTextEditor
  if (!editor) return undefined
  const ours = languages.getDiagnostics(editor.document.uri).filter(({ source }) => source === 'pilots')
  const found = nearest(ours, editor.selection.active)
  const code = typeof found?.code === 'object' ? found.code.value : found?.code
  return code === undefined ? undefined : String(code)
}

/** The finding under the cursor, else the first on its line. */
function nearest(all: readonly Diagnostic[], position: Position): Diagnostic | undefined {
  return (
    all.find(({ range }) => range.contains(position)) ??
    all.find(({ range }) => range.start.line <= position.line && position.line <= range.end.line)
  )
}

/** A rule has a page of its own; those of the schema and of YAML share one. */
export async function pageOf(extension: Uri, rule: string): Promise<Uri | undefined> {
  const [, group, name] = /^([a-z-]+)\/([a-z0-9-]+)$/.exec(rule) ?? []
  if (group === undefined || name === undefined) return undefined
  const folder = Uri.joinPath(extension, 'docs', 'rules')
  const pages = [Uri.joinPath(folder, group, `${name}.md`), Uri.joinPath(folder, `${group}.md`)]
  for (const page of pages) if (await isFile(page)) return page
  return undefined
}

async function isFile(uri: Uri): Promise<boolean> {
  try {
    return (await workspace.fs.stat(uri)).type === FileType.File
  } catch {
    return false
  }
}

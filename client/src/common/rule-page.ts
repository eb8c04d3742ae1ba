import {
  commands,
  type Diagnostic,
  FileType,
  l10n,
  languages,
  type Position,
  type QuickPickItem,
  QuickPickItemKind,
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

/**
 * Lets the person choose one of all rules that have a page, as their list names them: in a browser no folder can be listed. Those that
 * found something in the file that is shown come first.
 */
async function chosenRule(extension: Uri): Promise<string | undefined> {
  const list = await documentOf(Uri.joinPath(extension, 'docs', 'rules', 'README.md'))
  const lines = list?.getText().matchAll(/^\| \[([a-z-]+\/[a-z0-9-]+)\]\([^)]*\) \| (.*?) \|/gm) ?? []
  const rows = Array.from(lines, ([, label = '', detail = '']) => ({ label, detail }))
  if (rows.length === 0) return undefined
  const found = new Set(findings().map(ruleOf))
  const here = rows.filter(({ label }) => found.has(label))
  const others = rows.filter(({ label }) => !found.has(label))
  const all =
    here.length === 0
      ? rows
      : [heading(l10n.t('Found in this file')), ...here, heading(l10n.t('Other rules')), ...others]
  const placeHolder = l10n.t('There is no finding at the cursor. Which rule?')
  return (await window.showQuickPick(all, { placeHolder, matchOnDetail: true }))?.label
}

function heading(label: string): QuickPickItem {
  return { label, kind: QuickPickItemKind.Separator }
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
  const found = editor && nearest(findings(), editor.selection.active)
  return found && ruleOf(found)
}

/** What was found in the file that is shown. */
function findings(): readonly Diagnostic[] {
  const uri = window.activeTextEditor?.document.uri
  return uri ? languages.getDiagnostics(uri).filter(({ source }) => source === 'pilots') : []
}

function ruleOf({ code }: Diagnostic): string | undefined {
  const rule = typeof code === 'object' ? code.value : code
  return rule === undefined ? undefined : String(rule)
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

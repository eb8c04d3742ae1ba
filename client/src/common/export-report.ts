import { env, l10n, Uri, window, workspace } from 'vscode'
import { boardPage } from '../../../server/src/protocol/board.ts'
import { fieldsOf, uriIn } from './arguments.ts'
import { unlinked } from './plain.ts'
import { ask, say, showOutput } from './server-answers.ts'
import type { ServerLink } from './server-link.ts'

/**
 * Writes the dashboard as one page of HTML to a file that the person chooses. An argument may name it as `to`: a menu gives the
 * address of what it belongs to, which is not to be written over.
 */
export async function exportReport(link: ServerLink, argument: unknown): Promise<void> {
  const page = await ask(link, (client) => client.sendRequest(boardPage))
  if (page === undefined) return
  if (page === null) {
    say(l10n.t('The report could not be made. The output says more.'), showOutput())
    return
  }
  const named = uriIn({ uri: fieldsOf(argument)['to'] })
  const target = named ?? (await chosenFile())
  if (!target) return
  try {
    await workspace.fs.writeFile(target, await workspace.encode(page, { encoding: 'utf8' }))
  } catch {
    say(l10n.t('{0} could not be written.', workspace.asRelativePath(target)))
    return
  }
  if (named) return
  const open = l10n.t('Open')
  const name = workspace.asRelativePath(target)
  if ((await window.showInformationMessage(unlinked(l10n.t('{0} is written.', name)), open)) === open)
    await env.openExternal(target)
}

async function chosenFile(): Promise<Uri | undefined> {
  const [folder] = workspace.workspaceFolders ?? []
  return window.showSaveDialog({
    title: l10n.t('Where should the report go?'),
    saveLabel: l10n.t('Export'),
    filters: { HTML: ['html'] },
    ...(folder ? { defaultUri: Uri.joinPath(folder.uri, 'pilots.html') } : {}),
  })
}

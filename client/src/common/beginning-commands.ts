import { commands, l10n, Uri, window, workspace } from 'vscode'
import { workflowFile } from '../../../server/src/protocol/beginnings.ts'
import type { Commands, Workings } from './commands.ts'
import { createFile } from './new-files.ts'
import { newPilot } from './new-pilot.ts'
import { openSample } from './sample.ts'
import { ask, mayWrite, say } from './server-answers.ts'
import { wayFromRoot } from './way-from-root.ts'

/** The commands with which something begins. */
export function beginningCommands(workings: Workings): Commands {
  return {
    newPilot: (argument) => newPilot(workings, argument),
    addWorkflow: () => addWorkflow(workings),
    openSample: (argument) => openSample(workings.context.extensionUri, argument),
  }
}

/** Writes the workflow that checks the pilots on GitHub, the same as `pilots init` does. */
async function addWorkflow({ link }: Workings): Promise<void> {
  if (!mayWrite()) return
  const [only, second] = workspace.workspaceFolders ?? []
  const folder = second ? await window.showWorkspaceFolderPick() : only
  if (!folder) {
    const open = () => commands.executeCommand('vscode.openFolder')
    if (!only)
      say(l10n.t('Open a folder first: the workflow is a file in it.'), {
        title: l10n.t('Open Folder'),
        run: open,
      })
    return
  }
  const below = await wayFromRoot(folder.uri)
  const file = await ask(link, (client) => client.sendRequest(workflowFile, { below }))
  if (file) await createFile(Uri.joinPath(folder.uri, ...file.path.split('/')), file.text)
}

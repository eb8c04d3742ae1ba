import { commands, l10n, Uri, window, workspace } from 'vscode'
import { fieldsOf, uriIn } from './arguments.ts'
import { isThere } from './new-files.ts'
import { say } from './server-answers.ts'

/** The files of the sample portfolio. They are named because a browser cannot list what comes with an extension. */
const sampleFiles: readonly string[] = [
  'README.md',
  'docs/data-rules.md',
  'docs/invoice-matching/change-plan.md',
  'docs/invoice-matching/playbook.md',
  'docs/invoice-matching/runbook.md',
  'docs/invoice-matching/workday.md',
  'docs/risk-register.md',
  'docs/route-planning/change-plan.md',
  'docs/route-planning/playbook.md',
  'docs/route-planning/runbook.md',
  'docs/route-planning/workday.md',
  'docs/vendor-exit.md',
  'pilots.config.yaml',
  'pilots/cold-room-alerts.pilot.yaml',
  'pilots/complaint-triage.pilot.yaml',
  'pilots/invoice-matching.pilot.yaml',
  'pilots/line-inspection.pilot.yaml',
  'pilots/maintenance-notes.pilot.yaml',
  'pilots/order-desk-assistant.pilot.yaml',
  'pilots/promo-forecast.pilot.yaml',
  'pilots/route-planning.pilot.yaml',
  'pilots/shift-scheduling.pilot.yaml',
  'pilots/supplier-contracts.pilot.yaml',
]

/**
 * Copies the sample portfolio into a new folder inside one that the person chooses, and opens it. Nothing is overwritten.
 * The argument may say where (`folder`) and that it is not opened (`open: false`).
 */
export async function openSample(extension: Uri, argument: unknown): Promise<void> {
  const parent = uriIn({ uri: fieldsOf(argument)['folder'] }) ?? (await chosenFolder())
  if (!parent) return
  const target = await freeName(parent)
  try {
    for (const file of sampleFiles) {
      const content = await workspace.fs.readFile(Uri.joinPath(extension, 'examples', ...file.split('/')))
      await workspace.fs.writeFile(Uri.joinPath(target, ...file.split('/')), content)
    }
  } catch {
    say(l10n.t('The sample portfolio could not be written to {0}.', target.path))
    return
  }
  if (fieldsOf(argument)['open'] === false) return
  const forceNewWindow = workspace.workspaceFolders !== undefined
  await commands.executeCommand('vscode.openFolder', target, { forceNewWindow })
}

async function chosenFolder(): Promise<Uri | undefined> {
  const [folder] =
    (await window.showOpenDialog({
      title: l10n.t('Where should the sample portfolio go?'),
      openLabel: l10n.t('Put It Here'),
      canSelectFiles: false,
      canSelectFolders: true,
    })) ?? []
  return folder
}

async function freeName(parent: Uri): Promise<Uri> {
  for (let count = 1; ; count++) {
    const folder = Uri.joinPath(parent, count === 1 ? NAME : `${NAME}-${count}`)
    if (!(await isThere(folder))) return folder
  }
}

const NAME = 'pilots-sample'

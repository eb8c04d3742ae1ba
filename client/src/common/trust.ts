import { Disposable, workspace } from 'vscode'
import { workspaceTrusted } from '../../../server/src/protocol/trust.ts'
import type { ServerLink } from './server-link.ts'

/**
 * Tells the server when the workspace is trusted, which can only be gained while the window is open. One that starts later is told
 * at its start; one that is starting at that moment may have been told before, and is told when it runs.
 */
export function tellOfTrust(link: ServerLink): Disposable {
  let isOwed = false
  const tell = (): unknown => link.client?.sendNotification(workspaceTrusted)
  return Disposable.from(
    workspace.onDidGrantWorkspaceTrust(() => {
      isOwed = link.state === 'starting'
      return tell()
    }),
    link.onDidChange((state) => {
      if (state !== 'running' || !isOwed) return
      isOwed = false
      tell()
    }),
  )
}

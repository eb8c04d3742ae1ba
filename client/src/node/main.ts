import { type ExtensionContext, Uri } from 'vscode'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'
import { type PilotsApi, startClient } from '../common/start-client.ts'
import { registerCheckTask } from './check-task.ts'
import { serverFlags } from './server-flags.ts'

/** Called by VS Code on the desktop and on remote machines. */
export function activate(context: ExtensionContext): PilotsApi {
  const server = {
    module: context.asAbsolutePath('dist/server.js'),
    transport: TransportKind.ipc,
    // A folder that the server makes itself, for the user alone.
    args: [`--compiled=${Uri.joinPath(context.globalStorageUri, 'code').fsPath}`],
    options: { execArgv: [...serverFlags] },
  }
  context.subscriptions.push(registerCheckTask(context))
  return startClient(
    {
      create: (options) => new QuietClient('pilots', 'Pilots', server, options),
      after(milliseconds, run) {
        const timer = setTimeout(run, milliseconds)
        return () => clearTimeout(timer)
      },
      unique: () => crypto.randomUUID(),
    },
    context,
  )
}

/** Writes errors to the log and shows no notification, whatever the client thinks of it. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false)
  }
}

import { type ExtensionContext, Uri } from 'vscode'
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser'
import { type PilotsApi, startClient } from '../common/start-client.ts'
import { answerFiles } from './files.ts'

/** Called by VS Code in a browser, where the server runs in a worker and has no files but those that it asks for. */
export function activate(context: ExtensionContext): PilotsApi {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server.browser.js').toString(true)
  let worker: Worker | undefined
  const startWorker = async (): Promise<MessageTransports> => {
    worker?.terminate()
    worker = new Worker(script)
    // The client would not know the worker for one: VS Code puts a constructor of its own in the place of the browser's.
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) }
  }
  context.subscriptions.push({ dispose: () => worker?.terminate() })
  return startClient(
    {
      create(options) {
        const client = new QuietClient('pilots', 'Pilots', startWorker, options)
        answerFiles(client)
        return client
      },
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

import { spawn } from 'node:child_process'
import {
  createProtocolConnection,
  ExitNotification,
  InitializeRequest,
  type InitializeResult,
  type ProtocolConnection,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node'

/** Starts a language server, asks what it can do, and ends it as an editor would. `use` is asked in between. */
export async function languageServer(
  command: readonly string[],
  cwd: string,
  use: (connection: ProtocolConnection) => Promise<void> = async () => undefined,
): Promise<InitializeResult> {
  const [program = '', ...args] = command
  const child = spawn(program, args, { cwd, stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  try {
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    )
    connection.listen()
    const folder = { uri: new URL(`file://${cwd}`).href, name: 'folder' }
    const result = await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      capabilities: {},
      workspaceFolders: [folder],
    })
    await use(connection)
    await connection.sendRequest(ShutdownRequest.type)
    await connection.sendNotification(ExitNotification.type)
    await ended
    return result
  } finally {
    child.kill()
  }
}

import type { Connection } from 'vscode-languageserver'
import type { Files } from '../engine/ports.ts'
import { listFiles, readFile } from '../protocol/files.ts'

/** The files of the workspace as the client sees them, for a server without a file system. */
export function clientFiles(connection: Connection): Files {
  return {
    list: (folder, kind = 'pilots') =>
      connection.sendRequest(listFiles, { folder, kind }).catch(() => ({ uris: [], complete: false })),
    read: (uri) => connection.sendRequest(readFile, { uri }).catch(() => ({ kind: 'missing' })),
  }
}

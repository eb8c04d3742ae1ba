import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser'
import { Answers } from '../lsp/answers.ts'
import { clientFiles } from '../lsp/client-files.ts'
import { startServer } from '../lsp/server.ts'
import { browserClock } from './clock.ts'

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self))
startServer(connection, {
  files: clientFiles(connection),
  clock: browserClock,
  answers: async () => ({ Answers }),
})

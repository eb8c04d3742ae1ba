import { createConnection } from 'vscode-languageserver/node'
import { startServer } from '../lsp/server.ts'
import { nodeClock } from './clock.ts'
import { nodeFiles } from './files.ts'

startServer(createConnection(), { files: nodeFiles, clock: nodeClock })

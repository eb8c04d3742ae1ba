import { createConnection } from 'vscode-languageserver/node'
import { startServer } from '../lsp/server.ts'
import { nodeClock } from './clock.ts'
import { nodeCustomChecks } from './custom-rules.ts'
import { gitOf } from './git.ts'
import { gitHistory } from './history.ts'
import { workspaceFiles } from './workspace-files.ts'

startServer(createConnection(), {
  files: workspaceFiles,
  clock: nodeClock,
  customChecks: nodeCustomChecks,
  history: gitHistory(gitOf(process.env)),
})

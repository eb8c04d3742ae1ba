import { availableParallelism } from 'node:os'
import { createConnection } from 'vscode-languageserver/node'
import about from '../../../package.json' with { type: 'json' }
import { once } from '../engine/once.ts'
import { judgeAll } from '../lsp/errand.ts'
import type { JudgingThread } from '../lsp/judging-threads.ts'
import { startServer } from '../lsp/server.ts'
import { nodeClock } from './clock.ts'
import { nodeCustomChecks } from './custom-rules.ts'
import { type Git, gitOf } from './git.ts'
import { gitHistory } from './history.ts'
import { answering, isThread, openThread } from './threads.ts'
import { LONGEST, within } from './within.ts'
import { workspaceFiles } from './workspace-files.ts'

const USAGE = `pilots-language-server: an editor starts it, with one of
  --stdio           standard input and output
  --node-ipc        the channel to the Node.js that started it
  --socket=NUMBER   a port on which the editor listens
  --pipe=NAME       a pipe on which the editor listens

  --compiled=FOLDER also starts faster from the second time on: compiled code is
                    kept in a folder that nobody but you may write to
`

/** With fewer files one thread is done before others have become fast. */
const WORTH = 1_500
/** Threads that judge many files, however many processors there are: each holds up to 100 MB meanwhile. */
const MOST_THREADS = 2

/** How an editor says which way it speaks. */
const transport = /^--(?:stdio|node-ipc|socket|pipe)(?:=|$)/

/** What the program is told by the file that loads it. */
export interface Loading {
  /** The file that another thread is started with. */
  readonly entry: string
  /** Called whenever something is checked. */
  checked(): void
}

/** Does what the arguments of the process say. */
export function main(loading: Loading): void {
  if (isThread) answering(judgeAll)
  else if (process.argv.some((argument) => transport.test(argument))) serve(loading)
  else if (process.argv.includes('--version')) process.stdout.write(`${about.version}\n`)
  else {
    process.stderr.write(USAGE)
    process.exitCode = process.argv.includes('--help') ? 0 : 2
  }
}

function serve({ entry, checked }: Loading): void {
  const bounded = within(LONGEST)
  const started = once(() => gitOf(process.env))
  // No first finding waits for Git, so nothing of it is loaded before somebody asks.
  const git: Git = { run: (...asked) => started().run(...asked) }
  startServer(createConnection(), {
    files: workspaceFiles(git),
    clock: nodeClock,
    answers: () => import('../lsp/answers.ts'),
    within(run) {
      checked()
      return bounded(run)
    },
    threads: {
      worth: WORTH,
      count: Math.min(availableParallelism(), MOST_THREADS),
      open: () => openJudge(entry),
    },
    customChecks: nodeCustomChecks,
    // Without anybody to tell, Node.js ends the program.
    unawaited: (tell) => process.on('unhandledRejection', tell),
    history: gitHistory(git),
  })
}

/** Megabytes, as V8 has them by default: what a thread makes of a pilot lives until its batch is answered. */
const YOUNG = 48

function openJudge(entry: string): JudgingThread {
  return openThread(new URL(entry), { patience: 2 * LONGEST, young: YOUNG })
}

import { availableParallelism, homedir } from 'node:os'
import { sep } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { isAgent, isCI, provider } from 'std-env'
import type { Content } from '../engine/analyze-content.ts'
import { portfolioRules, rules } from '../engine/rules/all.generated.ts'
import { cacheFolderAt, cachePlace } from '../node/cache-folder.ts'
import { nodeClock } from '../node/clock.ts'
import { nodeCustomChecks } from '../node/custom-rules.ts'
import { gitOf, gitVersion } from '../node/git.ts'
import { gitHistory } from '../node/history.ts'
import { gitRevisions } from '../node/revisions.ts'
import { answering, isThread, openThread, tidyOften } from '../node/threads.ts'
import { writesOn } from '../node/write.ts'
import { answerTo } from './crew.ts'
import type { ExitCode } from './exit.ts'
import { localFiles } from './local-files.ts'
import { localOutputs } from './local-outputs.ts'
import { promptOn } from './prompt.ts'
import { run } from './run.ts'

// Whoever reads the report may have seen enough: `pilots check | head` is no mistake.
process.stdout.on('error', (error) => {
  if (!('code' in error) || error.code !== 'EPIPE') throw error
})

const entry = fileURLToPath(import.meta.url)

/**
 * Measured on two cores, where one thread leaves the other core to V8, which compiles there: a second thread costs about a
 * second of processor time and 45 MB. With 500 files it is slower (2.5 s for 2.4), with 1,000 as fast (3.9 for 4.1), and with
 * 2,000 a seventh faster (7.0 for 8.2).
 */
const WORTH = 750

if (isThread) answering((question) => answerTo(question, rules))
else process.exitCode = await main()

async function main(): Promise<ExitCode> {
  const git = gitOf(process.env)
  return run(process.argv.slice(2), {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    stdin,
    cwd: process.cwd().split(sep).join('/'),
    env: process.env,
    isTerminal: process.stdout.isTTY === true,
    isAgent,
    columns: process.stdout.columns,
    today: nodeClock.today(),
    machine: {
      node: process.versions.node,
      platform: `${process.platform} ${process.arch}`,
      ci: provider || (isCI ? 'a build service' : undefined),
      gitVersion: () => gitVersion(git, process.cwd()),
    },
    files: localFiles(),
    outputs: localOutputs,
    cache: cacheFolderAt(
      cachePlace({ env: process.env, platform: process.platform, home: homedir() }),
      entry,
    ),
    writes: writesOn(),
    history: gitHistory(git),
    revisions: gitRevisions(git),
    rules,
    portfolioRules,
    customChecks: nodeCustomChecks,
    holdLess: tidyOften,
    threads: { most: Math.min(availableParallelism() - 1, 7), worth: WORTH, open: () => openThread(entry) },
    ...(process.stderr.isTTY ? { watch: () => performance.now() } : {}),
    // What is asked goes where it does not mix with what the command prints.
    prompt: () =>
      process.stdin.isTTY && process.stderr.isTTY ? promptOn(process.stdin, process.stderr) : undefined,
    serve,
  })
}

/** Bytes that are taken from standard input; the same as from a file. */
const SIZE = 2 * 1024 * 1024

async function stdin(): Promise<Content> {
  const bytes = await buffer(process.stdin)
  if (bytes.length > SIZE) return { kind: 'too-large' }
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) }
  } catch {
    return { kind: 'not-utf-8' }
  }
}

/** The server is a bundle of its own beside this one, so that a check does not have to load it. */
async function serve(): Promise<void> {
  await import(new URL('./server.js', import.meta.url).href)
}

import { availableParallelism, homedir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { isAgent, isCI, provider } from 'std-env'
import type { Within } from '../engine/ports.ts'
import { portfolioRules, rules } from '../engine/rules/all.generated.ts'
import { cacheFolderAt, cachePlace } from '../node/cache-folder.ts'
import { nodeClock } from '../node/clock.ts'
import { nodeCustomChecks } from '../node/custom-rules.ts'
import { gitOf, gitVersion } from '../node/git.ts'
import { gitHistory } from '../node/history.ts'
import { gitRevisions } from '../node/revisions.ts'
import { answering, isThread, openThread } from '../node/threads.ts'
import { compileLess, tidyOften } from '../node/v8.ts'
import { LONGEST, within } from '../node/within.ts'
import { writesOn } from '../node/write.ts'
import { answerTo } from './crew.ts'
import { type ExitCode, exit } from './exit.ts'
import { localFiles } from './local-files.ts'
import { localOutputs } from './local-outputs.ts'
import { slashed } from './paths.ts'
import { promptOn } from './prompt.ts'
import { run } from './run.ts'
import { contentOf, drained, watchOutput } from './standard-streams.ts'

watchOutput(process.stdout, (reason) => {
  process.stderr.write(`pilots: standard output cannot be written (${reason}).\n`)
  process.exitCode = exit.usage
})
// What cannot be said there can be said nowhere, and the exit code still tells.
process.stderr.on('error', () => undefined)

const entry = fileURLToPath(import.meta.url)

/**
 * Half of the files from which on one more thread is worth its start. Measured on two cores, where a single thread leaves the other core
 * to V8, which compiles there: with a second one, 2,000 files take as long (3.3 s) and two fifths more processor time, 5,000 as long, and
 * 10,000 a seventh less. Where there are more cores, V8 has one of its own.
 */
const WORTH = availableParallelism() > 2 ? 750 : 2500

/** Made when a file is checked: most commands check none. */
const bounded: Within = (run) => within(LONGEST)(run)

if (isThread) answering((question) => answerTo(question, { rules, within: bounded }))
else {
  // For all threads of the program.
  compileLess()
  const code = await main()
  process.exitCode ??= code
}

async function main(): Promise<ExitCode> {
  const git = gitOf(process.env)
  return run(process.argv.slice(2), {
    out: (text) => process.stdout.write(text),
    drained: () => drained(process.stdout),
    err: (text) => process.stderr.write(text),
    stdin: () => contentOf(process.stdin),
    cwd: slashed(process.cwd()),
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
    files: localFiles(git),
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
    within: bounded,
    holdLess: tidyOften,
    threads: { most: Math.min(availableParallelism() - 1, 7), worth: WORTH, open: () => openThread(entry) },
    ...(process.stderr.isTTY ? { watch: () => performance.now() } : {}),
    // What is asked goes where it does not mix with what the command prints.
    prompt: () =>
      process.stdin.isTTY && process.stderr.isTTY ? promptOn(process.stdin, process.stderr) : undefined,
    serve,
  })
}

/** The server is a bundle of its own beside this one, so that a check does not have to load it. */
async function serve(): Promise<void> {
  await import(new URL('./server.js', import.meta.url).href)
}

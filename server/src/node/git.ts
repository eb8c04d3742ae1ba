import { spawn } from 'node:child_process'
import { environmentOf } from './git-environment.ts'
import { outside, programsOn } from './git-program.ts'

/** Asks Git about the objects of a repository. Nothing else in the program starts another program. */
export interface Git {
  /** Never rejects: what goes wrong in the world is a result. */
  run(folder: string, call: GitCall): Promise<GitResult>
}

/** Commands that read objects and the index, and never a file: so they run nothing that a repository names. */
export interface GitCall {
  readonly command: 'rev-parse' | 'log' | 'cat-file' | 'merge-base' | 'ls-files' | 'diff-index' | 'version'
  /** Written here in the source: never a value of a user or of a repository. */
  readonly options: readonly string[]
  readonly revision?: string
  /** A second revision, for a command that compares. */
  readonly other?: string
  /** Patterns for files in any case of letters, of the source as well. */
  readonly patterns?: readonly string[]
  readonly input?: string
  /** About the commit that is being made: a hook of it is told where its index is, which `git commit -a` makes beside the usual one. */
  readonly nextCommit?: true
}

export type GitResult =
  /** `warning` is what Git said besides. */
  | { readonly kind: 'done'; readonly output: Buffer; readonly warning?: string }
  /** No program `git` on the PATH. */
  | { readonly kind: 'no-git' }
  /** With what it had said until then. */
  | { readonly kind: 'timeout' | 'too-large'; readonly output: Buffer }
  /** `reason` is Git's last line on the matter, empty when it said nothing. */
  | { readonly kind: 'failed'; readonly output: Buffer; readonly reason: string }

export interface GitLimits {
  readonly milliseconds: number
  /** For what is answered at once, after a Git that did not end: each of many folders might cost as much. */
  readonly brief: number
  readonly bytes: number
}

/** The Git that is on the PATH; at most two of its processes run at once. */
export function gitOf(
  env: Readonly<Record<string, string | undefined>>,
  limits: GitLimits = { milliseconds: 10_000, brief: 2_000, bytes: 64 * 1024 * 1024 },
): Git {
  const slots = slotsOf(2)
  let briefUntil = 0
  let programs: Promise<readonly string[]> | undefined
  return {
    async run(folder, call) {
      programs ??= programsOn(env)
      const program = await outside(await programs, folder)
      if (program === undefined) return { kind: 'no-git' }
      if ([call.revision, call.other].some((name) => name?.startsWith('-') || name?.includes('\0')))
        return { kind: 'failed', output: Buffer.alloc(0), reason: 'the name of a commit begins with "-"' }
      const safe = environmentOf(env, folder, call)
      return slots(async () => {
        const { milliseconds, brief, bytes } = limits
        const isBrief = performance.now() < briefUntil && atOnce.has(call.command)
        const most = isBrief ? brief : milliseconds
        const result = await start({
          program,
          folder,
          call,
          env: safe,
          limits: { milliseconds: most, bytes },
        })
        if (result.kind === 'timeout') briefUntil = performance.now() + MISTRUST
        return result
      })
    },
  }
}

/** Milliseconds for which Git is given less time after one that did not end: an editor stays open for days. */
const MISTRUST = 60_000

/** Commands for which Git walks no history, in milliseconds; the first ones that are run in a repository. */
const atOnce: ReadonlySet<GitCall['command']> = new Set(['rev-parse', 'ls-files', 'version'])

/** Such as `2.39.5`, of the Git that is asked about a folder; absent where none runs. */
export async function gitVersion(git: Git, folder: string): Promise<string | undefined> {
  const result = await git.run(folder, { command: 'version', options: [] })
  return result.kind === 'done' ? /\d+(?:\.\d+)+/.exec(result.output.toString())?.[0] : undefined
}

/** What a repository's own configuration could use to run a program or to reach the network is switched off. */
const prefix = [
  ...['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'log.showSignature=false', 'diff.external='],
  ...['core.sshCommand=', 'credential.helper=', 'core.pager=cat', 'safe.bareRepository=explicit'],
  // Nobody asks what else people are called, and the file that says it may be a pipe. The last three decide what is printed.
  ...['protocol.allow=never', 'log.mailmap=false', 'core.quotePath=false', 'log.showRoot=true'],
  'core.warnAmbiguousRefs=true',
  // What it says of the file of grafts, which is none, is no reason of a failure.
  'advice.graftFileDeprecated=false',
].flatMap((setting) => ['-c', setting])

function argumentsOf({ command, options, revision, other, patterns }: GitCall): readonly string[] {
  return [
    ...prefix,
    ...['--no-pager', '--no-optional-locks', '--no-replace-objects'],
    ...(patterns ? ['--glob-pathspecs', '--icase-pathspecs'] : ['--literal-pathspecs']),
    command,
    ...options,
    ...(comparing.has(command) ? [NO_ORDER] : []),
    ...(revision === undefined ? [] : ['--end-of-options', revision]),
    ...(other === undefined ? [] : [other]),
    ...(patterns ? ['--', ...patterns] : []),
  ]
}

/** Commands that tell of changes. */
const comparing: ReadonlySet<GitCall['command']> = new Set(['log', 'diff-index'])

/**
 * Tells them in no other order than Git's own, whatever the repository would rather have. An option, since Git for Windows before 2.41
 * looks for a path of its configuration that begins with a slash where it is installed, and ends where it is not there.
 */
const NO_ORDER = '-O/dev/null'

interface Start {
  readonly program: string
  readonly folder: string
  readonly call: GitCall
  readonly env: Readonly<Record<string, string>>
  readonly limits: Omit<GitLimits, 'brief'>
}

function start({ program, folder, call, env, limits }: Start): Promise<GitResult> {
  return new Promise((resolve) => {
    const child = spawn(program, argumentsOf(call), { cwd: folder, env, shell: false, windowsHide: true })
    const output = collected(limits.bytes)
    let complaint = ''
    const end = (result: GitResult): void => {
      clearTimeout(timer)
      resolve(result)
    }
    const stop = (kind: 'timeout' | 'too-large'): void => {
      child.kill('SIGKILL')
      child.stdout.destroy()
      end({ kind, output: output.bytes() })
    }
    const timer = setTimeout(() => stop('timeout'), limits.milliseconds)
    child.stdout.on('data', (chunk: Buffer) => {
      if (!output.add(chunk)) stop('too-large')
    })
    child.stderr.on('data', (chunk: Buffer) => {
      complaint = (complaint + chunk.toString()).slice(-COMPLAINT)
    })
    // Git may end before it has read everything; its exit says so.
    child.stdin.on('error', () => undefined)
    child.stdin.end(call.input ?? '')
    child.on('error', ({ message }) => end({ kind: 'failed', output: output.bytes(), reason: message }))
    child.on('close', (code) => {
      const bytes = output.bytes()
      end(
        code === 0
          ? { kind: 'done', output: bytes, warning: complaint }
          : { kind: 'failed', output: bytes, reason: last(complaint) },
      )
    })
  })
}

/** Characters of what Git complains about. */
const COMPLAINT = 4_000

function last(complaint: string): string {
  // After that Git takes the object for a damaged one.
  const [, over] = /attempting to allocate \d+ over limit (\d+)/.exec(complaint) ?? []
  if (over !== undefined) return `an object of it takes more than ${Number(over) / 1024 / 1024} MB`
  const lines = complaint.split(/\r?\n/).filter((line) => line !== '' && !isAboutSettings(line))
  const line = lines.findLast((each) => each.startsWith('fatal: ')) ?? lines.at(-1) ?? ''
  return line.replace(/^fatal: /, '').slice(0, 300)
}

/** What Git for Windows before 2.41 says of each path in its configuration that begins with a slash, such as that of no hooks. */
function isAboutSettings(line: string): boolean {
  return line.startsWith("warning: encountered old-style '")
}

interface Collected {
  /** Whether there was room for it. */
  add(chunk: Buffer): boolean
  bytes(): Buffer
}

function collected(most: number): Collected {
  const chunks: Buffer[] = []
  let size = 0
  return {
    add(chunk) {
      if (size + chunk.length > most) return false
      size += chunk.length
      chunks.push(chunk)
      return true
    },
    bytes: () => Buffer.concat(chunks),
  }
}

/** Lets so many tasks run at once; the others wait for their turn. */
function slotsOf(most: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let running = 0
  return async (task) => {
    if (running < most) running++
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await task()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}

import { stripVTControlCharacters } from 'node:util'
import type { Files, Io } from '../../server/src/cli/io.ts'
import type { Outputs } from '../../server/src/cli/outputs.ts'
import { run } from '../../server/src/cli/run.ts'
import type { HistorySource } from '../../server/src/engine/history/source.ts'
import type { ReadResult } from '../../server/src/engine/ports.ts'
import type { PortfolioRule, Rule } from '../../server/src/engine/rules/rule.ts'
import type { CacheFolder } from '../../server/src/node/cache-folder.ts'
import { nodeCustomChecks } from '../../server/src/node/custom-rules.ts'
import type { Writes, Written } from '../../server/src/node/write.ts'
import { sampleRules } from './sample-rules.ts'

export interface World {
  /** Files by their paths below the folder of the run; a text, or what reading one answers. */
  readonly files?: Readonly<Record<string, string | ReadResult>>
  /** The folder of the run, below that of the files; without it that one. */
  readonly inside?: string
  /** Folders that may not be read, by their paths below the folder of the run. */
  readonly closed?: readonly string[]
  /** Pilots that Git holds and has not put there. */
  readonly away?: readonly string[]
  readonly stdin?: string
  readonly env?: Readonly<Record<string, string>>
  readonly isTerminal?: boolean
  readonly isAgent?: boolean
  readonly outputs?: Outputs
  readonly cache?: CacheFolder
  /** Files that were written, by their paths below the folder of the run. */
  readonly written?: Map<string, string>
  /** What writing a file answers instead. */
  readonly refusals?: Readonly<Record<string, Written>>
  /** What the person at the terminal answers, then leaves; without it nobody is there. */
  readonly answers?: readonly string[]
  readonly columns?: number
  readonly rules?: readonly Rule[]
  readonly portfolioRules?: readonly PortfolioRule[]
  /** What Git remembers of the folder of the run, when it is a repository. */
  readonly history?: HistorySource
  /** Takes the place of what is made up here. */
  readonly io?: Partial<Io>
}

export interface Outcome {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** A repository without any commit of a pilot. */
export const noPast: HistorySource = {
  read: async () => ({
    head: 'abcdef0123',
    asOf: undefined,
    files: new Map(),
    departed: [],
    past: undefined,
  }),
}

const CWD = '/work'

/** Runs a command line in a world of its own. */
export async function pilots(argv: readonly string[], world: World = {}): Promise<Outcome> {
  let out = ''
  let err = ''
  const io: Io = {
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
    stdin: async () => ({ kind: 'text', text: world.stdin ?? '' }),
    cwd: world.inside === undefined ? CWD : `${CWD}/${world.inside}`,
    env: world.env ?? {},
    isTerminal: world.isTerminal ?? false,
    isAgent: world.isAgent ?? false,
    columns: world.columns,
    today: '2026-06-01',
    machine: { node: '20.20.0', platform: 'linux x64', ci: undefined, gitVersion: async () => '2.39.5' },
    files: memoryFiles(world),
    outputs: world.outputs ?? memoryOutputs(),
    cache: world.cache ?? memoryCache(),
    writes: memoryWrites(world),
    prompt: () =>
      promptFor(world, (question) => {
        err += question
      }),
    revisions: {
      mergeBase: async () => ({ gap: 'no-repository' }),
      changedSince: async () => ({ gap: 'no-repository' }),
      staged: async () => ({ gap: 'no-repository' }),
    },
    history: world.history ?? { read: async () => ({ gap: 'no-repository' }) },
    rules: world.rules ?? sampleRules,
    portfolioRules: world.portfolioRules ?? [],
    customChecks: nodeCustomChecks,
    serve: async () => {
      out += 'served'
    },
    ...world.io,
  }
  const code = await run(argv, io)
  return { code, out, err }
}

/** Files that are written to, by their paths below the folder of the run. */
export function memoryOutputs(files: Map<string, string> = new Map(), cwd: string = CWD): Outputs {
  const name = (path: string): string => path.replace(`${cwd}/`, '')
  return {
    async obstacle(path, { replaceable }) {
      const old = files.get(name(path))
      return old === undefined || replaceable(old) ? undefined : 'it is there and is no report of this format'
    },
    async write(path, pieces) {
      files.set(name(path), [...pieces].join(''))
      return undefined
    },
    async append(path, text) {
      files.set(name(path), (files.get(name(path)) ?? '') + text)
      return undefined
    },
  }
}

/** What is remembered from one run to the next. */
export function memoryCache(files: Map<string, Uint8Array> = new Map(), program = 'test'): CacheFolder {
  return {
    path: '/home/me/.cache/pilot-as-code',
    program: async () => program,
    read: async (name) => files.get(name),
    begin(name) {
      const parts: Uint8Array[] = []
      return {
        append: (bytes) => parts.push(Uint8Array.from(bytes)),
        async finish() {
          files.set(name, Buffer.concat(parts))
        },
      }
    },
    state: async () => ({ files: files.size, bytes: 0, writable: true }),
  }
}

function memoryWrites({ files = {}, written = new Map(), refusals = {} }: World): Writes {
  const name = (path: string): string => path.replace(`${CWD}/`, '')
  return {
    async create(path, text) {
      const refusal = refusals[name(path)]
      if (refusal) return refusal
      if (Object.hasOwn(files, name(path)) || written.has(name(path))) return { kind: 'exists' }
      written.set(name(path), text)
      return { kind: 'written' }
    },
    async replace(path, { before, after }) {
      const refusal = refusals[name(path)]
      if (refusal) return refusal
      if (files[name(path)] !== before) return { kind: 'changed' }
      written.set(name(path), after)
      return { kind: 'written' }
    },
  }
}

function promptFor({ answers }: World, show: (question: string) => void): ReturnType<Io['prompt']> {
  if (!answers) return undefined
  const left = [...answers]
  return {
    async ask(question) {
      show(question)
      return left.shift()
    },
    close: () => undefined,
  }
}

/** The output without our own colours. */
export function plain(text: string): string {
  return stripVTControlCharacters(text)
}

function memoryFiles({ files = {}, closed = [], away = [], history }: World): Files {
  const contents = new Map(Object.entries(files).map(([path, content]) => [`${CWD}/${path}`, content]))
  const below = (folder: string): string[] =>
    [...contents.keys()].filter((path) => path.startsWith(`${folder}/`))
  return {
    async kindOf(path) {
      if (contents.has(path)) return 'file'
      return path === CWD || below(path).length > 0 || closed.includes(path.slice(CWD.length + 1))
        ? 'folder'
        : 'missing'
    },
    async rootOf() {
      return history ? CWD : undefined
    },
    async notCheckedOut() {
      return new Set(away.map((path) => `${CWD}/${path}`))
    },
    async list(folder, kind = 'pilots') {
      const name = kind === 'pilots' ? /\.pilot\.ya?ml$/ : /\.ya?ml$/
      return {
        paths: below(folder).filter((path) => name.test(path)),
        complete: true,
        closed: closed.map((path) => `${CWD}/${path}`).filter((path) => `${path}/`.startsWith(`${folder}/`)),
      }
    },
    async read(path) {
      const content = contents.get(path) ?? { kind: 'missing' }
      return typeof content === 'string' ? { kind: 'text', text: content } : content
    },
    async readBytes(path) {
      const content = contents.get(path)
      return typeof content === 'string' ? Buffer.from(content) : undefined
    },
    async readTable(path) {
      return this.read(path, undefined)
    },
  }
}

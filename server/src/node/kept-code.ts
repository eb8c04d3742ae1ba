import { createHash } from 'node:crypto'
import { lstatSync, readFileSync, type Stats } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, isAbsolute, join } from 'node:path'
import { Script } from 'node:vm'
import { writeFileAtomically } from './cache-folder.ts'

/** Whatever a script exports, as `require` answers it. */
type Exported = ReturnType<NodeJS.Require>

/** The scripts of a folder, and what V8 compiled of them in an earlier run. */
export interface KeptCode {
  /** What a script exports. Each is run once, as `require` does it. */
  load(name: string): Exported
  /** Writes down what is compiled by now of the scripts of which nothing was kept. What goes wrong is nobody's concern. */
  keep(): Promise<void>
}

/**
 * Runs the scripts in a folder with the code that was compiled of them before: functions are compiled when they are first
 * called, which takes more than half of the time of a first check (docs/performance.md). The compiled code is run as it is, so
 * what anybody but the user could have written at `place` is not taken; without a place nothing is kept. Code of another script,
 * of another version of V8, or damaged is not run either: the script is compiled then.
 */
export function keepingCode(folder: string, place: string | undefined): KeptCode {
  const usual = createRequire(join(folder, 'package.json'))
  if (place === undefined || !isAbsolute(place)) {
    return { load: (name) => usual(`./${name}`), keep: async () => undefined }
  }
  const exported = new Map<string, Exported>()
  const compiled: Compiled[] = []
  const load = (name: string): Exported => {
    if (exported.has(name)) return exported.get(name)
    const path = join(folder, name)
    const each = compile(path, join(place, `${name}.code`))
    if (!each.isKept) compiled.push(each)
    const module = { exports: {} }
    exported.set(name, module.exports)
    each.script.runInThisContext()(module.exports, required, module, path, folder)
    exported.set(name, module.exports)
    return module.exports
  }
  const required = (id: string): Exported => (SCRIPT.test(id) ? load(id.slice(2)) : usual(id))
  return {
    load,
    async keep() {
      for (const { script, source, target } of compiled.splice(0)) {
        const code = script.createCachedData()
        await writeFileAtomically(target, [digestOf(source, code), code])
      }
    },
  }
}

/** Beside each other, not those that are loaded later: they are small, or seldom used. */
const SCRIPT = /^\.\/[\w-]+\.cjs$/

interface Compiled {
  readonly script: Script
  readonly source: Buffer
  /** The file in which its code is kept. */
  readonly target: string
  readonly isKept: boolean
}

function compile(path: string, target: string): Compiled {
  const source = readFileSync(path)
  const cachedData = keptFor(source, target)
  const script = new Script(`${HEAD}${source.toString()}\n})`, {
    filename: path,
    columnOffset: -HEAD.length,
    cachedData,
  })
  return { script, source, target, isKept: cachedData !== undefined && script.cachedDataRejected !== true }
}

const HEAD = '(function (exports, require, module, __filename, __dirname) {'

/** Bytes of a SHA-512, which takes less time than a shorter one. */
const DIGEST = 64

function keptFor(source: Buffer, target: string): Buffer | undefined {
  try {
    if (!isOwn(lstatSync(dirname(target))) || !isOwn(lstatSync(target))) return undefined
    const bytes = readFileSync(target)
    const code = bytes.subarray(DIGEST)
    return digestOf(source, code).equals(bytes.subarray(0, DIGEST)) ? code : undefined
  } catch {
    return undefined
  }
}

/** Whether it is the user's, no link, and nobody else may write to it. Windows keeps the folders of its users apart itself. */
function isOwn(stats: Stats): boolean {
  if (stats.isSymbolicLink()) return false
  return (
    process.getuid === undefined || (stats.uid === process.getuid() && (stats.mode & OTHERS_MAY_WRITE) === 0)
  )
}

const OTHERS_MAY_WRITE = 0o022

/** V8 itself looks at the length of the source only, and not at what became of the code. */
function digestOf(source: Buffer, code: Buffer): Buffer {
  return createHash('sha512').update(HEAD).update(source).update(code).digest()
}

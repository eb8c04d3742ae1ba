import type { ConfigFile } from '../engine/config/config-file.ts'
import { uniqueFindings } from '../engine/config/config-finding.ts'
import type { CustomChecks } from '../engine/config/custom.ts'
import { CONFIG_FILE, configPathsFor, folderOf, isInside, pathFrom } from '../engine/config/paths.ts'
import { type Resolved, resolverOf } from '../engine/config/resolve.ts'
import { fewAtATime } from '../engine/few-at-a-time.ts'
import type { Rule } from '../engine/rules/rule.ts'
import type { AddressOf } from '../features/document-links.ts'
import { CatchingUp } from './catching-up.ts'
import { type Loaded, loadConfiguration } from './loaded.ts'
import { isSame } from './same.ts'
import type { Sources } from './sources.ts'
import { fileKey, folderKey, uriOf } from './uri.ts'

/** What the configuration in force says about a file. */
export interface Governed {
  /** The same object until that changes. */
  readonly resolved: Resolved
  /** The organisation's own rules. */
  readonly rules: readonly Rule[]
  /** Whether the check of a folder takes the file. */
  readonly included: boolean
  /** Of the files that it names. */
  readonly addressOf: AddressOf
}

/**
 * The configurations of the workspace: for each folder of pilots the nearest one upwards, as far as the root of the repository,
 * and above the folder of the workspace, or for a file outside of it, only when that is trusted. They are loaded in the
 * background, as soon as somebody wants to know.
 */
export class Configurations {
  readonly #sources: Sources
  readonly #customChecks: CustomChecks | undefined
  readonly #heard: Heard
  readonly #above = new Set<string>()
  readonly #roots = new Set<string>()
  /** Folders that files lie in, each with the folder of the workspace around it, where there is one. */
  readonly #wanted = new Map<string, string | undefined>()
  #nearest: ReadonlyMap<string, Loaded | undefined> = new Map()
  /** The same folders, each with the root up to which it is looked. */
  #located: ReadonlyMap<string, string> = new Map()
  #isTrusted = false
  #hasChanged = false
  readonly #loading = new CatchingUp(
    () => this.#catchUp(),
    () => this.#tell(),
  )

  /** Without `customChecks` no custom rule ever runs. */
  constructor(sources: Sources, customChecks: CustomChecks | undefined, heard: Heard) {
    this.#sources = sources
    this.#customChecks = customChecks
    this.#heard = heard
  }

  /** From now on custom rules are compiled. */
  trust(): void {
    this.#isTrusted = true
    this.#loading.start()
  }

  addFolder(folder: string): void {
    this.#roots.add(folderKey(folder))
  }

  removeFolder(folder: string): void {
    const root = folderKey(folder)
    this.#roots.delete(root)
    for (const [path, around] of this.#wanted) if (around === root) this.#wanted.delete(path)
    this.#loading.start()
  }

  /** Wants to know what holds for a file; what is not known yet is loaded. */
  want(uri: string): void {
    if (this.#add(uri)) this.#loading.start()
  }

  /** Wants to know what holds for these files, and for no others: a configuration around nothing is in force nowhere. */
  wantAll(uris: readonly string[]): void {
    const folders = new Set(uris.map((uri) => folderOf(fileKey(uri))))
    let changed = false
    for (const uri of uris) if (this.#add(uri)) changed = true
    for (const folder of this.#wanted.keys()) if (!folders.has(folder)) changed = this.#wanted.delete(folder)
    if (changed) this.#loading.start()
  }

  /** Whether what holds for the file is to be loaded. */
  #add(uri: string): boolean {
    const folder = folderOf(fileKey(uri))
    if (this.#wanted.get(folder) !== undefined) return false
    const root = this.#rootAround(folder)
    if (root === undefined && (!uri.startsWith('file:///') || this.#wanted.has(folder))) return false
    this.#wanted.set(folder, root)
    return true
  }

  /** Something happened to a file or a folder, on disk or in the editor. */
  touch(uri: string): void {
    if (this.#sources.touch(uri)) this.#loading.start()
  }

  /** Settles when everything that is wanted has been loaded. */
  async settled(): Promise<void> {
    await this.#loading.settled()
  }

  /** Until its configuration is loaded the rulebook holds for a file. */
  of(uri: string): Governed {
    const path = fileKey(uri)
    const loaded = this.#nearest.get(folderOf(path))
    const addressOf: AddressOf = (relative) => this.#addressOf(path, relative)
    if (!loaded) return { ...unconfigured, addressOf }
    const resolved = loaded.resolver.resolve(path)
    const rules = loaded.rules.filter(({ id }) => resolved.customRules.some((custom) => custom.id === id))
    return { resolved, rules, included: loaded.resolver.includes(path), addressOf }
  }

  /** The configurations in force, each once. */
  inForce(): readonly Loaded[] {
    return [...new Set([...this.#nearest.values()].filter((each) => each !== undefined))]
  }

  /** All files that they are made of, each once, with everything that is wrong with it. */
  files(): readonly ConfigFile[] {
    const byPath = new Map<string, ConfigFile>()
    for (const file of this.inForce().flatMap(({ configuration }) => configuration.files)) {
      const known = byPath.get(file.path)
      const findings = uniqueFindings([...(known?.findings ?? []), ...file.findings])
      byPath.set(file.path, { ...file, findings })
    }
    return [...byPath.values()]
  }

  #rootAround(folder: string): string | undefined {
    return [...this.#roots].find((each) => isInside(folder, each))
  }

  /** Paths start where the configuration stands, else at the root; those with dots in front, where the file stands. */
  #addressOf(path: string, relative: string): string | undefined {
    const folder = folderOf(path)
    const root = this.#rootAround(folder) ?? this.#located.get(folder)
    if (root === undefined) return undefined
    const configured = this.#nearest.get(folder)?.configuration.path
    const base = configured === undefined ? root : folderOf(configured)
    const meant = pathFrom(/^\.\.?\//.test(relative) ? folder : base, relative, root)
    return meant === undefined ? undefined : uriOf(meant)
  }

  async #catchUp(): Promise<void> {
    const nearest = await this.#loadAll()
    this.#hasChanged ||= [...nearest].some(([folder, loaded]) => this.#nearest.get(folder) !== loaded)
    this.#hasChanged ||= [...this.#nearest].some(([folder, loaded]) => loaded && !nearest.has(folder))
    this.#nearest = nearest
  }

  #tell(): void {
    const hasChanged = this.#hasChanged
    this.#hasChanged = false
    this.#heard.located(this.#located)
    if (hasChanged) this.#heard.changed()
  }

  async #loadAll(): Promise<ReadonlyMap<string, Loaded | undefined>> {
    const known = new Map(this.inForce().map((each) => [each.configuration.path, each]))
    const loading = new Map<string, Promise<Loaded>>()
    const nearest = new Map<string, Loaded | undefined>()
    const located = new Map<string, string>()
    const places = await fewAtATime(this.#wanted, async ([folder, around]) => {
      const root = await this.#rootFor(folder, around)
      return { folder, root, path: root === undefined ? undefined : await this.#pathFor(folder, root) }
    })
    for (const { folder, root, path } of places) {
      if (root !== undefined) located.set(folder, root)
      if (path === undefined) {
        nearest.set(folder, undefined)
        continue
      }
      const loaded = loading.get(path) ?? this.#load(path, root ?? folder, known.get(path))
      loading.set(path, loaded)
      nearest.set(folder, await loaded)
    }
    this.#located = located
    return nearest
  }

  /** The same as for the command line, unless that lies where nobody trusts it; `undefined` where nothing is to be read. */
  async #rootFor(folder: string, around: string | undefined): Promise<string | undefined> {
    if (around === undefined && !this.#isTrusted) return undefined
    const root = await this.#sources.rootOf(folder)
    if (around === undefined) return this.#watched(`${folder}/${CONFIG_FILE}`, root ?? folder)
    if (root === undefined) return around
    if (isInside(root, around)) return root
    return this.#isTrusted ? this.#watched(around, root) : around
  }

  /** The root, after what lies between it and the path is heard of. */
  #watched(path: string, root: string): string {
    if (!this.#above.has(path)) this.#heard.above(uriOf(path), uriOf(root))
    this.#above.add(path)
    return root
  }

  async #pathFor(folder: string, root: string): Promise<string | undefined> {
    for (const path of configPathsFor(`${folder}/`, root))
      if (await this.#sources.isThere(path, root)) return path
    return undefined
  }

  async #load(path: string, root: string, known: Loaded | undefined): Promise<Loaded> {
    const customChecks = this.#isTrusted ? this.#customChecks : undefined
    const read: Loaded['read'] = (file) => this.#sources.read(file, root)
    if (known?.root === root && known.customChecks === customChecks && (await holds(known, read)))
      return known
    return loadConfiguration(path, { root, read }, customChecks)
  }
}

/** What the configurations tell. */
interface Heard {
  /** Something else holds for some file. */
  changed(): void
  /** Folders that files lie in, each with the root up to which what holds for them is looked for. */
  located(roots: ReadonlyMap<string, string>): void
  /** What lies between a folder of the workspace, or a file outside, and the root of the repository counts as well; once for each. */
  above(path: string, root: string): void
}

/** Whether everything that was read still reads the same. */
async function holds({ reads }: Loaded, read: Loaded['read']): Promise<boolean> {
  for (const [path, before] of reads) if (!isSame(before, await read(path))) return false
  return true
}

const unconfigured: Omit<Governed, 'addressOf'> = {
  resolved: resolverOf(undefined).resolve(''),
  rules: [],
  included: true,
}

import { posix } from 'node:path'
import { uniqueFindings } from '../engine/config/config-finding.ts'
import { type CustomRule, withRefusals } from '../engine/config/custom.ts'
import { type Configuration, loadConfig } from '../engine/config/load.ts'
import { configPathsFor, folderOf, pathBelow } from '../engine/config/paths.ts'
import { type Resolved, type Resolver, resolverOf } from '../engine/config/resolve.ts'
import type { Settings } from '../engine/config/settings.ts'
import type { Rule } from '../engine/rules/rule.ts'
import { compareTexts } from '../engine/text/compare.ts'
import type { CheckedConfig } from './checked.ts'
import { UsageError } from './exit.ts'
import { fullPath } from './inputs.ts'
import type { Io } from './io.ts'
import { misnamedIn } from './misnamed.ts'

export interface ConfigOptions {
  /** A file for all pilots; false for none. Without it the nearest one upwards holds for each. */
  readonly config?: string | false | undefined
  /** Files for which holds what would hold at another path, both from the root. */
  readonly standIns?: ReadonlyMap<string, string> | undefined
}

/** What a file is checked with. */
export interface Governed {
  readonly settings: Settings
  readonly rules: readonly Rule[]
  readonly resolved: Resolved
  /** Whether the check of a folder takes the file. */
  readonly included: boolean
  /** The configuration in force, as it is shown. */
  readonly config: string | undefined
}

/** A configuration that was read, by its path. */
export interface InForce extends Place {
  readonly resolver: Resolver
}

/** The configurations of one run, each read once. */
export class Configurations {
  readonly #options: ConfigOptions
  readonly #io: Io
  readonly #places = new Map<string, Promise<Place | undefined>>()
  readonly #loaded = new Map<string, Promise<Loaded>>()
  readonly #elsewhere = new Map<string, Resolver>()
  readonly #used: Loaded[] = []
  readonly #searched = new Set<string>()

  constructor(options: ConfigOptions, io: Io) {
    this.#options = options
    this.#io = io
  }

  /** What holds for a file, by its path from the root. */
  async of(path: string): Promise<Governed> {
    const full = this.#options.standIns?.get(path) ?? path
    const { configuration, rules } = (await this.#governing(full)) ?? unconfigured
    const resolver = await this.#resolverFor(full)
    const resolved = resolver.resolve(full)
    const own = rules.filter(({ id }) => resolved.customRules.some((custom) => custom.id === id))
    return {
      settings: resolved.settings,
      rules: own.length === 0 ? this.#io.rules : [...this.#io.rules, ...own],
      resolved,
      included: resolver.includes(full),
      config: configuration && this.shown(configuration.path),
    }
  }

  /** The configurations that hold for some file. */
  inForce(): readonly InForce[] {
    return this.#used.flatMap(({ configuration, resolver, place }) => {
      return configuration && place ? [{ ...place, resolver }] : []
    })
  }

  async includes(path: string): Promise<boolean> {
    const full = this.#options.standIns?.get(path) ?? path
    return (await this.#resolverFor(full)).includes(full)
  }

  /** All files that were read, in the order of their paths. */
  used(): readonly CheckedConfig[] {
    const files = this.#used.flatMap(({ configuration }) => configuration?.files ?? [])
    // A file that two configurations extend is shown once, with what either has to say about it.
    const byPath = new Map<string, CheckedConfig>()
    for (const { path, text, lines, findings } of files) {
      const shown = this.shown(path)
      const known = byPath.get(shown)?.findings ?? []
      byPath.set(shown, { path: shown, text, lines, findings: uniqueFindings([...known, ...findings]) })
    }
    return [...byPath.values()].sort((a, b) => compareTexts(a.path, b.path))
  }

  /** What looks like a configuration where one was looked for, and is none, as it is shown. */
  async misnamed(): Promise<readonly string[]> {
    const places = await misnamedIn(this.#searched, this.#io)
    return places.map((place) => this.shown(place)).sort(compareTexts)
  }

  /** A path relative to the folder of the run. */
  shown(full: string): string {
    return posix.relative(this.#io.cwd, full)
  }

  async #governing(full: string): Promise<Loaded | undefined> {
    const place = await this.#placeFor(full)
    return place && this.#load(place)
  }

  /** What the user named holds as if it stood at the root of the repository of each file. */
  async #resolverFor(full: string): Promise<Resolver> {
    const { resolver, place, named } = (await this.#governing(full)) ?? unconfigured
    if (place?.folder === undefined) return resolver
    const root = (await this.#io.files.rootOf(folderOf(full)))?.replace(/\/$/, '') ?? place.folder
    if (root === place.folder) return resolver
    const known = this.#elsewhere.get(root) ?? resolverOf(named, { folder: root })
    this.#elsewhere.set(root, known)
    return known
  }

  async #placeFor(full: string): Promise<Place | undefined> {
    const { config } = this.#options
    if (config === false) return undefined
    const key = config === undefined ? folderOf(full) : ''
    const known = this.#places.get(key) ?? (config === undefined ? this.#nearest(full) : this.#named(config))
    this.#places.set(key, known)
    return known
  }

  async #nearest(full: string): Promise<Place | undefined> {
    const root = await rootFor(full, this.#io)
    for (const path of configPathsFor(full, root)) {
      this.#searched.add(folderOf(path))
      if ((await this.#io.files.kindOf(path)) !== 'missing') return { path, root, folder: undefined }
    }
    return undefined
  }

  async #named(config: string): Promise<Place> {
    const path = fullPath(config, this.#io)
    if ((await this.#io.files.kindOf(path)) !== 'file')
      throw new UsageError(`There is no configuration "${config}". Correct the path behind --config.`)
    // As if it stood at the root: a command without a path looks at the whole repository, wherever in it it is run.
    const folder = await rootFor(`${this.#io.cwd}/.`, this.#io)
    return { path, root: await rootFor(path, this.#io), folder }
  }

  #load(place: Place): Promise<Loaded> {
    const known = this.#loaded.get(place.path) ?? this.#read(place)
    this.#loaded.set(place.path, known)
    return known
  }

  async #read(place: Place): Promise<Loaded> {
    const { path, root, folder } = place
    const read = (file: string): ReturnType<Io['files']['read']> => {
      // A link that the user named is meant.
      return this.#io.files.read(file, file === path && folder !== undefined ? undefined : root || '/')
    }
    const configuration = await loadConfig(path, { root, read })
    const resolver = resolverOf(configuration, { folder })
    const custom: readonly CustomRule[] = resolver.resolve(path).customRules
    const compiled = await this.#io.customChecks.compile(custom)
    const loaded = {
      configuration: withRefusals(configuration, compiled),
      named: configuration,
      resolver,
      rules: compiled.rules,
      place,
    }
    this.#used.push(loaded)
    return loaded
  }
}

/**
 * Where the search upwards for what holds for a file ends: nothing above the repository counts; without one, nothing above
 * the folder of the run.
 */
export async function rootFor(full: string, { cwd, files }: Pick<Io, 'cwd' | 'files'>): Promise<string> {
  const root =
    (await files.rootOf(folderOf(full))) ?? (pathBelow(full, cwd) === undefined ? folderOf(full) : cwd)
  return root.replace(/\/$/, '')
}

interface Place {
  readonly path: string
  readonly root: string
  /** What its patterns are relative to, when that is not its own folder. */
  readonly folder: string | undefined
}

interface Loaded {
  readonly place: Place | undefined
  readonly configuration: Configuration | undefined
  /** The same, as the resolver has it. */
  readonly named: Configuration | undefined
  readonly resolver: Resolver
  readonly rules: readonly Rule[]
}

const unconfigured: Loaded = {
  place: undefined,
  configuration: undefined,
  named: undefined,
  resolver: resolverOf(undefined),
  rules: [],
}

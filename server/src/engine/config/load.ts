import { atMost } from '../at-most.ts'
import type { Finding } from '../finding.ts'
import type { ReadResult } from '../ports.ts'
import { nearest } from '../schema/suggest.ts'
import { lineIndex } from '../text/line-index.ts'
import type { ConfigFile, Placed } from './config-file.ts'
import { configFinding, uniqueFindings } from './config-finding.ts'
import { folderOf, pathBelow, pathFrom } from './paths.ts'
import { presets } from './presets.ts'
import { readConfig } from './read.ts'
import type { Preset } from './settings.ts'
import { unknownRules } from './unknown-rules.ts'

/** Where configuration files are read. Paths are absolute with forward slashes, or the addresses of files. */
export interface ConfigSource {
  /** The folder above which nothing is read: the repository's, or that of the workspace. */
  readonly root: string
  /** Reads a file below the root; never follows a link out of it, never rejects. */
  read(path: string): Promise<ReadResult>
}

/** A configuration with all that it extends. An immutable value. */
export interface Configuration {
  /** The file in force. */
  readonly path: string
  /** Each file once, that in force first. Their findings include what is wrong between them. */
  readonly files: readonly ConfigFile[]
  /** What was decided, in the order in which it counts: a later layer wins. */
  readonly layers: readonly Layer[]
}

export type Layer =
  | { readonly is: 'preset'; readonly preset: Preset; readonly by: ConfigFile; readonly at: Placed<string> }
  | { readonly is: 'file'; readonly file: ConfigFile }

/** Reads a configuration and what it extends. Whatever cannot be read is a finding, and the rest holds. */
export async function loadConfig(path: string, source: ConfigSource): Promise<Configuration> {
  return new Chain(source).load(path)
}

/** Whether something in the configuration is wrong, so that it does not say what its author meant. */
export function isBroken({ files }: Configuration): boolean {
  return files.some(({ findings }) => findings.length > 0)
}

/** Files behind each other, and files in all, counted as often as they are extended. */
const bounds = { depth: 8, visits: 40 } as const

class Chain {
  readonly #source: ConfigSource
  readonly #files = new Map<string, ConfigFile>()
  readonly #findings = new Map<string, Finding[]>()
  readonly #layers: Layer[] = []
  #visits = 0

  constructor(source: ConfigSource) {
    this.#source = source
  }

  async load(path: string): Promise<Configuration> {
    const result = await this.#source.read(path)
    const first = result.kind === 'text' ? readConfig(result.text, path) : unreadable(path, result.kind)
    this.#files.set(path, first)
    await this.#visit(first, [path])
    const rules = [...this.#files.values()].flatMap(({ customRules }) => customRules)
    const known = new Set(rules.map(({ id }) => id))
    for (const file of this.#files.values()) this.#say(file, ...unknownRules(file, known))
    const files = [...this.#files.values()].map((file) => this.#withFindings(file))
    const finished = new Map(files.map((file) => [file.path, file]))
    const final = (file: ConfigFile): ConfigFile => finished.get(file.path) ?? file
    const layers = this.#layers.map((layer): Layer => {
      return layer.is === 'file' ? { ...layer, file: final(layer.file) } : { ...layer, by: final(layer.by) }
    })
    return { path, files, layers }
  }

  /** Adds the layers of a file behind those of what it extends. `way` leads to it, itself last. */
  async #visit(file: ConfigFile, way: readonly string[]): Promise<void> {
    this.#visits++
    for (const base of file.bases) {
      const preset = presets.find((each) => each === base.value)
      if (preset) this.#layers.push({ is: 'preset', preset, by: file, at: base })
      else await this.#extend(file, base, way)
    }
    this.#layers.push({ is: 'file', file })
  }

  async #extend(file: ConfigFile, base: Placed<string>, way: readonly string[]): Promise<void> {
    const { value, span } = base
    const say = (rule: string, message: string): void => this.#say(file, configFinding(rule, message, span))
    const isPath = /[\\/:]|\.ya?ml$/.test(value)
    if (!isPath) return this.#say(file, unknownPreset(base))
    const path = pathFrom(folderOf(file.path), value, this.#source.root)
    if (path === undefined)
      return say(
        'outside',
        `"${value}" is outside of the repository. Copy what you need of it into the repository.`,
      )
    if (way.includes(path)) {
      const names = [...way.slice(way.indexOf(path)), path].map((each) => this.#name(each)).join(', ')
      return say('cycle', `This file extends itself: ${names}. Remove one of the steps.`)
    }
    if (way.length >= bounds.depth || this.#visits >= bounds.visits)
      return say(
        'too-deep',
        `"${value}" is not read: at most ${bounds.depth} files extend each other, and ${bounds.visits} in all. Join some of them.`,
      )
    const next = await this.#file(path)
    if (next === 'missing')
      return say('missing-file', `There is no file "${value}". Correct the path, or remove it.`)
    if (next === 'unreadable')
      return say('unreadable', `"${value}" is too large, or no UTF-8 text. Save it anew.`)
    return this.#visit(next, [...way, path])
  }

  async #file(path: string): Promise<ConfigFile | 'missing' | 'unreadable'> {
    const known = this.#files.get(path)
    if (known) return known
    const result = await this.#source.read(path)
    if (result.kind !== 'text') return result.kind === 'missing' ? 'missing' : 'unreadable'
    const file = readConfig(result.text, path)
    this.#files.set(path, file)
    return file
  }

  #name(path: string): string {
    return pathBelow(path, this.#source.root) ?? path
  }

  #say({ path }: ConfigFile, ...findings: readonly Finding[]): void {
    const said = this.#findings.get(path) ?? []
    this.#findings.set(path, said)
    said.push(...findings)
  }

  #withFindings(file: ConfigFile): ConfigFile {
    const added = this.#findings.get(file.path) ?? []
    return { ...file, findings: atMost(uniqueFindings([...file.findings, ...added]), file.text) }
  }
}

function unknownPreset({ value, span }: Placed<string>): Finding {
  const meant = presets.find((preset) => preset === nearest(value, presets))
  const advice = meant
    ? `Did you mean "${meant}"?`
    : 'Use minimal, recommended or strict, or the path of a file that ends in .yaml.'
  const ordered = meant ? [meant, ...presets.filter((preset) => preset !== meant)] : presets
  const fixes = ordered.map((preset) => ({
    title: `Replace by "${preset}"`,
    safe: preset === meant,
    changes: [{ do: 'replace', span, text: preset } as const],
  }))
  return { ...configFinding('unknown-preset', `"${value}" is no preset. ${advice}`, span), fixes }
}

function unreadable(path: string, kind: Exclude<ReadResult['kind'], 'text'>): ConfigFile {
  const reasons = {
    missing: 'it is no regular file, or reading it is not allowed',
    'too-large': 'it is larger than 2 MB',
    'not-utf-8': 'it is not UTF-8 text',
  }
  const message = `This configuration is not used: ${reasons[kind]}.`
  const finding = configFinding('unreadable', message, { start: 0, end: 0 })
  return { ...readConfig('', path), lines: lineIndex(''), findings: [finding] }
}

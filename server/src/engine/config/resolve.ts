import type { Severity } from '../finding.ts'
import { withSmallEnding } from '../pilot/file-name.ts'
import { compareTexts } from '../text/compare.ts'
import type { Span } from '../text/span.ts'
import type { ConfigFile, Patterns, RuleEntry } from './config-file.ts'
import type { CustomRule } from './custom.ts'
import type { Configuration } from './load.ts'
import { folderOf, pathBelow } from './paths.ts'
import { type Preset, type RuleSetting, recommended, type Settings } from './settings.ts'
import { configWords } from './vocabulary.ts'

/** What holds for one file, and where each part of it was decided. */
export interface Resolved {
  /** For the check of the file. The same object for all files for which the same holds. */
  readonly settings: Settings
  readonly preset: Decision<Preset>
  readonly currency: Decision<string>
  readonly jurisdictions: Decision<readonly string[]>
  /** Without a decision, every pilot file. */
  readonly include: Decision<readonly string[]> | undefined
  readonly exclude: Decision<readonly string[]> | undefined
  readonly registry: Decision<readonly string[]> | undefined
  /** By name. */
  readonly rules: readonly RuleDecision[]
  readonly customRules: readonly CustomRule[]
}

/** A value and the place that decided it; without one it is what holds without a configuration. */
export interface Decision<T> {
  readonly value: T
  readonly from: Origin | undefined
}

export interface Origin {
  readonly file: ConfigFile
  readonly span: Span
  /** The patterns of the override that decided it. */
  readonly files?: readonly string[]
}

export interface RuleDecision {
  readonly id: string
  readonly severity: Decision<Severity | 'off'> | undefined
  readonly options: Readonly<Record<string, Decision<number>>>
}

/** Answers what a configuration says about files. Paths are like those of its files. */
export interface Resolver {
  resolve(path: string): Resolved
  /** Whether the check of a folder takes the file. One that the user names is always taken. */
  includes(path: string): boolean
}

export interface ResolverOptions {
  /** The folder that the patterns of the file in force are relative to; its own when absent. */
  readonly folder?: string | undefined
}

/** Without a configuration the rulebook holds for every file. */
export function resolverOf(
  configuration: Configuration | undefined,
  options: ResolverOptions = {},
): Resolver {
  const steps = stepsOf(configuration)
  // A file that is extended on several ways stands in several steps, and is asked once.
  const scopes = new Map(steps.flatMap(({ scope }) => (scope ? [[scope.patterns, scope.file] as const] : [])))
  const known = new Map<string, Resolved>()
  const folderFor = (file: ConfigFile): string => folderOfPatterns(file, configuration, options)
  const isOneOf = (path: string, patterns: Patterns, file: ConfigFile): boolean => {
    const below = pathBelow(path, folderFor(file))
    if (below === undefined) return false
    // What is a pilot by its name is one for a pattern, too: **/*.pilot.yaml holds for a.PILOT.YAML.
    const small = withSmallEnding(below)
    return patterns.matches(below) || (small !== below && patterns.matches(small))
  }
  const resolve = (path: string): Resolved => {
    const isMet = new Map(Array.from(scopes, ([each, file]) => [each, isOneOf(path, each, file)] as const))
    const key = Array.from(isMet.values(), Number).join('')
    const resolved = known.get(key) ?? join(steps.filter(({ scope }) => !scope || isMet.get(scope.patterns)))
    known.set(key, resolved)
    return resolved
  }
  const last = (key: 'include' | 'exclude'): ConfigFile | undefined =>
    steps.findLast(({ file, scope }) => !scope && file?.[key])?.file
  const [including, excluding] = [last('include'), last('exclude')]
  return {
    resolve,
    includes: (path) => {
      const isIncluded = !including?.include || isOneOf(path, including.include, including)
      return isIncluded && !(excluding?.exclude && isOneOf(path, excluding.exclude, excluding))
    },
  }
}

/** One thing after another that decides: a preset, a file, or a part of one that holds for some files. */
interface Step {
  readonly preset?: Decision<Preset>
  readonly file?: ConfigFile
  readonly scope?: Scope
  readonly rules: readonly (RuleEntry & { readonly from: Origin })[]
}

interface Scope {
  readonly patterns: Patterns
  readonly file: ConfigFile
}

function stepsOf(configuration: Configuration | undefined): readonly Step[] {
  return (configuration?.layers ?? []).flatMap((layer): readonly Step[] => {
    if (layer.is === 'preset')
      return [{ preset: { value: layer.preset, from: { file: layer.by, span: layer.at.span } }, rules: [] }]
    const { file } = layer
    const placed = (rules: readonly RuleEntry[], files?: readonly string[]): Step['rules'] =>
      rules.map((rule) => ({ ...rule, from: { file, span: rule.span, ...(files && { files }) } }))
    const overrides = file.overrides.map(({ files, rules }) => {
      return { scope: { patterns: files, file }, rules: placed(rules, files.value) }
    })
    return [{ file, rules: placed(file.rules) }, ...overrides]
  })
}

function folderOfPatterns(
  file: ConfigFile,
  configuration: Configuration | undefined,
  options: ResolverOptions,
): string {
  const isInForce = file.path === configuration?.path
  return isInForce && options.folder !== undefined ? options.folder : folderOf(file.path)
}

function join(steps: readonly Step[]): Resolved {
  const files = steps.flatMap(({ file }) => file ?? [])
  const preset = steps.findLast((step) => step.preset)?.preset
  const customRules = new Map(
    files.flatMap((file) => file.customRules.map((rule) => [rule.id, rule] as const)),
  )
  const decisions = {
    preset: preset ?? { value: recommended.preset, from: undefined },
    currency: latest(files, 'currency') ?? { value: recommended.currency, from: undefined },
    jurisdictions: latest(files, 'jurisdictions') ?? { value: recommended.jurisdictions, from: undefined },
  }
  const rules = rulesOf(steps, [...customRules.values()], files)
  const registry = latest(files, 'registry')
  const settings: Settings = {
    preset: decisions.preset.value,
    currency: decisions.currency.value,
    jurisdictions: decisions.jurisdictions.value,
    rules: new Map(rules.map((rule) => [rule.id, settingOf(rule)])),
    ...(registry?.value.length ? { hasRegistry: true } : {}),
  }
  return {
    settings: files.length === 0 ? recommended : settings,
    ...decisions,
    include: latest(files, 'include'),
    exclude: latest(files, 'exclude'),
    registry,
    rules,
    customRules: [...customRules.values()],
  }
}

function latest<K extends 'currency' | 'jurisdictions' | 'include' | 'exclude' | 'registry'>(
  files: readonly ConfigFile[],
  key: K,
): Decision<NonNullable<ConfigFile[K]>['value']> | undefined {
  const file = files.findLast((each) => each[key])
  const placed = file?.[key]
  return file && placed ? { value: placed.value, from: { file, span: placed.span } } : undefined
}

/** A severity replaces the one before; options are kept that nobody sets again. What names no rule decides nothing. */
function rulesOf(
  steps: readonly Step[],
  custom: readonly CustomRule[],
  files: readonly ConfigFile[],
): readonly RuleDecision[] {
  const found = new Map<string, RuleDecision>()
  for (const { id, severity, path, span } of custom) {
    const file = files.findLast((each) => each.path === path)
    const from = file && { file, span }
    found.set(id, { id, severity: { value: severity, from }, options: {} })
  }
  const entries = steps.flatMap(({ rules }) => rules)
  // The schema of configurations need not be there where there is no configuration.
  const named = entries.length === 0 ? [] : configWords.keysOf('rules')
  for (const { id, severity, options, from } of entries) {
    if (!found.has(id) && !named.includes(id)) continue
    const before = found.get(id)
    const set = Object.entries(options).map(([name, value]) => [name, { value, from }] as const)
    found.set(id, {
      id,
      severity: severity ? { value: severity, from } : before?.severity,
      options: { ...before?.options, ...Object.fromEntries(set) },
    })
  }
  return [...found.values()].sort((a, b) => compareTexts(a.id, b.id))
}

function settingOf({ severity, options }: RuleDecision): RuleSetting {
  const values = Object.entries(options).map(([name, { value }]) => [name, value] as const)
  return { severity: severity?.value, options: Object.fromEntries(values) }
}

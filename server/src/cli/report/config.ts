import type { Decision, Origin, Resolved, RuleDecision } from '../../engine/config/resolve.ts'
import { visible } from '../../engine/text/visible.ts'
import type { Governed } from '../configurations.ts'
import { placeAt } from './place.ts'
import type { Style } from './style.ts'
import { type Cell, type Column, table } from './table.ts'

/** How files are named. */
export interface Shown {
  /** The file that was asked about. */
  readonly path: string
  /** The name under which another file is shown. */
  shown(path: string): string
}

const columns: readonly Column[] = [
  { head: 'Setting' },
  { head: 'Value', most: 70 },
  { head: 'Decided by', most: 100 },
]

/** What holds for a file as a table, each line with the place that decided it. */
export function configTable(governed: Governed, shown: Shown, style: Style): string {
  const { resolved, config, included } = governed
  const by = config === undefined ? 'No configuration holds for it.' : `Its configuration is ${config}.`
  const taken = included ? 'A check of its folder takes it.' : 'A check of its folder leaves it out.'
  const rows = [...settingsOf(resolved), ...resolved.rules.flatMap((rule) => ruleRows(rule, governed))]
  const cells = rows.map(({ name, value, from }): readonly Cell[] => [
    { text: visible(name) },
    { text: visible(value) },
    from ? { text: visible(placeText(from, shown)) } : { text: 'by itself', look: 'quiet' },
  ])
  return `${style.paint('file', visible(shown.path))}\n\n${visible(by)} ${taken}\n\n${table(columns, cells, style)}`
}

/** The same for programs. */
export function configJson({ resolved, config, included, rules }: Governed, shown: Shown): object {
  const decided = <T>(decision: Decision<T> | undefined): object | undefined => {
    return decision && { value: decision.value, from: placeJson(decision.from, shown) }
  }
  const { preset, currency, jurisdictions, include, exclude, registry } = resolved
  return {
    version: 1,
    path: shown.path,
    config,
    included,
    preset: decided(preset),
    currency: decided(currency),
    jurisdictions: decided(jurisdictions),
    include: decided(include),
    exclude: decided(exclude),
    registry: decided(registry),
    rules: resolved.rules.map(({ id, severity, options }) => ({
      id,
      severity: decided(severity),
      options: Object.fromEntries(Object.entries(options).map(([name, each]) => [name, decided(each)])),
    })),
    customRules: resolved.customRules.map(({ id, from, at, message }) => {
      return { id, from, at, message, runs: rules.some((rule) => rule.id === id) }
    }),
  }
}

interface Row {
  readonly name: string
  readonly value: string
  readonly from: Origin | undefined
}

function settingsOf(resolved: Resolved): readonly Row[] {
  const { preset, currency, jurisdictions, include, exclude, registry } = resolved
  const list = (name: string, decision: Decision<readonly string[]> | undefined, none: string): Row => {
    return { name, value: decision?.value.join(', ') || none, from: decision?.from }
  }
  return [
    { name: 'preset', ...preset },
    { name: 'currency', ...currency },
    list('jurisdictions', jurisdictions, 'none'),
    list('include', include, 'every pilot'),
    list('exclude', exclude, 'none'),
    list('registry', registry, 'none'),
  ]
}

function ruleRows({ id, severity, options }: RuleDecision, { resolved, rules }: Governed): readonly Row[] {
  const isCustom = resolved.customRules.some((custom) => custom.id === id)
  const runs = rules.some((rule) => rule.id === id) ? '' : ', which cannot be used'
  const own = isCustom ? ` (a rule of your own${runs})` : ''
  const weight = severity ? [{ name: id, value: `${severity.value}${own}`, from: severity.from }] : []
  const set = Object.entries(options).map(([name, { value, from }]) => {
    return { name: `${id} ${name}`, value: String(value), from }
  })
  return [...weight, ...set]
}

function placeText(origin: Origin, shown: Shown): string {
  const { path, line, column } = placeOf(origin, shown)
  const where = `${path}:${line}:${column}`
  return origin.files ? `${where}, for ${origin.files.join(', ')}` : where
}

function placeJson(origin: Origin | undefined, shown: Shown): object | undefined {
  return origin && { ...placeOf(origin, shown), files: origin.files }
}

function placeOf({ file, span }: Origin, { shown }: Shown): { path: string; line: number; column: number } {
  return { path: shown(file.path), ...placeAt(file, span.start) }
}

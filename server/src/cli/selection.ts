import { isOn } from '../engine/config/presets.ts'
import type { RuleSetting, Settings } from '../engine/config/settings.ts'
import { compareFindings, type Severity } from '../engine/finding.ts'
import { notices } from '../engine/notices.ts'
import { type Stage, stageOf } from '../engine/pilot/stages.ts'
import { referenceKey } from '../engine/portfolio/facts.ts'
import { type Mention, mentionsOf } from '../engine/portfolio/mentions.ts'
import { whoIsWho } from '../engine/portfolio/people.ts'
import { revised } from '../engine/revised.ts'
import { portfolioRules } from '../engine/rules/all.generated.ts'
import type { RuleInfo } from '../engine/rules/rule.ts'
import { nearest } from '../engine/schema/suggest.ts'
import type { Checked, Results } from './checked.ts'
import { UsageError } from './exit.ts'

/** What of the findings the user wants to see. */
export interface SelectionOptions {
  /** Rules and groups; all when empty. */
  readonly rule?: readonly string[] | undefined
  readonly ignore?: readonly string[] | undefined
  readonly severity?: readonly SeverityChoice[] | undefined
  readonly stage?: readonly Stage[] | undefined
  readonly owner?: readonly string[] | undefined
  /** False to report what suppressions silence. */
  readonly suppressions?: boolean | undefined
}

/** `RULE=LEVEL`. */
export interface SeverityChoice {
  readonly rule: string
  readonly level: Severity | 'off'
}

/**
 * The settings that hold when the choices of the command line are put on top. A rule that is left out is switched off, so
 * that a suppression of it is neither unknown nor unused; the same settings and rules always yield the same object.
 */
export function settingsUnder(
  options: SelectionOptions,
): (settings: Settings, rules: readonly RuleInfo[]) => Settings {
  const { rule = [], ignore = [], severity = [] } = options
  if (rule.length + ignore.length + severity.length === 0) return (settings) => settings
  const known = new Map<Settings, Settings>()
  return (settings, rules) => {
    const chosen = known.get(settings) ?? chosenSettings(settings, ruleIds(rules), { rule, ignore, severity })
    known.set(settings, chosen)
    return chosen
  }
}

/** The names of all rules that can be chosen for some of the files. */
export function choosable(rules: readonly RuleInfo[], { files }: Pick<Results, 'files'>): readonly string[] {
  // Nearly all files have the same list.
  const lists = new Set([rules, ...files.map((checked) => checked.rules)])
  return ruleIds([...lists].flat())
}

function ruleIds(rules: readonly RuleInfo[]): readonly string[] {
  return [...new Set([...rules, ...portfolioRules].map(({ id }) => id))]
}

type RuleChoices = { readonly [key in 'rule' | 'ignore' | 'severity']: NonNullable<SelectionOptions[key]> }

function chosenSettings(
  settings: Settings,
  ids: readonly string[],
  { rule, ignore, severity }: RuleChoices,
): Settings {
  const rules = new Map<string, RuleSetting>(settings.rules)
  const set = (id: string, level: RuleSetting['severity']): void => {
    rules.set(id, { options: rules.get(id)?.options ?? {}, severity: level })
  }
  for (const id of ids) {
    const level = severity.findLast((each) => covers(each.rule, id))?.level
    if (level !== undefined) set(id, level)
    // Who names a rule wants it, whatever the configuration says.
    else if (rule.includes(id) && !isOn(settings, id)) set(id, undefined)
    const isWanted = rule.length === 0 || rule.some((name) => covers(name, id)) || id === UNREADABLE
    if (!isWanted || ignore.some((name) => covers(name, id))) set(id, 'off')
  }
  const named = rule.some((name) => ids.includes(name) && !isOn(settings, name))
  // The smallest preset would silence it again; all other rules are off by now.
  return {
    ...settings,
    rules,
    preset: named && settings.preset === 'minimal' ? 'recommended' : settings.preset,
  }
}

/** Like what the parser says, it tells why nothing else is said. */
const UNREADABLE = 'file/conflict-markers'

/** Whether a name is that of a rule or of its group. */
function covers(name: string, id: string): boolean {
  return name === id || id.startsWith(`${name}/`)
}

/** Refuses names of rules that no rule has. `ids` are all that ran or could have. */
export function checkNames(
  { rule = [], ignore = [], severity = [] }: SelectionOptions,
  ids: readonly string[],
): void {
  const said = notices.map(({ id }) => id)
  for (const name of rule) known(name, [...ids, ...said])
  for (const name of [...ignore, ...severity.map((each) => each.rule)]) {
    if (/^(?:schema|yaml|config|baseline)(?:\/|$)/.test(name))
      throw new UsageError(`"${name}" is always an error. Mend the file instead.`)
    known(name, ids)
  }
  const isLeft = (id: string): boolean => !ignore.some((name) => covers(name, id))
  const isWanted = (id: string): boolean => rule.some((name) => covers(name, id))
  if (rule.length > 0 && ![...ids.filter(isLeft), ...said].some(isWanted))
    throw new UsageError('--ignore leaves out all that --rule asks for. Take one of the two out.')
}

function known(name: string, ids: readonly string[]): void {
  if (ids.some((id) => covers(name, id))) return
  const groups = [...new Set(ids.map((id) => id.split('/')[0] ?? ''))]
  // People leave out the group.
  const meant = ids.find((id) => id.endsWith(`/${name}`)) ?? nearest(name, [...groups, ...ids])
  const advice = meant ? `Did you mean "${meant}"?` : 'See pilots rules for all of them.'
  throw new UsageError(`There is no rule or group "${name}". ${advice}`)
}

/** The results for the pilots and findings that were asked for. What cannot be read of another one is said all the same. */
export function selected(
  results: Results,
  options: SelectionOptions & { allowEmpty?: boolean | undefined },
): Results {
  const { stage = [], owner = [], suppressions = true } = options
  const isOwned = ownedBy(owner, results)
  const isMeant = (checked: Checked): boolean =>
    (stage.length === 0 || stage.includes(stageOf(checked.analysis.pilot))) && isOwned(checked)
  const files = results.files
    .flatMap((checked) => {
      if (isMeant(checked)) return [checked]
      return checked.analysis.readable ? [] : [withoutRules(checked)]
    })
    .map((checked) => (suppressions ? checked : unsuppressed(checked)))
  if (files.length === 0 && results.files.length > 0 && !options.allowEmpty)
    throw new UsageError(nothing(stage, owner))
  return { ...results, files }
}

/** With what the parser says alone: it may be a pilot that was asked for, and as it reads now it is another. */
function withoutRules(checked: Checked): Checked {
  const findings = checked.analysis.findings.filter(({ rule }) => covers('yaml', rule) || rule === UNREADABLE)
  return { ...checked, analysis: revised(checked.analysis, { findings, suppressed: [] }) }
}

function nothing(stages: readonly string[], owners: readonly string[]): string {
  const wanted = [
    ...(stages.length > 0 ? [`at stage ${stages.join(' or ')}`] : []),
    ...(owners.length > 0 ? [`owned by ${owners.map((name) => `"${name}"`).join(' or ')}`] : []),
  ]
  return `There is no pilot ${wanted.join(' and ')}. Choose others, or pass --allow-empty.`
}

function ownedBy(wanted: readonly string[], { files }: Results): (checked: Checked) => boolean {
  if (wanted.length === 0) return () => true
  const people = new Map(files.map((checked) => [checked, peopleOf(checked)]))
  const who = whoIsWho([...people.values()].flat().map(({ name }) => keyOf(name)))
  const answering = (checked: Checked): readonly Mention[] =>
    people.get(checked)?.filter(({ path }) => path.startsWith('owners.')) ?? []
  const keyed = ({ refers, name }: Mention): string => (refers === 'team' ? keyOf(name) : who(keyOf(name)))
  const owners = new Map(files.map((checked) => [checked, answering(checked).map(keyed)]))
  const keys = new Set([...owners.values()].flat())
  const chosen = new Set<string>()
  for (const name of wanted) {
    const found = [keyOf(name), who(keyOf(name))].filter((key) => keys.has(key))
    for (const key of found) chosen.add(key)
    if (found.length > 0) continue
    const meant = nearest(name, [...new Set(files.flatMap(answering).map((each) => each.name))])
    const advice = meant ? `Did you mean "${meant}"?` : 'Write the name as the pilots do.'
    throw new UsageError(`No pilot here is owned by "${name}". ${advice}`)
  }
  return (checked) => (owners.get(checked) ?? []).some((key) => chosen.has(key))
}

/** Everyone whom a pilot names: an initial stands for the one person among all of them that it fits. */
function peopleOf({ analysis }: Checked): readonly Mention[] {
  return mentionsOf(analysis.syntax.root).filter(
    ({ refers, path }) => refers === 'person' || refers === 'owner' || path.startsWith('owners.'),
  )
}

function keyOf(name: string): string {
  return referenceKey('person', name) || name.trim().toLowerCase()
}

function unsuppressed(checked: Checked): Checked {
  const { analysis } = checked
  const silenced = analysis.suppressed.map(({ finding }) => finding)
  const findings = [...analysis.findings, ...silenced].sort(compareFindings)
  return { ...checked, analysis: revised(analysis, { findings, suppressed: [] }) }
}

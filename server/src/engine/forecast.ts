import { type Circumstances, type Input, judge, understand } from './analyze.ts'
import { type Finding, outweighs, type Severity } from './finding.ts'
import { groupBy } from './group-by.ts'
import { hearDay } from './heard-day.ts'
import { addDays, type IsoDate, LAST_DAY } from './pilot/dates.ts'
import type { Join } from './portfolio/days.ts'
import { isAboutSuppressions, type Report, type Rule } from './rules/rule.ts'
import { SUPPRESSION } from './suppress.ts'

/** A finding that comes when nothing changes, or one of today that comes to weigh more. */
export interface Turn {
  /** The first day on which it is reported. */
  readonly date: IsoDate
  /** As it is reported on that day. */
  readonly finding: Finding
  /** What it weighed the day before, when it is not new. */
  readonly was: Severity | undefined
}

/**
 * What time alone will bring about in a file after `today` and up to a last day, in the order of the days. A finding
 * that goes and comes back is named each time. The text is read once; every day is judged, as a rule may turn on any.
 * With `join` what concerns all pilots is among it.
 */
export function forecast(
  input: Input,
  circumstances: Circumstances,
  { until, join = alone }: { readonly until: IsoDate; readonly join?: Join | undefined },
): readonly Turn[] {
  const understood = understand(input)
  const watched = circumstances.rules.map(watch)
  const findingsOn = (today: IsoDate, rules: readonly Rule[]): Keyed =>
    byKey(join(judge(understood, { ...circumstances, rules, today })).findings)
  const turns: Turn[] = []
  let before = findingsOn(circumstances.today, rulesOf(watched))
  // A comment that silences a rule is judged by whether the rule was asked. The same list for all days: what is due is worked out once.
  const asked = rulesOf(input.text.includes(SUPPRESSION) ? watched : watched.filter((each) => each.matters()))
  for (let date = addDays(circumstances.today, 1); date <= until; date = addDays(date, 1)) {
    const findings = findingsOn(date, asked)
    turns.push(...turned(before, findings).map((turn) => ({ date, ...turn })))
    before = findings
    if (date === LAST_DAY) break
  }
  return turns
}

const alone: Join = (analysis) => analysis

function rulesOf(watched: readonly Watched[]): readonly Rule[] {
  return watched.map(({ rule }) => rule)
}

interface Watched {
  readonly rule: Rule
  /** After the first day: whether it has said anything, or may on another day. */
  matters(): boolean
}

/** A rule that cannot turn with the date, or did not look at it, would say the same on any other day, and is not asked again. */
function watch(rule: Rule): Watched {
  if (isAboutSuppressions(rule)) return { rule, matters: () => true }
  // The others look at the date for their fixes alone. What Git remembers is compared with what holds on a day.
  const canTurn = rule.needs?.some((need) => need === 'today' || need === 'history')
  let known: readonly Report[] | undefined
  let wasAsked = false
  const check: Rule['check'] = (pilot, scene): Iterable<Report> => {
    if (known) return known
    // Up to where it first looks at the date it does the same on each day, so that it looks at each.
    if (wasAsked) return rule.check(pilot, scene)
    wasAsked = true
    const day = hearDay(scene)
    const reports = [...rule.check(pilot, day.scene)]
    if (!canTurn || !day.wasAsked()) known = reports
    return reports
  }
  // A rule that is not due at this stage can only become so by the decision that comes near.
  const matters = (): boolean => (wasAsked ? known?.length !== 0 : rule.from.close !== undefined)
  return { rule: { ...rule, check }, matters }
}

/** The message of a finding counts days, and its place does not: that is what it is known by. */
function turned(before: Keyed, now: Keyed): readonly Pick<Turn, 'finding' | 'was'>[] {
  return [...now].flatMap(([key, findings]) => {
    const left = [...(before.get(key) ?? [])]
    // The ones that say the same are the same; the others are told apart by their order.
    const changed = findings.filter((finding) => !take(left, (other) => isSame(other, finding)))
    return changed.flatMap((finding) => {
      const was = left.shift()?.severity
      return was && !outweighs(finding.severity, was) ? [] : [{ finding, was }]
    })
  })
}

/** The findings of a day by what they are known by. */
type Keyed = ReadonlyMap<string, readonly Finding[]>

function byKey(findings: readonly Finding[]): Keyed {
  return groupBy(findings, ({ rule, span }) => `${rule} ${span.start} ${span.end}`)
}

function isSame(a: Finding, b: Finding): boolean {
  return a.message === b.message && a.severity === b.severity
}

function take<T>(items: T[], fits: (item: T) => boolean): boolean {
  const index = items.findIndex(fits)
  if (index >= 0) items.splice(index, 1)
  return index >= 0
}

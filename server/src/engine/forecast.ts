import { type Circumstances, type Input, judge, understand } from './analyze.ts'
import { type Finding, outweighs, type Severity } from './finding.ts'
import { addDays, type IsoDate } from './pilot/dates.ts'
import type { Report, Rule } from './rules/rule.ts'

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
 */
export function forecast(input: Input, circumstances: Circumstances, until: IsoDate): readonly Turn[] {
  const understood = understand(input)
  const rules = circumstances.rules.map(steady)
  const findingsOn = (today: IsoDate): readonly Finding[] =>
    judge(understood, { ...circumstances, rules, today }).findings
  const turns: Turn[] = []
  let before = findingsOn(circumstances.today)
  for (let date = addDays(circumstances.today, 1); date <= until; date = addDays(date, 1)) {
    const findings = findingsOn(date)
    turns.push(...turned(before, findings).map((turn) => ({ date, ...turn })))
    before = findings
    if (date === LAST) break
  }
  return turns
}

/** After this day there is none that can be written. */
const LAST = '9999-12-31'

/** A rule that does not look at the date says on every day what it said on the first. */
function steady(rule: Rule): Rule {
  if (rule.needs?.includes('today') || rule.id.startsWith('suppression/')) return rule
  let reports: readonly Report[] | undefined
  return {
    ...rule,
    check: (pilot, scene) => {
      reports ??= [...rule.check(pilot, scene)]
      return reports
    },
  }
}

/** The message of a finding counts days, and its place does not: that is what it is known by. */
function turned(
  before: readonly Finding[],
  now: readonly Finding[],
): readonly Pick<Turn, 'finding' | 'was'>[] {
  const known = byKey(before)
  return [...byKey(now)].flatMap(([key, findings]) => {
    const left = [...(known.get(key) ?? [])]
    // The ones that say the same are the same; the others are told apart by their order.
    const changed = findings.filter((finding) => !take(left, (other) => isSame(other, finding)))
    return changed.flatMap((finding) => {
      const was = left.shift()?.severity
      return was && !outweighs(finding.severity, was) ? [] : [{ finding, was }]
    })
  })
}

function byKey(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const { rule, span } = finding
    const key = `${rule} ${span.start} ${span.end}`
    const group = groups.get(key)
    if (group) group.push(finding)
    else groups.set(key, [finding])
  }
  return groups
}

function isSame(a: Finding, b: Finding): boolean {
  return a.message === b.message && a.severity === b.severity
}

function take<T>(items: T[], fits: (item: T) => boolean): boolean {
  const index = items.findIndex(fits)
  if (index >= 0) items.splice(index, 1)
  return index >= 0
}

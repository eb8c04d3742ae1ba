import type { Random } from './random.ts'

/** Ways in which real files go wrong: each makes one text of another. Where a fault does not fit, the text stays as it is. */
export const faults: readonly [Fault, ...Fault[]] = [
  // What nobody wrote down.
  without(/^owners:\n(?: .*\n)+/m),
  without(/^ {2}operator:.*\n(?: {4}.*\n)+/m),
  without(/^ {2}production:\n(?: {4}.*\n)+/m),
  without(/^timeline:\n(?: .*\n)+/m),
  without(/^criteria:\n(?: .*\n)+/m),
  without(/^ {2}stop:\n(?: {4}- .*\n)+/m),
  without(/^gates:\n(?: .*\n)+/m),
  without(/^integration:\n(?: .*\n)+/m),
  without(/^vendor:\n(?: .*\n)+/m),
  without(/^next: .*\n/m),
  without(/^ {6}baseline: .*\n/m),
  without(/^ {6}readings:\n(?: {8}.*\n)+/m),
  // What is written, and will not do.
  change(/(operator:.*\n {4}name: ).*/, '$1TBD'),
  change(/(operator:.*\n {4}name: ).*/, '$1The whole team'),
  change(/(productionBy: )(\d{4})/, '$12025'),
  change(/(statement: ).*/, '$1Unlock synergies with transformative AI across the business.'),
  change(/(metric: )Handling time.*/, '$1Satisfaction with the tool'),
  change(/status: (?:built|live)/, 'status: unscoped'),
  change(/environment: production/, 'environment: sandbox'),
  change(/participants: \w+/, 'participants: volunteers'),
  change(/securityReview: \{ status: passed/, 'securityReview: { status: failed'),
  change(/plan: docs\/change.md/, 'plan: later'),
  // Mistakes of writing.
  change(/^governance:/m, 'governace:'),
  change(/^( {2}approved: \d{4}-)\d\d/m, '$113'),
  change(/readiness: \w+/, 'readiness: very high'),
  change(/budget: (\d+)/, 'budget: "$1"'),
  change(/^(change:)/m, '# pilots-ignore-next-line change/no-plan -- Agreed with the works council\n$1'),
  change(/^(owners:)/m, '# pilots-ignore-next-line owners/operator-missing\n$1'),
  // Other ways to write the same.
  (text) => text.replaceAll('\n', '\r\n'),
  change(/sponsor:\n {4}name: (.*)/, 'sponsor:\n    name: &boss $1'),
  change(/^(summary: )(.*)/m, '$1>-\n  $2\n  It began as an idea of two people.'),
]

/** What keeps a file from being read as YAML, which people notice soon. */
const breaks: readonly [Fault, ...Fault[]] = [
  change(/^(team: .*\n)/m, '$1$1'),
  change(/^( {2}go:)/m, '\t$1'),
  change(/^summary: /m, 'summary: Note: '),
  (text) => text.slice(0, text.lastIndexOf('}')),
]

/** A text with one or a few faults. */
export function withFaults(text: string, random: Random): string {
  let faulty = random.chance(BROKEN) ? random.pick(breaks)(text) : text
  for (let left = random.between(1, 4); left > 0; left--) faulty = random.pick(faults)(faulty)
  return faulty
}

const BROKEN = 0.02

type Fault = (text: string) => string

function without(part: RegExp): Fault {
  return (text) => text.replace(part, '')
}

function change(part: RegExp, now: string): Fault {
  return (text) => text.replace(part, now)
}

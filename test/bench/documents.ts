import { readFileSync } from 'node:fs'

const base = readFileSync(new URL('../fixtures/healthy/rollout-stage.pilot.yaml', import.meta.url), 'utf8')

/** A pilot of about so many lines: a real one cut short, or with more criteria, measures, systems and gates. */
export function documentOf(lines: number): string {
  const own = base.split('\n')
  if (lines <= own.length) return `${own.slice(0, cutBefore(own, lines)).join('\n')}\n`
  const blocks = [criterion, measure, system, feature] as const
  const grown = new Map<string, string[]>()
  let count = own.length
  for (let turn = 0; count < lines; turn++) {
    const block = blocks[turn % blocks.length] ?? criterion
    const { after, text } = block(turn)
    grown.set(after, [...(grown.get(after) ?? []), ...text])
    count += text.length
  }
  return own.flatMap((line) => [line, ...(grown.get(line) ?? [])]).join('\n')
}

/** The last line at or before `most` at which a block of the first level begins. */
function cutBefore(lines: readonly string[], most: number): number {
  let end = most
  while (end > 0 && !/^\w/.test(lines[end] ?? '')) end--
  return end
}

interface Block {
  /** The line of the base below which it belongs. */
  readonly after: string
  readonly text: readonly string[]
}

function criterion(turn: number): Block {
  const text = [
    `    - metric: Minutes to an answer of queue ${turn}`,
    '      kind: business',
    '      unit: minutes',
    '      better: lower',
    `      baseline: ${30 + (turn % 17)}`,
    `      target: ${12 + (turn % 5)}`,
    '      within: 60 days',
    '      source: ticket-system',
    '      readings:',
    `        - { date: 2026-10-28, value: ${26 + (turn % 9)} }`,
    `        - { date: 2026-11-13, value: ${19 + (turn % 7)} }`,
  ]
  return { after: '  success:', text }
}

function measure(turn: number): Block {
  const text = [
    `    - name: Answers within the hour in queue ${turn}`,
    '      kind: operational',
    '      unit: "%"',
    '      better: higher',
    `      target: ${80 + (turn % 15)}`,
    '      owner: Bo Lindahl',
  ]
  return { after: '  measures:', text }
}

function system(turn: number): Block {
  const text = [
    `    - system: queue-${turn}`,
    '      direction: in',
    '      method: event',
    '      status: built',
    '      effort: 2 days',
    '      owner: Bo Lindahl',
    '      scoped: 2026-09-21',
    '      securityReview: { status: passed, date: 2026-10-07 }',
  ]
  return { after: '  systems:', text }
}

function feature(turn: number): Block {
  return {
    after: '  features:',
    text: [`    - { name: Proposal for queue ${turn}, impact: ${100 + turn}, phase: 2 }`],
  }
}

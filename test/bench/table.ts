import { type Row, ratioOf } from './row.ts'
import type { Spread } from './spread.ts'

export interface Circumstances {
  /** An ISO date. */
  readonly date: string
  readonly machine: string
  readonly peers: readonly string[]
}

/** The page with the results. */
export function pageOf(rows: readonly Row[], { date, machine, peers }: Circumstances): string {
  const lines = rows.map((row) => {
    const met = ratioOf(row) <= row.goal ? 'yes' : '**no**'
    const cells = [row.what, figure(row.ours, row), figure(row.peer, row), row.against]
    return `| ${[...cells, short(ratioOf(row)), String(row.goal), met].join(' | ')} |`
  })
  return `# Performance

Written by \`npm run bench\`, which starts each peer beside ours on the same files and the same edits, in turn. Times on shared
machines are noisy, so what counts is the ratio. A figure is the median, or the 95th of 100 where the row says p95, with the least and the
most in brackets.

${date}, ${machine}. Peers: ${peers.join(', ')}.

| what | ours | peer | which peer | ratio | goal | met |
|---|---|---|---|---|---|---|
${lines.join('\n')}
`
}

function figure(spread: Spread, { unit, by }: Row): string {
  return `${short(spread[by])} ${unit} (${short(spread.min)}–${short(spread.max)})`
}

function short(value: number): string {
  if (value >= 100) return String(Math.round(value))
  return value.toPrecision(value >= 10 ? 3 : 2)
}

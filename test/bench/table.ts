import { type Row, ratioOf } from './row.ts'
import type { Spread } from './spread.ts'

export interface Circumstances {
  /** An ISO date. */
  readonly date: string
  readonly machine: string
  readonly peers: readonly string[]
}

const PART = /(<!-- measured -->\n)[\s\S]*?(<!-- \/measured -->)/

/** The page with the results in the place of those before. */
export function withResults(page: string, rows: readonly Row[], circumstances: Circumstances): string {
  return page.replace(PART, (_, start: string, end: string) => start + table(rows, circumstances) + end)
}

function table(rows: readonly Row[], { date, machine, peers }: Circumstances): string {
  const lines = rows.map((row) => {
    const { goal } = row
    const met = ratioOf(row) <= (goal ?? 0) ? 'yes' : '**no**'
    const judged = goal === undefined ? ['–', '–'] : [String(goal), met]
    const cells = [row.what, figure(row.ours, row), figure(row.peer, row), row.against]
    const taken = `${Math.round((row.taken ?? 0) * 100)} %`
    return `| ${[...cells, short(ratioOf(row)), ...judged, taken].join(' | ')} |`
  })
  return `${date}, ${machine}. Peers: ${peers.join(', ')}.

| what | ours | peer | which peer | ratio | goal | met | taken |
|---|---|---|---|---|---|---|---|
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

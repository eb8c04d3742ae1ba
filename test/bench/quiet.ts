import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import type { Row } from './row.ts'

/** A measurement of which others took a larger part is made again. */
const MOST = 0.1
const TRIES = 3
/** ms for which one look at the machine keeps a processor busy, and for which is waited after it. */
const [LOOK, REST] = [100, 3_000]

/** ms that are still waited, in the whole run, for others to leave. */
let patience = 900_000
let worst = 0

/**
 * What is measured, without others: on a shared machine they may have the processors while we want to run, and a time measured then
 * says nothing of a ratio. Measured again when they took more than a tenth, and the least disturbed one counts. Where the system does
 * not tell (elsewhere than on Linux), the first one does.
 */
export async function undisturbed<T>(measure: () => Promise<T>): Promise<T> {
  let best = await watched(measure)
  for (let turn = 1; turn < TRIES && best.taken > MOST; turn++) {
    await quiet()
    const next = await watched(measure)
    if (next.taken < best.taken) best = next
  }
  worst = Math.max(worst, best.taken)
  return best.value
}

/** The rows that were just measured, each with the most that others took meanwhile. */
export function noted(rows: readonly Row[]): readonly Row[] {
  const taken = worst
  worst = 0
  return rows.map((row) => ({ ...row, taken }))
}

interface Watched<T> {
  readonly value: T
  /** Of the time of the processors that was wanted, the part that others had: 0 to 1. */
  readonly taken: number
}

async function watched<T>(measure: () => Promise<T>): Promise<Watched<T>> {
  const before = ticks()
  const value = await measure()
  const after = ticks()
  const stolen = after.stolen - before.stolen
  return { value, taken: stolen / Math.max(1, stolen + after.used - before.used) }
}

/** Waits until others take less, for as long as there is patience. */
async function quiet(): Promise<void> {
  while (patience > 0 && (await watched(busy)).taken > MOST) {
    await setTimeout(REST)
    patience -= REST
  }
}

async function busy(): Promise<void> {
  const end = performance.now() + LOOK
  while (performance.now() < end);
}

/** Hundredths of a second of all processors that were used, and that were wanted and not given. */
function ticks(): { readonly used: number; readonly stolen: number } {
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, stolen = 0] = numbersOf('/proc/stat')
  return { used: user + nice + system + irq + softirq, stolen }
}

function numbersOf(file: string): readonly number[] {
  try {
    return (readFileSync(file, 'utf8').split('\n')[0] ?? '').split(/ +/).slice(1).map(Number)
  } catch {
    return []
  }
}

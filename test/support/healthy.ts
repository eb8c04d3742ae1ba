import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { addDays, daysBetween } from '../../server/src/engine/pilot/dates.ts'
import { analysisOf } from './check.ts'

const root = new URL('../../', import.meta.url)
const folders = ['test/fixtures/healthy/', 'test/fixtures/stories/healthy/', 'examples/pilots/']

/** A healthy file says in its head between which days it is silent: `# silent: 2026-10-25..2026-12-01`. */
const RANGE = /^# silent: (\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})/m

export interface HealthyFile {
  /** From the root of the project. */
  readonly path: string
  readonly name: string
  readonly text: string
  /** The days on which it is silent. */
  readonly days: readonly string[]
}

/** The files that have to stay silent. */
export const healthyFiles: readonly HealthyFile[] = folders.flatMap((folder) =>
  readdirSync(new URL(folder, root)).flatMap((name): readonly HealthyFile[] => {
    const text = readFileSync(new URL(folder + name, root), 'utf8')
    const [, from, to] = RANGE.exec(text) ?? []
    if (!from || !to) return []
    const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, day) => addDays(from, day))
    return [{ path: folder + name, name, text, days }]
  }),
)

/** That nothing is found in a file on these days. */
export function isSilent({ text, name }: HealthyFile, days: readonly string[]): void {
  for (const today of days) {
    const { findings } = analysisOf(text, { today, name })
    const told = findings.map(
      ({ rule, message, span }) => `${today} ${rule} [${text.slice(span.start, span.end)}] ${message}`,
    )
    assert.deepEqual(told, [])
  }
}

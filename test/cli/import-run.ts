import { readFileSync } from 'node:fs'
import { rules } from '../../server/src/engine/rules/all.generated.ts'
import { pilots, type World } from './memory-io.ts'

const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/import/${name}`, import.meta.url), 'utf8')
export const files: Readonly<Record<string, string>> = {
  'inventory.csv': fixture('inventory.csv'),
  'inventory.map.yaml': fixture('inventory.map.yaml'),
}

export interface Run {
  readonly code: number
  readonly out: string
  readonly err: string
  readonly written: ReadonlyMap<string, string>
}

export async function run(argv: readonly string[], world: World = {}): Promise<Run> {
  const written = new Map<string, string>()
  const outcome = await pilots(argv, { rules, ...world, written, files: world.files ?? files })
  return { ...outcome, written }
}

/** A small table with a map of one column each. */
export async function table(csv: string, map: string, more: readonly string[] = []): Promise<Run> {
  return run(['import', 't.csv', '--map', 'm.yaml', ...more], { files: { 't.csv': csv, 'm.yaml': map } })
}

import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { serverFlags } from '../../client/src/node/server-flags.ts'
import { documentOf } from './documents.ts'
import { type Make, Peer } from './peer.ts'

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
const schema = new URL('../../schemas/pilot.schema.json', import.meta.url).href
const settings = {
  yaml: { schemas: { [schema]: '*.pilot.yaml' }, validate: true, hover: true, completion: true },
}
const server = path('peers/node_modules/yaml-language-server/bin/yaml-language-server')

/** Ours, as our extension starts it for the first time. */
export const fresh: Make = {
  name: 'pilots, started for the first time',
  args: [...serverFlags, path('../../dist/server.js'), '--stdio'],
  settings: {},
}

const storage = mkdtempSync(join(tmpdir(), 'pilots-bench-code-'))
process.once('exit', () => rmSync(storage, { recursive: true }))

/** Ours, as our extension starts it ever after. */
export const ours: Make = { ...fresh, name: 'pilots', args: [...fresh.args, `--compiled=${storage}`] }

/** Starts ours once, so that later starts find what it compiled. */
export async function compileOnce(): Promise<void> {
  const { peer } = await Peer.start(ours)
  await peer.open('file:///bench/first.pilot.yaml', 'pilot-yaml', documentOf(210))
  const isKept = (name: string): boolean => name.endsWith('.code')
  while (readdirSync(storage).filter(isKept).length < 2) await setTimeout(100)
  peer.end()
}

/** Red Hat's, with our schema. */
export const theirs: Make = { name: 'yaml-language-server', args: [server, '--stdio'], settings }

/** The same without the 200 ms that it waits before it validates. */
export const eager: Make = {
  name: 'yaml-language-server without its delay',
  args: ['--require', path('no-delay.cjs'), server, '--stdio'],
  settings,
}

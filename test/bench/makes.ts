import { fileURLToPath } from 'node:url'
import { serverFlags } from '../../client/src/node/server-flags.ts'
import type { Make } from './peer.ts'

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
const schema = new URL('../../schemas/pilot.schema.json', import.meta.url).href
const settings = {
  yaml: { schemas: { [schema]: '*.pilot.yaml' }, validate: true, hover: true, completion: true },
}
const server = path('peers/node_modules/yaml-language-server/bin/yaml-language-server')

/** Ours, as our extension starts it. */
export const ours: Make = {
  name: 'pilots',
  args: [...serverFlags, path('../../dist/server.js'), '--stdio'],
  settings: {},
}

/** Red Hat's, with our schema. */
export const theirs: Make = { name: 'yaml-language-server', args: [server, '--stdio'], settings }

/** The same without the 200 ms that it waits before it validates. */
export const eager: Make = {
  name: 'yaml-language-server without its delay',
  args: ['--require', path('no-delay.cjs'), server, '--stdio'],
  settings,
}

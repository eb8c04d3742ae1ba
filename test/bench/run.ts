import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { measureCheck } from './check.ts'
import { measureEditor } from './editor.ts'
import { compileOnce } from './makes.ts'
import { withResults } from './table.ts'
import { measureWorkspace } from './workspace.ts'

/*
 * Compares with what a user would use otherwise and writes docs/performance.md. Needs the build (`npm run build -- --production`).
 * The peers are installed in a folder of their own at the first run.
 */
const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
const say = (text: string): void => console.log(text)

if (!existsSync(here('../../dist/server.js')))
  throw new Error('Run `npm run build -- --production` before the benchmarks.')
if (!existsSync(here('peers/node_modules'))) {
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: here('peers'),
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('The peers could not be installed.')
}

const [before = 0] = loadavg()
await compileOnce()
const rows = [...(await measureEditor(say)), ...(await measureWorkspace(say)), ...(await measureCheck(say))]
const { dependencies } = JSON.parse(readFileSync(here('peers/package.json'), 'utf8'))
const peers = Object.keys(dependencies).map((name) => {
  const { version } = JSON.parse(readFileSync(here(`peers/node_modules/${name}/package.json`), 'utf8'))
  return `${name} ${version}`
})
// What else was going on, in the words of whoever ran it: npm run bench -- 'on one core of its own'
const note = process.argv[2] === undefined ? '' : `, ${process.argv[2]}`
const load = `a load of ${before.toFixed(1)} when it began`
const machine = `${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.versions.node}, ${load}${note}`
const date = new Date().toISOString().slice(0, 10)
const page = here('../../docs/performance.md')
writeFileSync(page, withResults(readFileSync(page, 'utf8'), rows, { date, machine, peers }))

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { activated } from './activated.ts'
import { revertAll } from './editor.ts'

const suffix = '.test.ts'

/** What VS Code calls in its extension host: runs every `*.test.ts` of this folder and rejects when a test fails. */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha')
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: 120_000, slow: 5_000, forbidOnly: true })
  mocha.suite.emit('pre-require', globalThis, '', mocha)
  mocha.suite.beforeAll('the pilots are listed', activated)
  for (const name of testNames()) await import(`./${name}.test.ts`)
  // After the last test of a group and not after each: the next text would get the name of the last.
  for (const group of mocha.suite.suites) group.afterAll('nothing stays open', revertAll)

  const failures = await new Promise<number>((resolve) => {
    mocha.run(resolve)
  })
  if (failures > 0) throw new Error(`${failures} failing`)
}

/** Read from the sources, so that a file which the bundle does not hold fails loudly instead of not running. */
function testNames(): string[] {
  const files = readdirSync(join(__dirname, '..', 'test', 'vscode', 'suite'))
  return files
    .filter((file) => file.endsWith(suffix))
    .map((file) => file.slice(0, -suffix.length))
    .sort()
}

import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { globSync } from 'tinyglobby'

/**
 * The fast suite, text in and findings out, or with `--long` the one of `*.long.test.ts`: what starts processes or a whole server,
 * reads whole folders, goes through much of everything or through random changes. Bundles the tests: loading a thousand modules one
 * by one through a transpiler would take as long as the tests themselves. Runs them in as many processes as there are cores. Of the
 * fast ones nothing is optimized, and what runs often is compiled in the cheapest way: each runs a few times, and what the engine of
 * Node.js spends on making it faster is never gained back, least of all in each process. Other arguments go to mocha.
 */
const args = process.argv.slice(2)
const long = args.includes('--long')
const suite = long ? 'long' : 'fast'
const root = dirname(dirname(fileURLToPath(import.meta.url)))
/** Files for each process: few, since each is loaded with all that it needs, and more than one, since some take longer. */
const SHARDS = 3
/** Goes through every rule, and takes as long as a third of the others. */
const LONGEST = 'test/rules/examples.test.ts'
const out = join(root, 'node_modules/.cache', `${suite}-tests`)

rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })
const tests = globSync(long ? 'test/**/*.long.test.ts' : 'test/**/*.test.ts', {
  cwd: root,
  ignore: ['test/{vscode,bench,package}/**', ...(long ? [] : ['**/*.long.test.ts'])],
}).sort()
const jobs = availableParallelism()
const shards = dealt(tests, jobs * SHARDS)
const bundled = build({
  absWorkingDir: root,
  entryPoints: shards.map((_, index) => ({ in: `shard:${index}`, out: `${index}.test` })),
  outdir: out,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: 'linked',
  plugins: [
    { name: 'shards', setup: readShards },
    { name: 'own address', setup: keepAddress },
  ],
})

// What this process is started with, its workers are as well.
if (!long) process.execArgv.push('--no-opt', '--sparkplug')
// In this process, and loaded while it waits: one more would begin when all is bundled.
const { main } = await import('mocha/lib/cli/cli.js')
await bundled
main([
  '--no-config',
  '--require',
  join(root, 'tools/test-seed.js'),
  '--reporter',
  join(root, 'tools/test-reporter.js'),
  '--timeout',
  long ? '60000' : '10000',
  ...(jobs > 1 ? ['--parallel', '--jobs', String(jobs)] : []),
  ...args.filter((each) => each !== '--long'),
  ...shards.map((_, index) => join(out, `${index}.test.mjs`)),
])

/**
 * The tests in as many parts as are asked for, each with as much text as the others, so that none is waited for in the end. The
 * longest is the first part, and alone.
 */
function dealt(names, parts) {
  const hands = Array.from({ length: parts }, () => ({ size: 0, names: [] }))
  const sized = names.map((name) => ({
    name,
    size: name === LONGEST ? Number.POSITIVE_INFINITY : statSync(join(root, name)).size,
  }))
  for (const { name, size } of sized.toSorted((a, b) => b.size - a.size)) {
    const least = hands.reduce((one, other) => (other.size < one.size ? other : one))
    least.names.push(name)
    least.size += size
  }
  return hands.map((hand) => hand.names)
}

function readShards({ onResolve, onLoad }) {
  onResolve({ filter: /^shard:/ }, ({ path }) => ({ path, namespace: 'shard' }))
  onLoad({ filter: /.*/, namespace: 'shard' }, ({ path }) => {
    const names = shards[Number(path.slice('shard:'.length))]
    return { contents: names.map((name) => `import './${name}'`).join('\n'), resolveDir: root }
  })
}

/**
 * Tests find their fixtures by their own address, which bundling would change. The few that ask for it are looked up before: esbuild
 * would wait with each other one for this process, which loads mocha meanwhile.
 */
function keepAddress({ onLoad }) {
  const modules = globSync('{test,tools,server,client}/**/*.ts', {
    cwd: root,
    ignore: ['**/node_modules/**'],
  })
  const asking = modules.filter((name) => readFileSync(join(root, name), 'utf8').includes('import.meta.url'))
  const names = asking.map((name) => name.replaceAll('.', '\\.').replaceAll('/', '[\\\\/]'))
  onLoad({ filter: new RegExp(`[\\\\/](?:${names.join('|')})$`) }, ({ path }) => {
    const address = JSON.stringify(pathToFileURL(path).href)
    return { contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', address), loader: 'ts' }
  })
}

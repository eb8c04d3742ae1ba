import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { build } from 'esbuild'
import { globSync } from 'tinyglobby'

/**
 * The fast suite, or with `--long` the one of `*.long.test.ts`: what starts processes, reads whole folders or goes through
 * random changes. Bundles the tests: loading some 700 modules one by one through a transpiler would take as long as the tests
 * themselves. Runs them in as many processes as there are cores. Of the fast ones nothing is optimized: each runs a few times, and
 * what the engine of Node.js spends on making it faster is never gained back, least of all in each process. Other arguments go to mocha.
 */
const args = process.argv.slice(2)
const long = args.includes('--long')
const suite = long ? 'long' : 'fast'
const root = dirname(dirname(fileURLToPath(import.meta.url)))
/** Files for each process: few, since each is loaded with all that it needs, and more than one, since some take longer. */
const SHARDS = 2
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
  sourcesContent: false,
  plugins: [
    { name: 'shards', setup: readShards },
    { name: 'own address', setup: keepAddress },
  ],
})

if (!long) {
  setFlagsFromString('--no-opt')
  // What this process is started with, its workers are as well.
  process.execArgv.push('--no-opt')
}
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

/** The tests in as many parts as are asked for, each with as much text as the others, so that none is waited for in the end. */
function dealt(names, parts) {
  const hands = Array.from({ length: parts }, () => ({ size: 0, names: [] }))
  const sized = names.map((name) => ({ name, size: statSync(join(root, name)).size }))
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

/** Tests find their fixtures by their own address, which bundling would change. */
function keepAddress({ onLoad }) {
  onLoad({ filter: /[\\/](?:test|tools|server|client)[\\/].*\.ts$/ }, ({ path }) => {
    const text = readFileSync(path, 'utf8')
    if (!text.includes('import.meta.url')) return undefined
    const address = JSON.stringify(pathToFileURL(join(root, relative(root, path))).href)
    return { contents: text.replaceAll('import.meta.url', address), loader: 'ts' }
  })
}

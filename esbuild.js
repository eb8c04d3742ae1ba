import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, parse } from 'node:path'
import { build } from 'esbuild'
import { asScripts } from './tools/build/as-scripts.js'
import { later } from './tools/build/later.js'
import { noColours } from './tools/build/no-colours.js'
import { noIdle } from './tools/build/no-idle.js'
import { noNotebooks } from './tools/build/no-notebooks.js'
import { protocolTypes } from './tools/build/protocol-types.js'

const production = process.argv.includes('--production')

const node = { platform: 'node', target: 'node20' }
const webworker = { platform: 'browser', target: 'es2022' }
const cjs = { format: 'cjs', external: ['vscode'] }

// Bundled CommonJS packages ask for Node's own modules with `require`, which an ES module does not have.
const requireInModule =
  "import{createRequire as $createRequire}from'node:module';const require=$createRequire(import.meta.url);"
const program = { js: `#!/usr/bin/env node\n${requireInModule}` }

// With one import() in the sources there are three parts: the entry, what that import loads, and what both need.
const inParts = { splitting: true, chunkNames: 'server-[name]' }

const bundles = {
  'client.cjs': { from: 'client/src/node/main.ts', ...node, ...cjs },
  'client.browser.cjs': { from: 'client/src/browser/main.ts', ...webworker, ...cjs },
  'server.js': { from: 'server/src/node/start.ts', ...node, format: 'esm', banner: program },
  'server-main.cjs': { from: 'server/src/node/main.ts', ...node, format: 'esm', ...inParts },
  'server.browser.js': { from: 'server/src/browser/main.ts', ...webworker, format: 'iife' },
  'cli.js': { from: 'server/src/cli/main.ts', ...node, format: 'esm', banner: program },
  'dashboard.js': {
    from: 'client/src/webview/main.ts',
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
  },
  'dashboard.css': { from: 'server/src/dashboard/style/webview.css', target: 'es2022' },
  // Mocha stays outside: it is an ES module that loads its reporters by name. Reach it with `await import('mocha')`.
  'test-vscode.cjs': {
    from: 'test/vscode/suite/index.ts',
    ...node,
    format: 'cjs',
    external: ['vscode', 'mocha'],
  },
}

/** Only the name and the version of our package.json go into a bundle. */
const ownPackage = {
  name: 'own-package',
  setup({ onLoad }) {
    const own = join(import.meta.dirname, 'package.json')
    onLoad({ filter: /[\\/]package\.json$/ }, async ({ path }) => {
      if (path !== own) return
      const { name, version } = JSON.parse(await readFile(path, 'utf8'))
      return { contents: JSON.stringify({ name, version }), loader: 'json' }
    })
  },
}

const shared = {
  legalComments: 'none',
  logLevel: 'warning',
  minify: production,
  plugins: [noColours],
}

async function bundle([name, { from, ...options }]) {
  const { metafile } = await build({
    ...shared,
    ...options,
    entryPoints: [{ in: from, out: parse(name).name }],
    outdir: 'dist',
    outExtension: { '.js': parse(name).ext },
    bundle: true,
    metafile: true,
    // Beside the bundle and not named in it: the maps are for reading stack traces and are not shipped.
    sourcemap: production && (options.splitting ? 'inline' : 'external'),
    plugins: [
      ...shared.plugins,
      ownPackage,
      ...(from.startsWith('server/') ? [protocolTypes, noNotebooks] : []),
      ...(from.startsWith('server/src/browser/') ? [noIdle] : []),
      options.format === 'esm' ? parts.plugin : parts.inOneFile,
    ],
  })
  if (options.splitting) await asScripts(metafile.outputs, production)
  return metafile
}

await rm('dist', { recursive: true, force: true })
await mkdir('dist')

const parts = await later(shared)
const metafiles = await Promise.all(Object.entries(bundles).map(bundle))
const merged = { inputs: {}, outputs: {} }
for (const { inputs, outputs } of [...metafiles, ...parts.metafiles]) {
  Object.assign(merged.inputs, inputs)
  Object.assign(merged.outputs, outputs)
}
await writeFile('dist/meta.json', `${JSON.stringify(merged, null, 2)}\n`)
for (const file of ['dist/cli.js', 'dist/server.js']) await chmod(file, 0o755)

for (const [file, { bytes }] of Object.entries(merged.outputs)) {
  if (!file.endsWith('.map')) console.log(`${file}  ${Math.ceil(bytes / 1000)} kB`)
}

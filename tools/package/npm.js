import { chmodSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What the npm package holds beside its package.json, and where it comes from. */
const content = {
  'dist/cli.js': 'dist/cli.js',
  'dist/server.js': 'dist/server.js',
  'dist/server-answers.cjs': 'dist/server-answers.cjs',
  'dist/server-chunk.cjs': 'dist/server-chunk.cjs',
  'dist/server-main.cjs': 'dist/server-main.cjs',
  'dist/later': 'dist/later',
  'dist/THIRD-PARTY-NOTICES.txt': 'dist/THIRD-PARTY-NOTICES.txt',
  schemas: 'schemas',
  'CHANGELOG.md': 'CHANGELOG.md',
  LICENSE: 'LICENSE',
  'README.md': 'server/README.md',
}

/**
 * Lays out the npm package in dist/npm and answers with that folder. It has a manifest of its own, because npm and VS Code read
 * the same fields of package.json for different packages.
 */
export function stageNpm(root, { name, version, description, keywords, license, type, engines, bin }) {
  const folder = join(root, 'dist/npm')
  rmSync(folder, { recursive: true, force: true })
  for (const [to, from] of Object.entries(content)) {
    mkdirSync(dirname(join(folder, to)), { recursive: true })
    cpSync(join(root, from), join(folder, to), { recursive: true })
  }
  for (const file of Object.values(bin)) chmodSync(join(folder, file), 0o755)
  const manifest = {
    name,
    version,
    description,
    keywords,
    license,
    type,
    engines: { node: engines.node },
    bin,
    exports: { './schemas/*': './schemas/*', './package.json': './package.json' },
    files: Object.keys(content),
  }
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  return folder
}

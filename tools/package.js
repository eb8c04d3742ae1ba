import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createVSIX } from '@vscode/vsce'
import { bundledPackages, sbom } from './package/bundled.js'
import { notices } from './package/notices.js'
import { stageNpm } from './package/npm.js'

/**
 * Makes what is published, in dist/: the extension as .vsix, the command line as npm package, and the list of what is bundled in them.
 * The same commit gives the same bytes: no time and no random number goes in.
 */
const root = join(import.meta.dirname, '..')
const dist = join(root, 'dist')
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const { name, version } = manifest
process.env.SOURCE_DATE_EPOCH = commitTime()

run(process.execPath, ['esbuild.js', '--production'])
const bundled = bundledPackages(root)
writeFileSync(join(dist, 'THIRD-PARTY-NOTICES.txt'), notices(root, bundled))
writeFileSync(join(dist, 'sbom.cdx.json'), `${JSON.stringify(sbom(root, manifest, bundled), null, 2)}\n`)

const vsix = join(dist, `${name}-${version}.vsix`)
rmSync(vsix, { force: true })
await createVSIX({
  cwd: root,
  packagePath: vsix,
  readmePath: 'client/README.md',
  dependencies: false,
  // There is no public repository that its own field could name.
  allowMissingRepository: true,
})
const staged = stageNpm(root, manifest)
run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', dist, staged])
console.log(`${bundled.length} bundled packages, in dist/sbom.cdx.json`)

function run(program, args) {
  execFileSync(program, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32' && program === 'npm',
  })
}

/** In seconds since 1970; of an export without history, its beginning. */
function commitTime() {
  try {
    return execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' }).trim()
  } catch {
    return '315532800'
  }
}

import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Bundles that stay in this folder. */
const own = /test-/

/**
 * The packages whose code is in what is published, by their folders below `root`, sorted.
 * @param {string} root
 * @returns {readonly string[]} such as `node_modules/yaml`
 */
export function bundledPackages(root) {
  const { outputs } = JSON.parse(readFileSync(join(root, 'dist/meta.json'), 'utf8'))
  const published = Object.entries(outputs).filter(([name]) => !own.test(name))
  const files = published.flatMap(([, { inputs }]) => Object.keys(inputs))
  const folders = files.map((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0])
  return [...new Set(folders)].filter((folder) => folder !== undefined).sort()
}

/**
 * A CycloneDX document that names these packages and no other, made from npm's own.
 * @param {string} root
 * @param {{ name: string, version: string }} manifest
 * @param {readonly string[]} folders
 */
export function sbom(root, { name, version }, folders) {
  const all = JSON.parse(
    execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
      shell: process.platform === 'win32',
    }),
  )
  const wanted = new Set(folders.map((folder) => purl(root, folder)))
  const components = all.components
    .filter((component) => wanted.has(component.purl))
    .map((component) => ({ ...component, scope: 'required', properties: [] }))
  const refs = new Set(components.map((component) => component['bom-ref']))
  const missing = [...wanted].filter((each) => !components.some((component) => component.purl === each))
  if (missing.length > 0) throw new Error(`package-lock.json does not name ${missing.join(', ')}`)
  const { component } = all.metadata
  return {
    $schema: all.$schema,
    bomFormat: all.bomFormat,
    specVersion: all.specVersion,
    version: 1,
    metadata: { component: { ...component, name, 'bom-ref': `${name}@${version}` } },
    components,
    dependencies: [
      { ref: `${name}@${version}`, dependsOn: [...refs] },
      ...all.dependencies
        .filter(({ ref }) => refs.has(ref))
        .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((each) => refs.has(each)) })),
    ],
  }
}

function purl(root, folder) {
  const { name, version } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
  return `pkg:npm/${name.replace('@', '%40')}@${version}`
}

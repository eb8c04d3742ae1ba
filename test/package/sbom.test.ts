import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { root } from './built.ts'

const bom = JSON.parse(readFileSync(`${root}dist/sbom.cdx.json`, 'utf8'))
const meta = JSON.parse(readFileSync(`${root}dist/meta.json`, 'utf8'))
const components: readonly { readonly name: string; readonly version: string }[] = bom.components

describe('the bill of materials', () => {
  it('names every package that is bundled, with its version, and no other', () => {
    const inputs = Object.entries<{ inputs: object }>(meta.outputs)
      .filter(([file]) => !file.includes('test-'))
      .flatMap(([, output]) => Object.keys(output.inputs))
    const names = inputs.flatMap(
      (file) => /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/.exec(file)?.[1] ?? [],
    )
    assert.deepEqual([...new Set(components.map(({ name }) => name))].sort(), [...new Set(names)].sort())
    assert.ok(components.length > 10)
  })

  it('is one of CycloneDX about this version, without the time or place of the build', () => {
    const { name, version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))
    assert.equal(bom.bomFormat, 'CycloneDX')
    assert.equal(bom.metadata.component.purl, `pkg:npm/${name}@${version}`)
    assert.doesNotMatch(JSON.stringify(bom), /timestamp|serialNumber/)
  })

  it('goes with the licence of each package', () => {
    const notices = readFileSync(`${root}dist/THIRD-PARTY-NOTICES.txt`, 'utf8')
    for (const { name, version } of components) assert.ok(notices.includes(`${name} ${version} (`), name)
  })
})

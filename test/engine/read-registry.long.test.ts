import assert from 'node:assert/strict'
import { readRegistry } from '../../server/src/engine/portfolio/read-registry.ts'

describe('the catalog of a registry', () => {
  const read = (source: string) => readRegistry(source, 'catalog.yaml')

  it('is read to its end, however many documents there are, and holds as many names as it may', () => {
    const one = 'apiVersion: backstage.io/v1alpha1\nkind: Group\nmetadata: { name: x }\n---\n'
    assert.equal(read(one.repeat(5_100)).length, 5_000)
    assert.deepEqual(read('---\n'.repeat(200_000)), [])
  })
})

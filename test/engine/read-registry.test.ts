import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { readRegistry } from '../../server/src/engine/portfolio/read-registry.ts'

const text = `# People
---
apiVersion: backstage.io/v1alpha1
kind: User
metadata:
  name: luis.ortega
spec:
  profile: { displayName: Luis Ortega, email: luis@example.com }
  memberOf: [supply-chain]
--- # a team
apiVersion: backstage.io/v1beta1
kind: Group
metadata: { name: supply-chain, title: Supply Chain, namespace: ops }
...
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: "netsuite-erp" }
`

describe('the catalog of a registry', () => {
  const read = (source: string): readonly string[] =>
    readRegistry(source, 'catalog.yaml').map(({ kind, name }) => `${kind} ${name}`)

  it('holds users, groups and systems, in any number of documents', () => {
    assert.deepEqual(read(text), ['person luis.ortega', 'team supply-chain', 'system netsuite-erp'])
  })

  it('reads the example of the documentation', () => {
    const page = readFileSync('docs/configuration.md', 'utf8')
    const [, example = ''] = /^```yaml\n(apiVersion: backstage[^`]*)```/m.exec(page) ?? []
    assert.deepEqual(read(example), ['person luis.ortega', 'team supply-chain', 'system netsuite-erp'])
  })

  it('knows them by their titles, addresses and references', () => {
    const [user, group] = readRegistry(text, 'catalog.yaml')
    assert.equal(user?.title, 'Luis Ortega')
    assert.deepEqual(user?.aliases, ['luis@example.com', 'user:default/luis.ortega', 'user:luis.ortega'])
    assert.equal(group?.title, 'Supply Chain')
    assert.ok(group?.aliases?.includes('group:ops/supply-chain'))
  })

  it('knows where each is declared', () => {
    const places = readRegistry(text, 'catalog.yaml').map(({ place }) => {
      return place && text.slice(place.span.start, place.span.end)
    })
    assert.deepEqual(places, ['luis.ortega', 'supply-chain', '"netsuite-erp"'])
  })

  it('passes over what is broken, something else or without a name', () => {
    const entry = (kind: string, name: string): string =>
      `apiVersion: backstage.io/v1alpha1\nkind: ${kind}\nmetadata: ${name}\n`
    const documents = [
      'kind: [',
      entry('Location', '{ name: x }'),
      entry('constructor', '{ name: x }'),
      entry('User', '{ name: 7 }'),
      entry('User', '{ name: " " }'),
      entry('User', ''),
      'apiVersion: v1\nkind: User\nmetadata: { name: x }\n',
      '- User\n',
      entry('Resource', '{ name: warehouse }'),
    ]
    assert.deepEqual(read(documents.join('---\n')), ['system warehouse'])
  })
})

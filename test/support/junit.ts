import assert from 'node:assert/strict'
import type { XmlElement } from './xml.ts'

/** Of an element: the attributes that it must and may have, and its children. */
interface Shape {
  readonly must: readonly string[]
  readonly may: readonly string[]
  readonly children: readonly string[]
}

/** What `junit-10.xsd` of Jenkins's xUnit plugin allows, as far as we write it. Every shape below was compared with it. */
const shapes: Readonly<Record<string, Shape>> = {
  testsuites: {
    must: [],
    may: ['name', 'tests', 'failures', 'errors', 'time'],
    children: ['testsuite'],
  },
  testsuite: {
    must: ['name', 'tests', 'failures', 'errors'],
    may: ['skipped', 'id', 'package', 'file', 'url', 'time'],
    children: ['properties', 'testcase', 'system-out', 'system-err'],
  },
  testcase: {
    must: ['name'],
    may: ['classname', 'group', 'time'],
    children: ['skipped', 'error', 'failure', 'system-out', 'system-err'],
  },
  failure: { must: [], may: ['message', 'type'], children: [] },
  error: { must: [], may: ['message', 'type'], children: [] },
  skipped: { must: [], may: ['message', 'type'], children: [] },
  'system-out': { must: [], may: [], children: [] },
}

/** Asserts that a document is a JUnit report, and that its counts are true. */
export function assertJunit(root: XmlElement): void {
  assert.equal(root.name, 'testsuites')
  assertShape(root)
  for (const suite of root.children) assertCounts(suite, suite.children)
  assertCounts(
    root,
    root.children.flatMap(({ children }) => children),
  )
}

/** The test cases in which something was found. */
export function foundCases(root: XmlElement): readonly XmlElement[] {
  const cases = root.children.flatMap(({ children }) => children)
  return cases.filter(({ children }) =>
    children.some(({ name }) => name === 'failure' || name === 'system-out'),
  )
}

function assertShape({ name, attributes, children }: XmlElement): void {
  const shape = shapes[name]
  assert.ok(shape, `There is no element ${name}`)
  for (const key of shape.must) assert.ok(key in attributes, `${name} has no ${key}`)
  for (const key of Object.keys(attributes))
    assert.ok([...shape.must, ...shape.may].includes(key), `${name} ${key}`)
  for (const child of children) {
    assert.ok(shape.children.includes(child.name), `${child.name} in ${name}`)
    assertShape(child)
  }
}

function assertCounts({ name, attributes }: XmlElement, cases: readonly XmlElement[]): void {
  const having = (child: string): string =>
    String(cases.filter(({ children }) => children.some((each) => each.name === child)).length)
  const { tests, failures, errors, skipped } = attributes
  assert.deepEqual(
    [tests, failures, errors],
    [String(cases.length), having('failure'), having('error')],
    name,
  )
  if (skipped !== undefined) assert.equal(skipped, having('skipped'), name)
}

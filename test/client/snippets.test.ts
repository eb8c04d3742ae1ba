import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { analysisOf, complete } from '../support/check.ts'
import { expandSnippet } from '../support/snippet.ts'

interface Snippet {
  readonly description: string
  readonly body: readonly string[]
}

const root = new URL('../../', import.meta.url)
const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, root), 'utf8'))
const snippets = new Map(Object.entries(snippetsIn(read('snippets/pilot.json'))))

/** Where an item stands in the file. */
const homes: Readonly<Record<string, string>> = {
  'Item criterion': 'criteria:\n  success:\n    ',
  'Item reading': 'criteria:\n  success:\n    - metric: Hours\n      readings:\n        ',
  'Item gate': 'gates:\n  ',
  'Item gate held': 'gates:\n  ',
  'Item condition': 'conditions:\n  ',
  'Item integration system': 'integration:\n  systems:\n    ',
  'Item data source': 'data:\n  sources:\n    ',
  'Item measure': 'kpis:\n  measures:\n    ',
}

const variables = {
  TM_FILENAME_BASE: 'Demand-forecast.pilot',
  CURRENT_YEAR: '2026',
  CURRENT_MONTH: '06',
  CURRENT_DATE: '01',
}

describe('snippets', () => {
  for (const [name, { body }] of snippets) {
    it(`${name}: is valid as it stands`, () => {
      const text = expandSnippet(body.join('\n'), variables)
      const file = complete(inPlace(name, text))
      assert.deepEqual(formFindings(file), [], file)
    })

    it(`${name}: says of every value that it is to be filled in`, () => {
      const stops = body.join('\n').match(/\$\{\d+:(?!\$\{TM_FILENAME_BASE|\/)[^\n]*/g) ?? []
      for (const stop of stops) assert.match(stop, /TODO/)
    })
  }

  it('tells a wrong value from a right one', () => {
    const [line] = formFindings(complete('gates:\n  - stage: rolout\n'))
    assert.match(line ?? '', /^schema\//)
  })

  it('has one for every block of the schema', () => {
    const blocks = [...snippets.keys()].filter((name) => name.startsWith('Block '))
    const named = blocks.map((name) => name.replace('Block ', '')).sort()
    assert.deepEqual(named, blocksOfSchema())
  })

  it('takes the name of a pilot from its file', () => {
    const text = expandSnippet(snippets.get('Pilot')?.body.join('\n') ?? '', variables)
    assert.match(text, /^name: demand-forecast$/m)
  })

  it('are inserted by their names, and leave it to completion to offer the same where it fits', () => {
    assert.doesNotMatch(JSON.stringify(read('snippets/pilot.json')), /"prefix"/)
  })
})

/** The editor indents the further lines like the one that the snippet is inserted into. */
function inPlace(name: string, text: string): string {
  const home = homes[name]
  if (home === undefined) return text
  const indent = home.slice(home.lastIndexOf('\n') + 1)
  return `${home}${text.replaceAll('\n', `\n${indent}`)}\n`
}

function formFindings(text: string): readonly string[] {
  return analysisOf(text, { name: 'demand-forecast.pilot.yaml' })
    .findings.filter(({ rule }) => /^(?:yaml|schema)\//.test(rule))
    .map(({ rule, message }) => `${rule}: ${message}`)
}

function blocksOfSchema(): readonly string[] {
  const schema = record(read('schemas/pilot.schema.json'))
  const defs = record(schema['$defs'])
  const isBlock = (value: unknown): boolean => {
    const property = record(value)
    const target = String(property['$ref'] ?? record(property['items'])['$ref'] ?? '').replace('#/$defs/', '')
    return 'properties' in record(defs[target])
  }
  return Object.entries(record(schema['properties']))
    .filter(([, value]) => isBlock(value))
    .map(([key]) => key)
    .sort()
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function snippetsIn(value: unknown): Record<string, Snippet> {
  const texts = (list: unknown): string[] =>
    Array.isArray(list) ? list.map(String) : assert.fail('not a list')
  return Object.fromEntries(
    Object.entries(record(value)).map(([name, each]) => {
      const { description, body } = record(each)
      return [name, { description: String(description), body: texts(body) }]
    }),
  )
}

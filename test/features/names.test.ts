import assert from 'node:assert/strict'
import type { Location, TextEdit } from 'vscode-languageserver-types'
import { extract } from '../../server/src/engine/portfolio/facts.ts'
import { type Registry, registryOf } from '../../server/src/engine/portfolio/registry.ts'
import { lineIndex } from '../../server/src/engine/text/line-index.ts'
import { definition } from '../../server/src/features/definition.ts'
import type { NamedPilot, Names, Place } from '../../server/src/features/names.ts'
import { references } from '../../server/src/features/references.ts'
import { prepareRename, rename } from '../../server/src/features/rename.ts'
import { workspaceSymbols } from '../../server/src/features/workspace-symbols.ts'
import { analysisOf } from '../support/check.ts'
import { readCursor } from '../support/cursor.ts'

const one = `name: demand
title: Demand forecast
# Luis Ortega wrote this for forecast-2024.
owners:
  operator: { name: Luis Ortega, team: supply-chain }
  sponsor: { name: 'Dana Whitfield' }
value: { statement: Luis Ortega plans faster with erp. }
predecessor: "forecast-2024"
data: { sources: [{ system: erp }] }
gates: [{ stage: criteria, by: L. Ortega }]
`
const two = `name: forecast-2024
title: The first forecast
comparedWith: [demand]
owners: { operator: { name: Ana Ruiz, team: Supply Chain } }
data: { sources: [{ system: ERP }] }
criteria: { success: [{ metric: Hours, owner: supply-chain }] }
`

/** The pilots of a workspace, and the place of the `|` in the one that has it. */
function workspace(texts: Readonly<Record<string, string>>): {
  readonly names: Names
  readonly place: Place
} {
  let place: Place | undefined
  const pilots = Object.entries(texts).map(([uri, source]): NamedPilot => {
    const { text, offset } = source.includes('|') ? readCursor(source) : { text: source, offset: -1 }
    const { pilot, syntax } = analysisOf(text, { rules: [] })
    const lines = lineIndex(text)
    if (offset >= 0) place = { uri, position: lines.positionAt(offset) }
    return { uri, version: null, text, lines, ...extract(pilot, syntax) }
  })
  assert.ok(place)
  return { names: { pilots, registry: undefined, find: () => undefined }, place }
}

const cursorIn = (text: string, before: string): string => text.replace(before, `${before}|`)

function told(locations: readonly Location[] | null, { pilots }: Names): readonly string[] | undefined {
  return locations?.map(({ uri, range }) => {
    const pilot = pilots.find((each) => each.uri === uri)
    assert.ok(pilot)
    const word = pilot.text.slice(pilot.lines.offsetAt(range.start), pilot.lines.offsetAt(range.end))
    return `${uri} ${range.start.line} ${word}`
  })
}

/** The texts after the renaming, or why there is none. */
function renamed(
  texts: Readonly<Record<string, string>>,
  newName: string,
  registry?: Registry,
): readonly string[] | string {
  const { names, place } = workspace(texts)
  const how = { ...place, newName, documentChanges: false, renamesFiles: false }
  const edit = rename({ ...names, registry }, how)
  if (typeof edit === 'string') return edit
  return names.pilots.map(({ uri, text, lines }) => {
    const edits: TextEdit[] = edit?.changes?.[uri] ?? []
    return edits.toReversed().reduce((changed, { range, newText }) => {
      return (
        changed.slice(0, lines.offsetAt(range.start)) + newText + changed.slice(lines.offsetAt(range.end))
      )
    }, text)
  })
}

describe('names in the pilots of a workspace', () => {
  it('lead from a predecessor to its file, and from a comparison too', () => {
    const first = workspace({ one: cursorIn(one, '"forec'), two })
    assert.deepEqual(told(definition(first.names, first.place), first.names), ['two 0 forecast-2024'])
    const second = workspace({ one, two: cursorIn(two, '[dem') })
    assert.deepEqual(told(definition(second.names, second.place), second.names), ['one 0 demand'])
  })

  it('lead from a person to where they answer for something', () => {
    const { names, place } = workspace({ one: cursorIn(one, 'by: L. O'), two })
    assert.deepEqual(told(definition(names, place), names), ['one 4 Luis Ortega'])
    const own = workspace({ one, two: cursorIn(two, 'owner: sup') })
    assert.deepEqual(told(definition(own.names, own.place), own.names), ['two 3 Supply Chain'])
  })

  it('are found in all pilots, however they are written', () => {
    const cases = [
      [cursorIn(one, 'name: Luis'), ['one 4 Luis Ortega', 'one 9 L. Ortega']],
      [cursorIn(one, 'team: sup'), ['one 4 supply-chain', 'two 3 Supply Chain', 'two 5 supply-chain']],
      [cursorIn(one, 'system: er'), ['one 8 erp', 'two 4 ERP']],
      [cursorIn(one, 'name: dem'), ['one 0 demand', 'two 2 demand']],
    ] as const
    for (const [text, expected] of cases) {
      const { names, place } = workspace({ one: text, two })
      assert.deepEqual(told(references(names, place, true), names), expected)
    }
  })

  it('are found without the declaration', () => {
    const { names, place } = workspace({ one: cursorIn(one, 'name: dem'), two })
    assert.deepEqual(told(references(names, place, false), names), ['two 2 demand'])
  })

  it('are changed everywhere, and nothing in comments or sentences', () => {
    assert.deepEqual(renamed({ one: cursorIn(one, 'name: Luis'), two }, 'Lena Ortega'), [
      one.replace('name: Luis Ortega', 'name: Lena Ortega').replace('by: L. Ortega', 'by: Lena Ortega'),
      two,
    ])
    assert.deepEqual(renamed({ one: cursorIn(one, '"forec'), two }, 'first-try'), [
      one.replace('"forecast-2024"', '"first-try"'),
      two.replace('name: forecast-2024', 'name: first-try'),
    ])
  })

  it('are changed of one pilot alone where another has the name, too', () => {
    const texts = {
      a: 'name: dem|and\n',
      b: 'name: demand\n',
      c: 'predecessor: demand\n',
      d: 'name: sales\n',
    }
    assert.deepEqual(renamed(texts, 'supply'), ['name: supply\n', texts.b, texts.c, texts.d])
    assert.match(String(renamed(texts, 'sales')), /already/)
    assert.match(String(renamed({ ...texts, a: 'name: Dem|and\n' }, 'demand')), /already/)
  })

  it('are written so that they mean the new name', () => {
    const [quoted] = renamed({ one: cursorIn(one, "'Dana"), two }, "Dana O'Hara")
    assert.ok(quoted?.includes("{ name: 'Dana O''Hara' }"))
    const [doubly] = renamed({ one: cursorIn(one.replaceAll("'", '"'), '"Dana'), two }, 'Dana "D" Roe')
    assert.ok(doubly?.includes('{ name: "Dana \\"D\\" Roe" }'))
    const [plain] = renamed({ one: cursorIn(one, 'system: er'), two }, 'erp, new: x')
    assert.ok(plain?.includes('system: "erp, new: x"'))
  })

  it('are not changed to what cannot be one', () => {
    const pilot = { one: cursorIn(one, 'name: dem'), two }
    const system = { one: cursorIn(one, 'system: er'), two }
    assert.equal(renamed(system, ' '), 'Write the new name.')
    const { names, place } = workspace(system)
    const unread = (name: string) => (name === 'erp' ? 'c.pilot.yaml' : undefined)
    const how = { ...place, newName: 'oracle', documentChanges: false, renamesFiles: false }
    const left = 'c.pilot.yaml says "erp", too, and cannot be read as a pilot. Mend it first.'
    assert.equal(rename({ ...names, unread }, how), left)
    assert.equal(renamed(system, 'a\u2028b'), 'Write the name on one line.')
    assert.match(String(renamed(pilot, 'Bad Name!')), /"Bad Name!" is not a short name\..*"bad-name"/)
    const taken = 'There is a pilot "forecast-2024" already. Choose another name.'
    assert.equal(renamed(pilot, 'forecast-2024'), taken)
    // A name that nobody has may become that of another.
    const misspelt = { one: cursorIn(one, '"forec'), two: two.replace('forecast-2024', 'forecast-2023') }
    assert.match(renamed(misspelt, 'forecast-2023')[0] ?? '', /predecessor: "forecast-2023"/)
  })

  it('are not changed away from the registry', () => {
    const registry = registryOf([
      { kind: 'system', name: 'erp', aliases: ['SAP'] },
      { kind: 'system', name: 'wms' },
    ])
    const texts = { one: cursorIn(one, 'system: er'), two }
    assert.equal(
      renamed(texts, 'oracle', registry),
      'The registry knows "erp" and not "oracle". Rename it there first, then here.',
    )
    for (const known of ['SAP', 'wms'])
      assert.match(renamed(texts, known, registry)[0] ?? '', new RegExp(`system: ${known}`))
    const other = { one: cursorIn(one, 'team: sup'), two }
    assert.match(renamed(other, 'planning', registry)[0] ?? '', /team: planning/)
  })

  it('give the file of a pilot the new one where it was called so', () => {
    const renames = (uri: string, newName: string, more: Readonly<Record<string, string>> = {}): unknown => {
      const { names, place } = workspace({ [uri]: cursorIn(one, 'name: dem'), two, ...more })
      const how = { ...place, newName, documentChanges: true, renamesFiles: true }
      const edit = rename(names, how)
      return typeof edit === 'string' ? edit : edit?.documentChanges?.slice(2)
    }
    assert.deepEqual(renames('file:///a/demand.pilot.yml', 'sales'), [
      { kind: 'rename', oldUri: 'file:///a/demand.pilot.yml', newUri: 'file:///a/sales.pilot.yml' },
    ])
    assert.deepEqual(renames('file:///a/other.pilot.yaml', 'sales'), [])
    assert.deepEqual(renames('file:///a/demand.pilot.yaml', 'demand'), [])
    const there = { 'file:///a/sales.pilot.yaml': 'title: Sales\n' }
    assert.match(String(renames('file:///a/demand.pilot.yaml', 'sales', there)), /already/)
  })

  it('are offered for renaming, and nothing else is', () => {
    const { names, place } = workspace({ one: cursorIn(one, "'Dana"), two })
    const answer = prepareRename(names, place)
    assert.deepEqual(answer, {
      range: { start: { line: 5, character: 20 }, end: { line: 5, character: 34 } },
      placeholder: 'Dana Whitfield',
    })
    for (const before of ['title: De', '# Luis', 'statement: Lu', 'oper']) {
      const other = workspace({ one: cursorIn(one, before), two })
      assert.equal(prepareRename(other.names, other.place), null, before)
    }
  })

  it('are listed for the workspace, each once', () => {
    const { names } = workspace({ one: cursorIn(one, 'title'), two })
    const all = workspaceSymbols(names, '').map(({ name, containerName }) => `${name}: ${containerName}`)
    assert.deepEqual(all, [
      'demand: Demand forecast',
      'forecast-2024: The first forecast',
      'Luis Ortega: in 1 pilot',
      'supply-chain: in 2 pilots',
      'Dana Whitfield: in 1 pilot',
      'erp: in 2 pilots',
      'Ana Ruiz: in 1 pilot',
    ])
    assert.deepEqual(
      workspaceSymbols(names, 'luor').map(({ name }) => name),
      ['Luis Ortega'],
    )
  })

  it('are found without their accents, and with them', () => {
    const owners = 'owners: { operator: { name: Jörg Łuksza 😀 }, it: { name: Jo Ruiz } }\n'
    const { names } = workspace({ one: `|name: demand\n${owners}` })
    for (const query of ['jorg', 'JÖRG', 'lük', 'Łuk', '😀'])
      assert.deepEqual(
        workspaceSymbols(names, query).map(({ name }) => name),
        ['Jörg Łuksza 😀'],
        query,
      )
  })

  it('lead into the registry where there is one', () => {
    const { names, place } = workspace({ one: cursorIn(one, 'by: L. O'), two })
    const text = 'metadata:\n  name: luis.ortega\n'
    const span = { start: 18, end: 29 }
    const registry = registryOf([
      { kind: 'person', name: 'luis.ortega', title: 'Luis Ortega', place: { file: 'catalog', span } },
    ])
    const find = (file: string): { uri: string; lines: ReturnType<typeof lineIndex> } => {
      return { uri: file, lines: lineIndex(text) }
    }
    assert.deepEqual(definition({ ...names, registry, find }, place), [
      { uri: 'catalog', range: { start: { line: 1, character: 8 }, end: { line: 1, character: 19 } } },
    ])
  })
})

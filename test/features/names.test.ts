import assert from 'node:assert/strict'
import type { Location, TextEdit } from 'vscode-languageserver-types'
import { extract } from '../../server/src/engine/portfolio/facts.ts'
import { registryOf } from '../../server/src/engine/portfolio/registry.ts'
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

/** The texts after the renaming. */
function renamed(texts: Readonly<Record<string, string>>, newName: string): readonly string[] | undefined {
  const { names, place } = workspace(texts)
  const edit = rename(names, { ...place, newName, documentChanges: false })
  if (!edit?.changes) return undefined
  return names.pilots.map(({ uri, text, lines }) => {
    const edits: TextEdit[] = edit.changes?.[uri] ?? []
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

  it('are written so that they mean the new name', () => {
    const [quoted] = renamed({ one: cursorIn(one, "'Dana"), two }, "Dana O'Hara") ?? []
    assert.ok(quoted?.includes("{ name: 'Dana O''Hara' }"))
    const [plain] = renamed({ one: cursorIn(one, 'system: er'), two }, 'erp, new: x') ?? []
    assert.ok(plain?.includes('system: "erp, new: x"'))
    assert.equal(renamed({ one: cursorIn(one, 'system: er'), two }, ' '), undefined)
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

import assert from 'node:assert/strict'
import fc from 'fast-check'
import { type Extract, extract } from '../../server/src/engine/portfolio/facts.ts'
import { whoIsWho } from '../../server/src/engine/portfolio/people.ts'
import { type Registry, registryOf } from '../../server/src/engine/portfolio/registry.ts'
import { lineIndex } from '../../server/src/engine/text/line-index.ts'
import { NameIndex } from '../../server/src/features/name-index.ts'
import { type NamedPilot, type NamePlace, type Names, placesIn } from '../../server/src/features/names.ts'
import { references } from '../../server/src/features/references.ts'
import { workspaceSymbols } from '../../server/src/features/workspace-symbols.ts'
import { analysisOf } from '../support/check.ts'

const people = ['Luis Ortega', 'L. Ortega', 'Lena Ortega', 'Dr. Luis Ortega', 'Ana Ruiz', 'Élodie Martin']
const things = ['erp', 'ERP', 'supply chain', 'Supply-Chain', 'wms', 'Ana Ruiz', 'constructor']
const pilots = ['demand', 'Demand', 'routing', 'triage', '__proto__']

const textArbitrary = fc
  .record({
    name: fc.constantFrom(...pilots),
    title: fc.constantFrom('Demand forecast', 'Routing of tickets'),
    operator: fc.constantFrom(...people),
    team: fc.constantFrom(...things),
    system: fc.constantFrom(...things),
    owner: fc.constantFrom(...people, ...things),
    other: fc.constantFrom(...pilots),
  })
  .map(
    ({ name, title, operator, team, system, owner, other }) => `name: ${name}
title: ${title}
owners: { operator: { name: ${operator}, team: ${team} }, sponsor: { name: ${operator} } }
predecessor: ${other}
data: { sources: [{ system: ${system} }] }
criteria: { success: [{ metric: Hours, owner: ${owner} }] }
`,
  )

/** Facts that say the same are the same object, as they are of the pilots of a workspace. */
const known = new Map<string, Extract>()

function pilotOf(uri: string, text: string): NamedPilot {
  const { pilot, syntax } = analysisOf(text, { rules: [] })
  const extracted = known.get(text) ?? extract(pilot, syntax)
  known.set(text, extracted)
  return { uri, version: null, text, lines: lineIndex(text), ...extracted }
}

/** What a name may be, worked out from all pilots anew. */
function identities({ pilots: all, registry }: Names): (place: NamePlace) => readonly string[] {
  const places = all.flatMap(placesIn)
  const key = (name: string, isPerson: boolean): string => {
    return isPerson
      ? name
          .replace('Dr. ', '')
          .replace('.', '')
          .normalize('NFKD')
          .replace(/\p{M}/gu, '')
          .toLowerCase()
          .replace('-', ' ')
      : name.toLowerCase().replace(' ', '-')
  }
  const who = whoIsWho(
    places
      .filter(({ refers }) => refers === 'person' || refers === 'owner')
      .map(({ name }) => key(name, true)),
  )
  return ({ refers, name }) => {
    const entry = refers === 'pilot' ? undefined : registry?.find(refers, name)
    if (entry) return [`${entry.kind} #${entry.name}`]
    if (refers === 'pilot') return [`pilot ${name.toLowerCase()}`]
    const [person, thing] = [`person ${who(key(name, true))}`, key(name, false)]
    if (refers === 'owner') return [person, `team ${thing}`]
    return refers === 'person' ? [person] : [`${refers} ${thing}`]
  }
}

function referencesAnew(place: NamePlace, names: Names): readonly string[] {
  const identify = identities(names)
  const wanted = identify(place)
  const same = names.pilots
    .flatMap(placesIn)
    .filter((each) => identify(each).some((id) => wanted.includes(id)))
  return same.map(({ pilot, span }) => JSON.stringify([pilot.uri, pilot.lines.positionAt(span.start)]))
}

/** Name and what is said beside it, in their order. */
function symbolsAnew(names: Names): readonly string[] {
  const identify = identities(names)
  const places = names.pilots.flatMap(placesIn)
  const found = new Map<string, { name: string; at: string; uris: Set<string> }>()
  const groups = new Map<string, string>()
  const named = places.filter(({ refers }) => refers !== 'pilot')
  for (const isOwner of [false, true])
    for (const place of named.filter(({ refers }) => (refers === 'owner') === isOwner)) {
      const { refers, name, pilot, span } = place
      const ids = identify(place)
      const id = groups.get(`${refers} ${name}`) ?? ids.find((each) => found.has(each)) ?? ids[0] ?? ''
      groups.set(`${refers} ${name}`, id)
      const at = JSON.stringify([pilot.uri, pilot.lines.positionAt(span.start)])
      const before = found.get(id) ?? { name, at, uris: new Set() }
      before.uris.add(pilot.uri)
      found.set(id, name.length > before.name.length ? { ...before, name, at } : before)
    }
  const own = places.filter(({ isOwn }) => isOwn)
  return [
    ...own.map(({ pilot, name, span }) => {
      const at = JSON.stringify([pilot.uri, pilot.lines.positionAt(span.start)])
      return `${name}, ${pilot.facts.title}, ${at}`
    }),
    ...Array.from(found.values(), ({ name, at, uris }) => {
      return `${name}, in ${uris.size} pilot${uris.size === 1 ? '' : 's'}, ${at}`
    }),
  ]
}

const registry: Registry = registryOf([
  { kind: 'person', name: 'lo1', title: 'Luis Ortega' },
  { kind: 'system', name: 'erp', aliases: ['wms'] },
])

const editArbitrary = fc.record({
  at: fc.nat({ max: 5 }),
  text: fc.option(textArbitrary, { nil: undefined }),
  isListed: fc.boolean(),
})

describe('the index of names', () => {
  it('says after every edit what is found when all pilots are looked through', () => {
    fc.assert(
      fc.property(
        fc.array(textArbitrary, { minLength: 1, maxLength: 6 }),
        fc.array(editArbitrary, { maxLength: 8 }),
        (texts, edits) => {
          const index = new NameIndex()
          const all = new Map(texts.map((text, at) => [`file:///${at}`, pilotOf(`file:///${at}`, text)]))
          for (const { at, text, isListed } of edits) {
            if (text === undefined) all.delete(`file:///${at}`)
            else all.set(`file:///${at}`, pilotOf(`file:///${at}`, text))
            const names = {
              pilots: [...all.values()],
              registry: isListed ? registry : undefined,
              find: () => undefined,
              index,
            }
            compare(names)
          }
        },
      ),
      { numRuns: 25 },
    )
  })

  it('forgets names that nobody writes any more, and still knows the others', () => {
    const index = new NameIndex()
    const last = pilotOf('file:///last', 'name: last\npredecessor: first\n')
    for (let key = 0; key < 5_000; key++) {
      const typed = { ...last.facts, name: `pilot-${key}` }
      index.of([typed, last.facts], undefined)
      assert.ok(index.size <= 1_100, `${index.size} names after ${key} keys`)
    }
    compare({ pilots: [last], registry: undefined, find: () => undefined, index })
  })
})

function compare(names: Names): void {
  for (const place of names.pilots.flatMap(placesIn)) {
    const { pilot, span } = place
    const asked = { uri: pilot.uri, position: pilot.lines.positionAt(span.start) }
    const found = references(names, asked, true)?.map(({ uri, range }) => JSON.stringify([uri, range.start]))
    assert.deepEqual(found, referencesAnew(place, names), `${place.refers} ${place.name}`)
  }
  const symbols = workspaceSymbols(names, '').map(({ name, containerName, location }) => {
    const at = 'range' in location ? JSON.stringify([location.uri, location.range.start]) : ''
    return `${name}, ${containerName}, ${at}`
  })
  assert.deepEqual(symbols, symbolsAnew(names))
}

import assert from 'node:assert/strict'
import { extract } from '../../server/src/engine/portfolio/facts.ts'
import { kinOf } from '../../server/src/engine/portfolio/kin.ts'
import type { Member } from '../../server/src/engine/portfolio/portfolio.ts'
import { analysisOf, complete } from '../support/check.ts'

function members(texts: Readonly<Record<string, string>>): readonly Member[] {
  return Object.entries(texts).map(([name, text]) => {
    const { pilot, syntax } = analysisOf(complete(`name: ${name}\n${text}`), { rules: [] })
    return { file: `${name}.pilot.yaml`, facts: extract(pilot, syntax).facts }
  })
}

/** The names of the pilots that belong together with the first. */
function kin(texts: Readonly<Record<string, string>>): readonly (string | undefined)[] {
  const group = members(texts)
  const [first] = group
  assert.ok(first)
  return [...kinOf(first, group)].map(({ facts }) => facts.name)
}

describe('pilots that belong together', () => {
  it('work with one tool, however its name is capitalised', () => {
    const texts = {
      a: 'vendor: { name: Northwind, tool: Forecaster }\n',
      b: 'vendor: { name: NORTHWIND, tool: FORECASTER }\n',
      c: 'vendor: { name: Contoso, tool: Planner }\n',
    }
    assert.deepEqual(kin(texts), ['a', 'b'])
  })

  it('work with one tool, however its words are joined', () => {
    const texts = {
      a: 'vendor: { tool: Forecastly Cloud }\n',
      b: 'vendor: { tool: forecastly-cloud }\n',
      c: 'vendor: { tool: "Forecastly  Cloud " }\n',
      d: 'vendor: { tool: Forecastly Desktop }\n',
    }
    assert.deepEqual(kin(texts), ['a', 'b', 'c'])
  })

  it('do not by their vendor alone, where each names another tool of it', () => {
    const texts = {
      a: 'vendor: { name: Northwind, tool: Forecaster }\n',
      b: 'vendor: { name: Northwind, tool: Planner }\n',
    }
    assert.deepEqual(kin(texts), ['a'])
    // The tool of the third may be either.
    assert.deepEqual(kin({ ...texts, c: 'vendor: { name: Northwind }\n' }), ['a', 'b', 'c'])
  })

  it('do where one names another, over several steps', () => {
    assert.deepEqual(
      kin({ a: 'predecessor: b\n', b: 'team: x\n', c: 'comparedWith: [b]\n', d: 'team: y\n' }),
      ['a', 'b', 'c'],
    )
  })
})

import assert from 'node:assert/strict'
import { pilotTree } from '../../client/src/common/pilot-tree.ts'
import { english, quiet } from '../support/pilot-items.ts'

describe('names with numbers', () => {
  it('stand in the tree in the order of the numbers', () => {
    const pilots = ['wave-10', 'wave-2', 'Wave-1', 'route'].map((name) => {
      return { ...quiet, uri: `file:///${name}`, name, operator: name }
    })
    const [group] = pilotTree(pilots, 'stage', english)
    const names = group?.children.map(({ label }) => label)
    const operators = pilotTree(pilots, 'operator', english).map(({ label }) => label)
    const expected = ['route', 'Wave-1', 'wave-2', 'wave-10']
    assert.deepEqual({ names, operators }, { names: expected, operators: expected })
  })
})

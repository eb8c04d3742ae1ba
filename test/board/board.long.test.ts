import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { BROKEN, boardFrom, pilotText } from '../support/board.ts'

const schema = JSON.parse(readFileSync(new URL('../../schemas/board.schema.json', import.meta.url), 'utf8'))
const validate = new Ajv2020({ allErrors: true }).compile(schema)

describe('the board', () => {
  it('is what its schema says, whatever the files hold', () => {
    const texts = {
      a: pilotText('a'),
      b: '',
      c: BROKEN,
      d: 'name: [1, 2]\nstage: 7\ngates: no\n',
      e: '- x\n',
    }
    const board: unknown = JSON.parse(JSON.stringify(boardFrom(texts)))
    assert.ok(validate(board), JSON.stringify(validate.errors, undefined, 2))
  })
})

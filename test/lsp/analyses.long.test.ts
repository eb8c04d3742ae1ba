import assert from 'node:assert/strict'
import { Workspace } from '../support/workspace.ts'

describe('the analyses of an edited file', () => {
  const named = (name: string): string => {
    return `apiVersion: pilot-as-code/v1\nname: ${name}\ntitle: A pilot\nstage: criteria\n`
  }

  it('look at no other file', () => {
    const workspace = new Workspace([named('a'), named('b'), named('c')])
    workspace.findings()
    workspace.asked.length = 0
    workspace.edit(0, `${named('a')}summary: Another one.\n`)
    workspace.analyses.of(workspace.file(0))
    assert.deepEqual([...new Set(workspace.asked)], ['file:///w/0.pilot.yaml'])
  })

  it('are those that files read anew would have, for it and for all others', () => {
    const texts = [named('a'), named('b'), named('c')]
    const workspace = new Workspace(texts)
    const edits: readonly (readonly [number, string])[] = [
      [0, named('b')],
      [1, named('c')],
      [0, named('a')],
      [2, `${named('c')}summary: TBD\n`],
      [1, named('a')],
    ]
    assert.equal(workspace.findings().flat().join(), new Workspace(texts).findings().flat().join())
    for (const [index, text] of edits) {
      texts[index] = text
      workspace.edit(index, text)
      assert.deepEqual(workspace.findings(), new Workspace(texts).findings())
    }
    assert.ok(workspace.findings().flat().includes('portfolio/duplicate-name'))
  })
})

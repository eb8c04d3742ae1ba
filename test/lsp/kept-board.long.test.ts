import assert from 'node:assert/strict'
import type { Analysis } from '../../server/src/engine/analyze.ts'
import type { Board } from '../../server/src/engine/board/board.ts'
import { outlineOf } from '../../server/src/engine/board/outline.ts'
import { partOf } from '../../server/src/engine/board/part.ts'
import { portfolioRules } from '../../server/src/engine/rules/all.generated.ts'
import { Boards } from '../../server/src/lsp/boards.ts'
import { portfolioOf } from '../bench/portfolio.ts'
import { BROKEN, pilotText } from '../support/board.ts'
import { TODAY } from '../support/check.ts'
import { Workspace } from '../support/workspace.ts'

/** The dashboard of a workspace, with a clock that stands still. */
function boardsOf(workspace: Workspace): { boards: Boards; pauses: () => number; later: () => void } {
  const { analyses } = workspace
  const waiting: (() => void)[] = []
  let pauses = 0
  const clock = {
    today: () => TODAY,
    after: (_: number, run: () => void) => waiting.push(run),
    pause: async () => {
      pauses++
    },
  }
  const pilots = { isGone: () => false }
  const session = { analyses, folders: ['file:///w'], settled: async () => undefined, pilots }
  return {
    boards: new Boards(session, clock),
    pauses: () => pauses,
    later: () => {
      for (const run of waiting.splice(0)) run()
    },
  }
}

describe('the board of many pilots', () => {
  const texts = ['a', 'b', 'c'].map((name) => pilotText(name))
  /** Which pilots were read for the second board and not taken from the first. */
  const read = (before: Board, after: Board): readonly string[] =>
    after.pilots
      .filter(({ timeline }, index) => before.pilots[index]?.timeline !== timeline)
      .map(({ name }) => name)

  it('reads again what was edited, and no other pilot', async () => {
    const workspace = new Workspace(texts)
    const { boards } = boardsOf(workspace)
    const before = await boards.board()
    workspace.edit(1, pilotText('b', 'stage: data'))
    const after = await boards.board()
    assert.deepEqual(read(before, after), ['b'])
    assert.equal(after.pilots[1]?.stage, 'data')
  })

  it('is that of files read anew, whatever an edit changes among the others', async () => {
    const workspace = new Workspace(texts)
    const { boards } = boardsOf(workspace)
    const edits: readonly (readonly [number, string])[] = [
      [0, pilotText('b')],
      [2, pilotText('b')],
      [0, pilotText('a', 'stage: stopped')],
      [2, pilotText('c', 'owners: { operator: { name: D. Whitfield } }')],
    ]
    const now = [...texts]
    for (const [index, text] of edits) {
      now[index] = text
      workspace.edit(index, text)
      assert.deepEqual(await boards.board(), await boardsOf(new Workspace(now)).boards.board())
    }
  })

  it('lets others in while it reads, and when all is known it does not wait', async () => {
    const { boards, pauses } = boardsOf(
      new Workspace(Array.from({ length: 40 }, (_, at) => pilotText(`p${at}`))),
    )
    await boards.board()
    assert.equal(pauses(), 5)
    await boards.board()
    assert.equal(pauses(), 5)
  })

  it('holds nothing when nobody has looked for a while', async () => {
    const { boards, later } = boardsOf(new Workspace(texts))
    const first = await boards.board()
    const second = await boards.board()
    assert.deepEqual(read(first, second), [])
    later()
    assert.deepEqual(read(first, await boards.board()), ['a', 'b', 'c'])
  })

  it('tells a page no address that it has told the editor', async () => {
    const { boards } = boardsOf(new Workspace(texts))
    await boards.board()
    assert.ok(!(await boards.page()).includes('file:///w'))
  })

  it('is the same of pilots whose trees nobody holds, and reads no text of theirs for it', async () => {
    const all = [...portfolioOf({ pilots: 30 }).values(), ...texts, BROKEN]
    const [open, closed] = [new Workspace(all), new Workspace(all, null)]
    const board = async (workspace: Workspace): Promise<unknown> => {
      return JSON.parse(JSON.stringify(await boardsOf(workspace).boards.board()))
    }
    assert.deepEqual(await board(closed), await board(open))
    for (const [index] of all.entries()) {
      const file = closed.file(index)
      const analysis = open.analyses.alone(open.file(index))
      const known = JSON.stringify(outlineOf(analysis, undefined, TODAY))
      assert.equal(JSON.stringify(file.outline), known)
      const unread: Analysis = {
        ...analysis,
        get pilot(): never {
          throw new Error('It is read.')
        },
        get syntax(): never {
          throw new Error('It is read.')
        },
      }
      const scene = { asOf: TODAY, portfolioRules, unread: [] }
      const { circumstances } = open.analyses.under(open.file(index))
      assert.doesNotThrow(() => partOf({ file: 'a', analysis: unread, circumstances }, scene, file.outline))
    }
  })
})

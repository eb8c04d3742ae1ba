import assert from 'node:assert/strict'
import type { PilotItem } from '../../server/src/protocol/pilots.ts'
import { loadClient } from '../support/client.ts'
import { forecast, quiet } from '../support/pilot-items.ts'

describe('the tree in the side bar', () => {
  it('comes anew when a pilot has changed, and only then: while it does, no row can be unfolded', async () => {
    const { portfolio, tree } = await treeOf()
    let times = 0
    tree.onDidChangeTreeData(() => times++)
    const shown: number[] = []
    for (const pilots of [
      [forecast, quiet],
      [quiet, forecast],
      [quiet, { ...forecast }],
      [quiet],
      [quiet, forecast],
    ]) {
      portfolio.show(pilots)
      shown.push(times)
    }
    assert.deepEqual(shown, [1, 1, 2, 3, 4])
  })

  it('comes anew when it is grouped by something else', async () => {
    const { portfolio, tree } = await treeOf()
    portfolio.show([forecast])
    let times = 0
    tree.onDidChangeTreeData(() => times++)
    await tree.group('verdict')
    assert.equal(times, 1)
  })
})

interface Tree {
  onDidChangeTreeData(listener: () => void): void
  group(grouping: string): Promise<void>
}

async function treeOf(): Promise<{ readonly portfolio: Pilots; readonly tree: Tree }> {
  const { StageTree } = await loadClient<{ readonly StageTree: new (...needs: unknown[]) => Tree }>(
    'stage-tree.ts',
    {
      window: { createTreeView: () => ({}) },
      commands: { executeCommand: async () => undefined },
      Disposable: { from: () => undefined },
    },
  )
  const portfolio = new Pilots()
  const asOf = { day: undefined, onDidChange: () => undefined }
  const memory = { get: () => undefined, update: async () => undefined }
  return { portfolio, tree: new StageTree(portfolio, asOf, memory) }
}

/** The pilots as they are shown one after the other. */
class Pilots {
  pilots: readonly PilotItem[] | undefined
  readonly #listeners: (() => void)[] = []

  onDidChange(listener: () => void): void {
    this.#listeners.push(listener)
  }

  show(pilots: readonly PilotItem[]): void {
    this.pilots = pilots
    for (const listener of this.#listeners) listener()
  }
}

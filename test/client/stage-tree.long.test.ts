import assert from 'node:assert/strict'
import type { LinkState } from '../../client/src/common/server-link.ts'
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

describe('the message above the rows', () => {
  it('says of another day that it is not today', async () => {
    const { portfolio, view } = await treeOf('2026-05-01')
    assert.equal(view.message, '')
    portfolio.show([forecast])
    assert.equal(view.message, 'As of 2026-05-01, not today')
  })

  it('says that a server is down once it is away for a while, until another one runs', async () => {
    const { portfolio, view, enter, wait } = await treeOf()
    const messages: (string | undefined)[] = []
    const note = (): number => messages.push(view.message)
    for (const state of ['starting', 'running', 'down', 'starting', 'running'] as const) enter(state)
    wait()
    portfolio.show([forecast])
    note()
    enter('down')
    enter('starting')
    enter('down')
    note()
    wait()
    note()
    enter('starting')
    note()
    enter('running')
    note()
    const down = 'Not up to date: the server is down and will be started again.'
    assert.deepEqual(messages, ['', '', down, down, ''])
  })

  it('is absent where there is no row, so that the view says what to do', async () => {
    const { view, enter, wait } = await treeOf()
    enter('down')
    wait()
    assert.equal(view.message, '')
  })
})

interface Tree {
  onDidChangeTreeData(listener: () => void): void
  group(grouping: string): Promise<void>
}

async function treeOf(day?: string): Promise<{
  readonly portfolio: Pilots
  readonly tree: Tree
  readonly view: { readonly message?: string }
  /** What the server does. */
  enter(state: LinkState): void
  /** Lets so much time pass that all has run that was put off. */
  wait(): void
}> {
  const view = {}
  const { StageTree } = await loadClient<{ readonly StageTree: new (...needs: unknown[]) => Tree }>(
    'stage-tree.ts',
    {
      window: { createTreeView: () => view },
      commands: { executeCommand: async () => undefined },
      Disposable: { from: () => undefined },
    },
  )
  const { Outage } = await loadClient<{ readonly Outage: new (...needs: unknown[]) => object }>('outage.ts')
  const portfolio = new Pilots()
  const listeners: ((state: LinkState) => void)[] = []
  const later = new Set<() => void>()
  const after = (_milliseconds: number, run: () => void): (() => void) => {
    later.add(run)
    return () => later.delete(run)
  }
  const link = { onDidChange: (listener: (state: LinkState) => void) => listeners.push(listener) }
  const told = {
    portfolio,
    asOf: { day, onDidChange: () => undefined },
    outage: new Outage(link, { after }),
  }
  const memory = { get: () => undefined, update: async () => undefined }
  const enter = (state: LinkState): void => {
    for (const listener of listeners) listener(state)
  }
  const wait = (): void => {
    for (const run of later) run()
    later.clear()
  }
  return { portfolio, tree: new StageTree(told, memory), view, enter, wait }
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

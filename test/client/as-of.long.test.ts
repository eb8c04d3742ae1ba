import assert from 'node:assert/strict'
import { loadClient } from '../support/client.ts'

describe('the day that is looked at', () => {
  it('is marked in the status bar with a way back to today', async () => {
    const { asOf, item } = await begin({ setting: '2026-05-01' })
    assert.equal(asOf.day, '2026-05-01')
    assert.deepEqual(
      [item.isShown, item.text, item.command],
      [true, '$(history) as of 2026-05-01', 'pilots.showToday'],
    )
  })

  for (const setting of ['2026-13-01', '2026-02-30', 'yesterday $(bug)', 20260501, { day: 1 }]) {
    it(`is today where the setting is ${JSON.stringify(setting)}, and the status bar says that this is no day`, async () => {
      const { asOf, item } = await begin({ setting })
      assert.equal(asOf.day, undefined)
      assert.deepEqual(
        [item.isShown, item.text, item.command],
        [true, '$(warning) pilots.asOf is no day', 'pilots.showAsOf'],
      )
      assert.match(
        item.tooltip,
        /^The setting pilots\.asOf is no day but .+, so pilots are judged as of today\./,
      )
      assert.deepEqual(item.accessibilityInformation, { label: item.tooltip, role: 'button' })
    })
  }

  it('has no mark where it is today', async () => {
    for (const setting of ['', undefined]) assert.equal((await begin({ setting })).item.isShown, false)
  })

  it('is today again where no folder is open and the settings of the user name another day', async () => {
    const { asOf, item, settings } = await begin({ setting: '2026-05-01' })
    await asOf.set('')
    assert.deepEqual([asOf.day, item.isShown], [undefined, false])
    await asOf.set('2026-06-01')
    assert.equal(asOf.day, '2026-06-01')
    // What is said last holds.
    settings.change('2026-07-01')
    assert.equal(asOf.day, '2026-07-01')
  })
})

/** Opens a window without a folder. */
async function begin({ setting }: { setting: unknown }) {
  let now = setting
  let heard: (event: object) => void = () => undefined
  const item = {
    isShown: false,
    text: '',
    tooltip: '',
    command: '',
    accessibilityInformation: {},
    show: () => {
      item.isShown = true
    },
    hide: () => {
      item.isShown = false
    },
  }
  const { AsOf } = await loadClient<{ AsOf: new () => Day }>('as-of.ts', {
    StatusBarAlignment: { Left: 1 },
    window: { createStatusBarItem: () => item },
    workspace: {
      getConfiguration: () => ({ get: () => now }),
      onDidChangeConfiguration: (listener: typeof heard) => {
        heard = listener
      },
    },
  })
  const change = (value: unknown): void => {
    now = value
    heard({ affectsConfiguration: () => true })
  }
  return { asOf: new AsOf(), item, settings: { change } }
}

interface Day {
  readonly day: string | undefined
  set(day: string): Promise<void>
}

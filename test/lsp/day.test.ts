import assert from 'node:assert/strict'
import { Configuration } from '../../server/src/lsp/configuration.ts'
import { ManualClock } from '../support/lsp.ts'

describe('the day on which pilots are judged', () => {
  let configuration: Configuration

  beforeEach(() => {
    const clock = new ManualClock()
    clock.date = '2026-06-01'
    configuration = new Configuration(clock)
    configuration.initialize({ asOf: '2026-04-01' })
  })

  it('is that of the options again when a setting is taken away', async () => {
    assert.equal(await configuration.take({ asOf: '2026-05-01' }), true)
    assert.equal(configuration.today(), '2026-05-01')
    assert.equal(await configuration.take({}), true)
    assert.equal(configuration.today(), '2026-04-01')
    assert.equal(await configuration.take(null), false)
  })

  it('is today while a setting is there that names no day', async () => {
    for (const none of ['', '2026-02-31', 7]) {
      await configuration.take({ pilots: { asOf: none } })
      assert.equal(configuration.today(), '2026-06-01', String(none))
    }
  })
})

import assert from 'node:assert/strict'
import { portfolioUnknownReference } from '../../server/src/engine/rules/portfolio/unknown-reference.ts'
import { complete } from '../support/check.ts'
import { noPast, pilots } from './memory-io.ts'

describe('pilots that are in other folders than those of a run', () => {
  const files = {
    'emea/order-desk.pilot.yaml': complete(
      'predecessor: order-desk-1\ncomparedWith: [claims-desk, route-desk, old-desk]\n',
      'order-desk',
    ),
    'amer/order-desk-1.pilot.yaml': complete('stage: stopped\n', 'order-desk-1'),
    'amer/claims-desk.pilot.yaml': complete('', 'claims-desk'),
    'amer/old-desk.pilot.yaml': complete('', 'old-desk'),
    'pilots.config.yaml': 'exclude: [amer/old-*]\n',
  }
  const unknown = async (...paths: readonly string[]): Promise<readonly string[]> => {
    const { out } = await pilots(['check', ...paths, '--format', 'json', '--rule', 'portfolio'], {
      files,
      history: noPast,
      rules: [],
      portfolioRules: [portfolioUnknownReference],
    })
    return Array.from(out.matchAll(/There is no pilot \\"([^\\]+)/g), ([, name = '']) => name).sort()
  }

  it('are known there as in the whole repository, unless the configuration leaves them out', async () => {
    assert.deepEqual(await unknown(), ['old-desk', 'route-desk'])
    assert.deepEqual(await unknown('emea'), ['old-desk', 'route-desk'])
    assert.deepEqual(await unknown('emea', 'amer'), ['old-desk', 'route-desk'])
    assert.deepEqual(await unknown('amer'), [])
  })
})

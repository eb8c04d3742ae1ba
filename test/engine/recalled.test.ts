import assert from 'node:assert/strict'
import { recommended } from '../../server/src/engine/config/settings.ts'
import { analysisOf, keep, type Subject } from '../../server/src/engine/kept.ts'
import type { Pilot } from '../../server/src/engine/pilot/model.generated.ts'
import { recaller } from '../../server/src/engine/recalled.ts'
import { rules } from '../../server/src/engine/rules/all.generated.ts'
import { complete, TODAY } from '../support/check.ts'

const owners = 'ownrs:\n  operator: { name: Luis Ortega }\n'
const gates = `gates:\n${'  - { stage: rollout, due: 2206-05-04 }\n'.repeat(150)}`

const texts = {
  'as it is meant': owners,
  'of too much to say': gates + owners,
  'in part unread': 'stage: r: ollout\n',
}

describe('the pilot of a recalled analysis', () => {
  for (const [what, text] of Object.entries(texts)) {
    it(`is the one that was analysed, ${what}, and is read once`, () => {
      const content = { kind: 'text', text: complete(text) } as const
      const circumstances = { today: TODAY, settings: recommended, rules }
      const subject: Subject = { content, file: { name: 'x.pilot.yaml' }, circumstances }
      const analysis = analysisOf(subject)
      const recalled = recaller()(keep(analysis, { edits: false }), subject)
      const meant = ({ stage, owners }: Pilot) => [stage?.value, owners?.operator?.name?.value]
      assert.deepEqual(meant(recalled.pilot), meant(analysis.pilot))
      assert.ok(meant(analysis.pilot).includes(text.includes(owners) ? 'Luis Ortega' : 'rollout'))
      assert.equal(recalled.pilot, recalled.pilot)
    })
  }
})

import assert from 'node:assert/strict'
import { pastTexts } from '../../server/src/cli/cache/past.ts'
import { commitmentsReader } from '../../server/src/engine/history/read.ts'
import type { HistorySource, KnownTexts } from '../../server/src/engine/history/source.ts'
import { complete } from '../support/check.ts'
import { memoryCache, pilots } from './memory-io.ts'

const ROOT = '/work'
const [pilot, broken, absent] = ['a'.repeat(40), 'b'.repeat(40), 'c'.repeat(40)] as const
const text = complete(`criteria:
  success: [{ metric: Accuracy, baseline: 50, target: 80, by: 2026-06-01 }]
gates:
  - { stage: data, due: 2026-05-04, held: 2026-05-05, decision: advance, notes: 'Said "yes" — 💡' }
`)
const commitments = commitmentsReader()(text)

/** The folder of the cache after a run that read two texts. */
async function stored(): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  const known = await opened(files)
  known.put(pilot, { commitments })
  known.put(broken, { commitments: undefined })
  await known.save()
  return files
}

async function opened(files: Map<string, Uint8Array>, program?: string): Promise<KnownTexts> {
  const known = await pastTexts(ROOT, 1_000, { cache: memoryCache(files, program) })
  assert.ok(known)
  return known
}

describe('what earlier runs have read of the past', () => {
  it('is taken as it was, also of a text that is no pilot', async () => {
    const known = await opened(await stored())
    assert.equal(JSON.stringify(known.take(pilot)), JSON.stringify({ commitments }))
    assert.deepEqual(known.take(broken), {})
    assert.equal(known.take(absent), undefined)
  })

  it('is not taken by another program, nor where it is damaged or of another form', async () => {
    const files = await stored()
    assert.equal((await opened(files, 'another')).take(pilot), undefined)
    const edits: readonly [string, string][] = [
      ['"target":80', '"target":70'],
      ['"metric":"Accuracy"', '"metric":["Accuracy"]'],
      ['"stage":"rollout"', '"stage":"elsewhere"'],
    ]
    for (const [before, after] of edits) {
      const changed = new Map(
        [...files].map(([name, bytes]) => [
          name,
          Buffer.from(Buffer.from(bytes).toString().replace(before, after)),
        ]),
      )
      assert.equal((await opened(changed)).take(pilot), undefined, after)
    }
    const known = await opened(files)
    known.put(pilot, JSON.parse('{"commitments":{"stage":"data","__proto__":{"a":1}}}'))
    await known.save()
    assert.equal((await opened(files)).take(pilot), undefined)
  })

  it('stays beside what a later run reads', async () => {
    const files = await stored()
    const later = await opened(files)
    later.put(absent, {})
    await later.save()
    const known = await opened(files)
    assert.equal(JSON.stringify(known.take(pilot)), JSON.stringify({ commitments }))
    assert.deepEqual(known.take(absent), {})
  })

  it('is not looked for on account of a few texts', async () => {
    assert.equal(await pastTexts(ROOT, 5, { cache: memoryCache() }), undefined)
  })

  it('is asked for by a check that remembers, and by no other', async () => {
    const recalls: boolean[] = []
    const history: HistorySource = {
      async read(_, { recall } = {}) {
        recalls.push(recall !== undefined)
        return { gap: 'empty' }
      },
    }
    const files = { 'a.pilot.yaml': text }
    for (const argv of [['check'], ['check', '--no-cache'], ['status', '--no-cache'], ['fix']])
      await pilots(argv, { files, history })
    assert.deepEqual(recalls, [true, false, false, false])
  })
})

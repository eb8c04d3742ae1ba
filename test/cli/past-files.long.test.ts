import assert from 'node:assert/strict'
import { localFiles } from '../../server/src/cli/local-files.ts'
import { pastFiles } from '../../server/src/cli/past-files.ts'

describe('the files of a day of the past', () => {
  const texts = new Map([['file:///repo/a.Pilot.YAML', { kind: 'text', text: 'name: a\n' } as const]])
  const past = { commit: 'a'.repeat(40), date: '2026-01-01', texts }
  const present = { ...localFiles(), kindOf: async () => 'file' as const }
  const files = pastFiles('/repo', past, present)

  it('are the pilots of then, whatever the case of their endings, and all else as it is now', async () => {
    const kinds = ['a.Pilot.YAML', 'later.PILOT.yml', 'notes.yaml'].map((name) =>
      files.kindOf(`/repo/${name}`),
    )
    assert.deepEqual(await Promise.all(kinds), ['file', 'missing', 'file'])
    assert.deepEqual(await files.read('/repo/later.PILOT.yml', undefined), { kind: 'missing' })
  })
})

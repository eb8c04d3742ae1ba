import assert from 'node:assert/strict'
import type { ReadResult } from '../../server/src/engine/ports.ts'
import { noPast, type Outcome, pilots } from './memory-io.ts'

const commit = 'abcdef0123456789abcdef0123456789abcdef01'
const text = 'apiVersion: pilot-as-code/v1\nname: a\ntitle: Demand forecast\nstage: criteria\n'

/** A check since a commit, of which Git holds these files. */
async function since(then: Readonly<Record<string, ReadResult>>): Promise<Outcome> {
  const past = await noPast.read('file:///work')
  const texts = new Map(Object.entries(then).map(([path, content]) => [`file:///work/${path}`, content]))
  const history = {
    read: async () => ({ ...past, past: { commit, date: '2026-05-01', texts } }),
  }
  const revisions = {
    mergeBase: async () => ({ commit }),
    changedSince: async () => new Map<string, string>(),
    staged: async () => ({ gap: 'no-repository' as const }),
  }
  const files = { 'a.pilot.yaml': text, 'b.pilot.yaml': text.replace('name: a', 'name: b') }
  return pilots(['check', '--since', 'main'], { files, history, io: { revisions } })
}

describe('check --since in a clone without all files of the past', () => {
  it('compares with nothing rather than calling new what was there', async () => {
    const there = { kind: 'text', text } as const
    assert.equal((await since({ 'a.pilot.yaml': there })).code, 0)
    const { code, out, err } = await since({ 'a.pilot.yaml': there, 'b.pilot.yaml': { kind: 'missing' } })
    assert.deepEqual([code, out], [2, ''])
    assert.equal(
      err,
      'pilots: --since needs the files of commit abcdef0, and Git cannot read 1 of them. Fetch the repository as a whole.\n',
    )
  })
})

import assert from 'node:assert/strict'
import { portfolioRules, rules } from '../../server/src/engine/rules/all.generated.ts'
import { portfolioOf } from '../bench/portfolio.ts'
import { memoryOutputs, pilots, type World } from './memory-io.ts'

const made = Object.fromEntries(portfolioOf({ pilots: 6, faulty: 1 }))
const files = {
  ...made,
  'z.pilot.yaml': 'a: [',
  'pilots.config.yaml': 'currency: EUR\nrules: { nothing: off }\n',
}

interface Streamed {
  /** What was written at once. */
  readonly pieces: readonly string[]
  readonly lines: readonly string[]
}

async function streamed(world: World, ...argv: readonly string[]): Promise<Streamed> {
  const pieces: string[] = []
  const io = { out: (text: string) => void pieces.push(text), ...world.io }
  await pilots(['check', '-f', 'jsonl', ...argv], { files, rules, portfolioRules, ...world, io })
  return { pieces, lines: pieces.join('').split('\n').slice(0, -1) }
}

describe('jsonl', () => {
  it('is written file by file, and says all that is said at the end', async () => {
    const { pieces, lines } = await streamed({})
    assert.equal(pieces.length, 2 + 7)
    assert.match(pieces[0] ?? '', /^\{"type":"report","version":1,"asOf":"2026-06-01"\}\n$/)
    const outputs = new Map<string, string>()
    await pilots(['check', '-f', 'jsonl=out'], {
      files,
      rules,
      portfolioRules,
      outputs: memoryOutputs(outputs),
    })
    assert.deepEqual(lines.toSorted(), (outputs.get('out') ?? '').split('\n').slice(0, -1).toSorted())
    assert.match(lines.at(-1) ?? '', /^\{"type":"summary"/)
    assert.match(pieces.at(-1) ?? '', /"rule":"portfolio\//)
    assert.match(pieces.at(-1) ?? '', /"rule":"config\//)
  })

  it('is in the order of the paths, whatever is found first', async () => {
    const { pieces } = await streamed({})
    const paths = pieces.slice(1, -1).flatMap((piece) => /"path":"([^"]*)"/.exec(piece)?.[1] ?? [])
    assert.deepEqual(paths, paths.toSorted())
    assert.ok(paths.length > 3)
  })

  const atOnce: Readonly<Record<string, readonly [World, ...string[]]>> = {
    'what a baseline holds': [{ files: { ...files, 'pilots.baseline.json': '{"version":1,"files":{}}' } }],
    'what suppressions silence': [{}, '--no-suppressions'],
    'the pilots of a stage': [{}, '--stage', 'rollout'],
  }
  for (const [what, [world, ...argv]] of Object.entries(atOnce)) {
    it(`is written at the end where that decides: ${what}`, async () => {
      const { pieces } = await streamed(world, ...argv)
      assert.ok(
        pieces.slice(0, -1).every(({ length }) => length >= 65_536),
        `${pieces.map(({ length }) => length)}`,
      )
    })
  }

  it('is written as it comes where the baseline does not count', async () => {
    const baseline = { files: { ...files, 'pilots.baseline.json': '{"version":1,"files":{}}' } }
    assert.ok((await streamed(baseline, '--no-baseline')).pieces.length > 1)
  })
})

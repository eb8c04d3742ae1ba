import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withoutIgnored } from '../../server/src/node/gitignore.ts'
import { ignoreLines } from '../../server/src/node/ignore-lines.ts'

describe('the lines of a .gitignore', () => {
  it('take no path long, however many stars they have', () => {
    const paths = ['a/'.repeat(500), `${'a'.repeat(250)}/`.repeat(10), 'a'.repeat(255)]
    const hostile = [
      `${'**/a/'.repeat(40)}b`,
      `${'*a'.repeat(100)}b`,
      `${'*a*a/'.repeat(10)}b`,
      `${'**a?'.repeat(40)}b`,
    ]
    for (const [line, path] of hostile.flatMap((line) => paths.map((path) => [line, path] as const))) {
      const { ignored, unignored } = ignoreLines(line).test(path)
      assert.ok(!ignored && !unignored, line)
    }
  })

  it('are no reason to let others wait, however many there are', async () => {
    const root = mkdtempSync(join(tmpdir(), 'pilots-'))
    const paths = Array.from({ length: 100 }, (_, index) =>
      join(root, `${'a'.repeat(10)}${index}.pilot.yaml`),
    )
    const lines = (characters: number): string => '*a*a*b\n'.repeat(characters / 6)
    const turnsFor = async (text: string): Promise<{ readonly turns: number; readonly left: number }> => {
      writeFileSync(join(root, '.gitignore'), `*7.pilot.yaml\n${text}`)
      let [now, isOver] = [0, false]
      const turn = (): void => {
        now++
        if (!isOver) setImmediate(turn)
      }
      turn()
      // The turns in which the paths are looked at one by one.
      const turns = new Set<number>()
      const looked = Object.defineProperty([...paths], Symbol.iterator, {
        *value() {
          for (const path of paths) {
            turns.add(now)
            yield path
          }
        },
      })
      const left = (await withoutIgnored(looked, root)).length
      isOver = true
      return { turns: turns.size, left }
    }
    assert.deepEqual(await turnsFor(''), { turns: 1, left: 90 })
    const { turns, left } = await turnsFor(lines(60_000))
    assert.equal(left, 90)
    assert.ok(turns > 30, `${turns} turns`)
    // More than any person writes is not looked at, as a file that is too large.
    assert.equal((await turnsFor(lines(240_000))).left, 100)
    rmSync(root, { recursive: true })
  })
})

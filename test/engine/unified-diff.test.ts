import assert from 'node:assert/strict'
import fc from 'fast-check'
import { unifiedDiff } from '../../server/src/engine/text/unified-diff.ts'

describe('a unified diff', () => {
  it('shows three lines around a change', () => {
    const before = 'a\nb\nc\nd\ne\nf\ng\nh\ni\n'
    const after = before.replace('e\n', 'E\nF\n')
    assert.equal(
      unifiedDiff('x.yaml', before, after),
      '--- a/x.yaml\n+++ b/x.yaml\n@@ -2,7 +2,8 @@\n b\n c\n d\n-e\n+E\n+F\n f\n g\n h\n',
    )
  })

  it('parts changes that are far from each other', () => {
    const lines = Array.from({ length: 20 }, (_, index) => `${index}\n`)
    const after = lines.with(1, 'x\n').with(18, 'y\n')
    assert.deepEqual(unifiedDiff('x', lines.join(''), after.join('')).match(/^@@.*$/gm), [
      '@@ -1,5 +1,5 @@',
      '@@ -16,5 +16,5 @@',
    ])
  })

  it('says where the last line has no end', () => {
    assert.equal(
      unifiedDiff('x', 'a', 'a\n'),
      '--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n',
    )
  })

  it('is empty where nothing changed, and counts an empty file from 0', () => {
    assert.equal(unifiedDiff('x', 'a\n', 'a\n'), '')
    assert.equal(unifiedDiff('x', '', 'a\nb\n'), '--- a/x\n+++ b/x\n@@ -0,0 +1,2 @@\n+a\n+b\n')
  })

  it('writes a path in quotes that could end its line or be taken for another', () => {
    const namesOf = (path: string): readonly string[] =>
      unifiedDiff(path, 'a\n', 'b\n').split('\n').slice(0, 2)
    assert.deepEqual(namesOf('a b/ünï.yaml'), ['--- a/a b/ünï.yaml', '+++ b/a b/ünï.yaml'])
    assert.deepEqual(namesOf('x\n+++ b/y'), [
      '--- "a/x\\012\\053\\053\\053 b/y"',
      '+++ "b/x\\012\\053\\053\\053 b/y"',
    ])
    assert.deepEqual(namesOf('"ü\\\u202e')[0], '--- "a/\\042ü\\134\\342\\200\\256"')
    assert.deepEqual(namesOf('x ::y')[0], '--- "a/x \\072\\072y"')
  })

  it('leads from any text to any other, as short as can be', () => {
    const line = fc.constantFrom('a', 'b', 'c', 'd\r', '')
    const text = fc
      .tuple(fc.array(line, { maxLength: 30 }), fc.boolean())
      .map(([lines, open]) => (open ? lines.join('\n') : lines.map((each) => `${each}\n`).join('')))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const diff = unifiedDiff('x', before, after)
        assert.equal(patched(before, diff), after)
        assert.ok(
          changes(diff) <=
            lines(before).length + lines(after).length - 2 * common(lines(before), lines(after)),
        )
      }),
    )
  })
})

function lines(text: string): readonly string[] {
  return text.split(/(?<=\n)/).filter((each) => each !== '')
}

function changes(diff: string): number {
  return diff
    .split('\n')
    .slice(2)
    .filter((each) => /^[+-]/.test(each)).length
}

/** The length of the longest common list, the slow way. */
function common(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0)
  for (const each of a) {
    const next = [0]
    for (const [index, other] of b.entries())
      next.push(each === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0))
    row = next
  }
  return row.at(-1) ?? 0
}

/** Applies a diff as `patch` would, without tolerance. */
function patched(before: string, diff: string): string {
  const old = lines(before)
  const result: string[] = []
  let at = 0
  for (const hunk of diff.split(/^(?=@@ )/m).slice(1)) {
    const [, first = '', count = '1'] = /^@@ -(\d+)(?:,(\d+))? /.exec(hunk) ?? []
    const start = Number(first) - (count === '0' ? 0 : 1)
    result.push(...old.slice(at, start))
    at = start
    for (const step of lines(hunk.replaceAll('\n\\ No newline at end of file\n', '\0\n')).slice(1)) {
      const line = step.slice(1).replace('\0\n', '')
      if (step[0] !== '+') assert.equal(old[at++], line)
      if (step[0] !== '-') result.push(line)
    }
  }
  return [...result, ...old.slice(at)].join('')
}

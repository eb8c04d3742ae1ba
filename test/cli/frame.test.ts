import assert from 'node:assert/strict'
import { frameOf } from '../../server/src/cli/report/frame.ts'
import { widthOf } from '../../server/src/cli/report/width.ts'
import { lineIndex } from '../../server/src/engine/text/line-index.ts'

/** The frame of the part between the two bars, as it is printed. */
function frame(marked: string, columns = 60): string {
  const start = marked.indexOf('|')
  const end = marked.indexOf('|', start + 1) - 1
  const text = marked.replaceAll('|', '')
  const { rows, indent, length } = frameOf(text, lineIndex(text), { start, end }, columns)
  return [
    ...rows.map((row) => `${row.number} ${row.text}`),
    `  ${' '.repeat(indent)}${'^'.repeat(length)}`,
  ].join('\n')
}

describe('code frames', () => {
  for (const [name, marked, expected] of [
    ['one line', 'team: |ops|', '1 team: ops\n        ^^^'],
    ['the line above', 'a: 1\nteam: |ops|', '1 a: 1\n2 team: ops\n        ^^^'],
    ['not a blank line above', 'a: 1\n\nteam: |ops|', '3 team: ops\n        ^^^'],
    ['CR LF', 'a: 1\r\nteam: |ops|\r\n', '1 a: 1\n2 team: ops\n        ^^^'],
    ['an empty range', 'team:|| # soon', '1 team: # soon\n       ^'],
    ['the end of a line', 'team:||', '1 team:\n       ^'],
    ['an empty file', '||', '1 \n  ^'],
    ['a byte order mark', '\uFEFFteam: |ops|', '1 team: ops\n        ^^^'],
    ['tabs before the range', '\tteam:\t|ops|', '1     team:   ops\n              ^^^'],
    ['wide characters before the range', '队伍: |ops|', '1 队伍: ops\n        ^^^'],
    ['wide characters in the range', 'team: |队伍|', '1 team: 队伍\n        ^^^^'],
    ['an emoji before the range', '# 🚀 |ops|', '1 # 🚀 ops\n       ^^^'],
    ['an emoji with a variation selector', '# ❤️ |ops|', '1 # ❤️ ops\n       ^^^'],
    ['a flag', '# 🇩🇪 |ops|', '1 # 🇩🇪 ops\n       ^^^'],
    ['combining marks', 'e\u0301quipe: |ops|', '1 e\u0301quipe: ops\n          ^^^'],
    ['hidden characters before the range', 'a\u202Eb: |ops|', '1 a\\u{202e}b: ops\n              ^^^'],
    ['an escape sequence in the range', 'a: |\u001b[2J|', '1 a: \\u{1b}[2J\n     ^^^^^^^^^'],
    ['a command of a build server', 'a: ##[error] |x|', '1 a: \\u{23}#[error] x\n                    ^'],
  ] as const) {
    it(name, () => assert.equal(frame(marked), expected))
  }

  it('cuts a long line around the range', () => {
    const shown = frame(`${'a '.repeat(600)}|here|${' b'.repeat(600)}`, 40)
    const [line = '', carets = ''] = shown.split('\n')
    assert.ok(widthOf(line) <= 42, line)
    assert.match(line, /^1 ….*here.*…$/)
    assert.equal(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1), 'here')
  })

  it('cuts a range that is longer than the line may be', () => {
    const [line = '', carets = ''] = frame(`|${'x'.repeat(900)}|`, 40).split('\n')
    assert.ok(widthOf(line) <= 42, line)
    assert.ok(carets.length <= 42, carets)
  })

  it('shows the beginning of a long line above', () => {
    assert.match(frame(`${'long '.repeat(100)}\na: |b|`, 40), /^1 long long .*…\n2 a: b/)
  })
})

import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Rule } from '../../server/src/engine/rules/rule.ts'
import { visible } from '../../server/src/engine/text/visible.ts'
import { pilots } from './memory-io.ts'

const ESCAPE = '\u001b'
/** Our own colours. */
const SGR = new RegExp(`${ESCAPE}\\[\\d+(?:;\\d+)*m`, 'g')
const SAFE = /^[\P{C}\n]*$/u

/** Repeats everything that an author can put into a file: values, keys, comments in frames, titles of fixes. */
const echo: Rule = {
  id: 'sample/echo',
  from: { criteria: 'error', stopped: 'error' },
  broken: true,
  docs: { summary: '', why: '', remedy: '', sources: [], bad: [], good: [] },
  *check({ title }, { file }) {
    const at = title?.span ?? { start: 0, end: 1 }
    const said = title?.value ?? file.syntax.text
    yield {
      at,
      message: `${said} ${file.name}`,
      related: [{ span: at, message: said }],
      fixes: [{ title: said, safe: true, changes: [{ do: 'replace', span: at, text: said }] }],
    }
  },
}

const nasty = fc.array(
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.constantFrom(
      '\r',
      '\b',
      '\u001b[2J',
      '\u001b]52;c;eA==\u0007',
      '\u009b31m',
      '\u202e',
      '\u2028',
      '\u200b',
      '\u{e0041}',
      '\u007f',
      '\ud800',
    ),
    fc.constantFrom(
      '\n::error::',
      '::stop-commands::x',
      '##[error]',
      '##vso[task.complete]',
      ' ::add-mask::',
      '🚀',
      '队',
    ),
  ),
  { maxLength: 12 },
)

function isSafe(output: string): boolean {
  const text = output.replace(SGR, '')
  const commands = text.split('\n').filter((line) => /^\s*::|##\w*\[/.test(line))
  return SAFE.test(text) && !/[\u2028\u2029]/.test(text) && commands.length === 0
}

describe('text from files on a terminal', () => {
  const terminal = { isTerminal: true, columns: 80, env: { FORCE_COLOR: '1' } }

  it('never reaches it as more than text', async () => {
    await fc.assert(
      fc.asyncProperty(nasty, nasty, async (name, title) => {
        const path = `${name.join('').replaceAll('/', '') || 'x'}.pilot.yaml`
        const text = `apiVersion: pilot-as-code/v1\nname: a\ntitle: ${JSON.stringify(title.join(''))}\nstage: criteria\n# ${title.join('')}\n`
        const world = { ...terminal, files: { [`in/${path}`]: text }, rules: [echo] }
        for (const argv of [
          ['check', 'in'],
          ['status', 'in'],
          ['check', 'in', '-f', 'json'],
          ['status', 'a'],
          ['close', 'a'],
          ['check', path],
          ['explain', title.join('')],
        ]) {
          const { out, err, code } = await pilots(argv, world)
          assert.ok(isSafe(out), JSON.stringify(out))
          assert.ok(isSafe(err), JSON.stringify(err))
          assert.notEqual(code, 3, err)
        }
      }),
      { numRuns: 12 },
    )
  })

  it('is safe piece by piece', () => {
    fc.assert(
      fc.property(
        nasty,
        (parts) => isSafe(visible(parts.join(''))) && !visible(parts.join('')).includes('\n'),
      ),
    )
  })

  it('stays the same when it is harmless', () => {
    for (const text of ['Läuft 🚀 ❤️ 🇩🇪', '队伍 owns it: 100 %', 'a::b ##x #[y]', 'e\u0301'])
      assert.equal(visible(text), text)
  })
})

describe('colours', () => {
  const files = { 'a.pilot.yaml': 'title: x\n' }
  for (const [name, world, expected] of [
    ['on a terminal', { isTerminal: true }, true],
    ['not in a file', {}, false],
    ['not with NO_COLOR', { isTerminal: true, env: { NO_COLOR: '1' } }, false],
    ['with an empty NO_COLOR', { isTerminal: true, env: { NO_COLOR: '' } }, true],
    ['not on a dumb terminal', { isTerminal: true, env: { TERM: 'dumb' } }, false],
    ['in a file with FORCE_COLOR', { env: { FORCE_COLOR: '1', NO_COLOR: '1' } }, true],
    ['not with FORCE_COLOR=0', { isTerminal: true, env: { FORCE_COLOR: '0' } }, false],
  ] as const) {
    it(name, async () =>
      assert.equal((await pilots(['check'], { files, ...world })).out.includes(`${ESCAPE}[`), expected),
    )
  }
})

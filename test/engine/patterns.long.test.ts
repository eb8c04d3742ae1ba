import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import picomatch from 'picomatch'
import { matcherOf, refusalOf } from '../../server/src/engine/config/globs.ts'
import { ignoreLines } from '../../server/src/node/ignore-lines.ts'

/** Each pattern of up to so many of these parts. */
function madeOf(parts: readonly string[], most: number): readonly string[] {
  const shorter = most > 1 ? madeOf(parts, most - 1) : ['']
  return [...new Set([...shorter, ...shorter.flatMap((start) => parts.map((part) => start + part))])].filter(
    (text) => text !== '',
  )
}

const paths = madeOf(['a', 'b', '.a', '/'], 4).filter((path) => !/^\/|\/\/|\/$/.test(path))

describe('patterns mean what they mean elsewhere:', () => {
  it('those of a configuration to picomatch', () => {
    const parts = ['a', 'b', '/', '*', '**/', '/**', '?', '{a,b}', '{a/b,.a}', '.']
    const options = { dot: true, noextglob: true, nonegate: true, windows: false } as const
    for (const pattern of madeOf(parts, 4)) {
      // What names a folder means all below it, which is ours.
      if (refusalOf(pattern) !== undefined || /^\.\/|\/\/|\*{3}|(?:^|\/)[^/*?{]+$|\/$/.test(pattern)) continue
      const expected = picomatch(pattern, options)
      const matches = matcherOf([pattern])
      for (const path of paths) assert.equal(matches(path), expected(path), `${pattern} and ${path}`)
    }
  })

  it('those of a .gitignore to Git', () => {
    const root = mkdtempSync(join(tmpdir(), 'pilots-'))
    const parts = ['a', 'b', '/', '*', '**', '?', '[!a]', '[a-b', ']', '\\', '!']
    const patterns = madeOf(parts, 3).filter((pattern) => !pattern.startsWith('!'))
    execFileSync('git', ['init', '-q', root])
    for (const [index, pattern] of patterns.entries()) {
      mkdirSync(join(root, `${index}`))
      writeFileSync(join(root, `${index}`, '.gitignore'), pattern)
    }
    const input = patterns.flatMap((_, index) => paths.map((path) => `${index}/${path}`)).join('\0')
    const answer = execFileSync('git', ['-C', root, 'check-ignore', '--no-index', '-z', '--stdin'], {
      input,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    })
    const expected = new Set(answer.split('\0'))
    for (const [index, pattern] of patterns.entries()) {
      const lines = ignoreLines(pattern)
      for (const path of paths) {
        const steps = path.split('/')
        const ignored = steps.some((_, step) => {
          const above = steps.slice(0, step + 1).join('/')
          return lines.test(above === path ? path : `${above}/`).ignored
        })
        assert.equal(ignored, expected.has(`${index}/${path}`), `${pattern} and ${path}`)
      }
    }
    rmSync(root, { recursive: true })
  })
})

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { matcherOf, refusalOf } from '../../server/src/engine/config/globs.ts'
import { configNotices } from '../../server/src/engine/config/notices.ts'
import { complaints, configured } from '../support/config.ts'

describe('patterns of paths', () => {
  for (const [pattern, path, expected] of [
    ['pilots/**/*.pilot.{yaml,yml}', 'pilots/a.pilot.yml', true],
    ['pilots/**/*.pilot.{yaml,yml}', 'pilots/x/y/a.pilot.yaml', true],
    ['pilots/**/*.pilot.{yaml,yml}', 'other/a.pilot.yaml', false],
    ['pilots', 'pilots/x/a', true],
    ['./pilots/', 'pilots/.hidden/a', true],
    ['pilots/*', 'pilots/x/a', false],
    ['legacy', 'x/legacy/a', false],
    ['.', 'x/a', true],
    ['./', 'x/a', true],
    ['a**/b', 'a/x/b', false],
    ['**.pilot.yaml', 'x/a.pilot.yaml', true],
    ['x/{a,b/*}/**', 'x/b/c/d', true],
    ['x/{a,b/*}/**', 'x/b', false],
    ['a+b/$^.c', 'a+b/$^.c', true],
    ['constructor', '__proto__', false],
  ] as const) {
    it(`${pattern} ${expected ? 'takes' : 'leaves'} ${path}`, () => {
      assert.equal(refusalOf(pattern), undefined)
      assert.equal(matcherOf([pattern])(path), expected)
    })
  }

  for (const pattern of [
    '!a',
    '/a',
    'C:/a',
    'a/../b',
    'a\\b',
    '(a+)+',
    '[ab]',
    '@(a)',
    '{a,b}+',
    '{a,{b,c}}',
    '{1..9}',
    '{a',
    'a}',
    '*a*a*a*a',
    '**/a/**/a/**/a/**',
    `${'{a,b}'.repeat(4)}`,
    'a'.repeat(201),
  ])
    it(`refuse ${pattern.slice(0, 30)}`, () => assert.match(refusalOf(pattern) ?? '', /\.$/))

  it('that are taken are quick on the worst paths', () => {
    const paths = [Array.from({ length: 16 }, () => 'a'.repeat(250)).join('/'), `${'a/'.repeat(2000)}c`]
    const taken = [
      '**/*a*a*b',
      '**/a/**/a/**/b',
      '?*?*?*b',
      `${'*a*a*/'.repeat(15)}b`,
      '**/{*a,aa}{a*,a}{*,aaa}b',
      `**/${'?'.repeat(190)}*b`,
    ]
    assert.deepEqual(taken.map(refusalOf), Array(taken.length).fill(undefined))
    // Backtracking would not come to an end before the test's time is up.
    assert.deepEqual(paths.map(matcherOf(taken)), [false, false])
  })
})

describe('explained messages about a configuration', () => {
  it('are all that there are', () => {
    const url = new URL('../../server/src/engine/config/', import.meta.url)
    const names = readdirSync(url).flatMap((file) => {
      if (file === 'notices.ts') return []
      const text = readFileSync(new URL(file, url), 'utf8')
      return [...text.matchAll(/\b(?:say|configFinding)\(\s*'([a-z-]+)'|\brule: '([a-z-]+)'/g)].map(
        ([, called, literal]) => `config/${called ?? literal}`,
      )
    })
    assert.deepEqual(
      configNotices.map(({ id }) => id),
      [...new Set(names)].sort(),
    )
  })

  for (const { id, bad, good } of configNotices) {
    const files = (text: string): Readonly<Record<string, string>> => ({ 'pilots.config.yaml': text })
    if (bad !== undefined)
      it(`of ${id} have an example that has it`, async () =>
        assert.match(complaints(await configured(files(bad))).join('\n'), new RegExp(`\\] ${id}: `)))
    if (good !== undefined)
      it(`of ${id} have an example that is mended`, async () =>
        assert.deepEqual(complaints(await configured(files(good))), []))
  }
})

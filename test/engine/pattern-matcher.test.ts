import assert from 'node:assert/strict'
import { heldMatchers, patternMatcher } from '../../server/src/engine/config/pattern-matcher.ts'
import { readPattern } from '../../server/src/engine/config/text-pattern.ts'
import { type Random, randomOf } from '../bench/random.ts'

function found(pattern: string, text: string): boolean | undefined {
  return patternMatcher(pattern)?.test(text)
}

describe('a pattern of a custom rule', () => {
  for (const [pattern, right, wrong] of [
    ['^CC-[0-9]{4}$', 'CC-0815', 'CC-815'],
    ['^[a-z]+(-[a-z]+)*$', 'a-b-c', 'a-b-'],
    ['^((0?[1-9]|1[0-2])/){1,2}\\d{4}$', '3/12/2026', '13/2026'],
    [
      '^((25[0-5]|2[0-4]\\d|[01]?\\d\\d?)\\.){3}(25[0-5]|2[0-4]\\d|[01]?\\d\\d?)$',
      '192.168.0.255',
      '192.168.0.256',
    ],
    ['^\\w+(\\s+\\w+)*$', 'Quote to cash', 'Quote to cash!'],
    ['^[A-Z]\\w+( (von|van|de|der|zu))* [A-Z]\\w+$', 'Dana van der Berg', 'Dana van der'],
    ['^\\p{Lu}\\p{L}*$', 'Übung', 'übung'],
    ['^.😀$', '😀😀', '😀'],
    ['^\\ud83d\\ude00$', '😀', '\ud83d'],
    ['^[^\\ud83d]$', '😀', '\ud83d'],
    ['^.$', 'a', '\n'],
    ['\\bpilot\\b', 'a pilot.', 'pilots'],
    ['\\Bs$', 'pilots', 's'],
    ['^(?<year>\\d{4})-(?:\\d\\d)$', '2026-06', '2026-6'],
    ['^(?:(?:|b*)a)*c', 'bbaac', 'bb'],
    ['^(?:a{0}b){2,}$', 'bb', 'b'],
    ['^(?:){9}a{2,3}?$', 'aaa', 'aaaa'],
    ['', '', undefined],
    ['[]', undefined, 'a'],
  ] as const)
    it(`${pattern} is matched as it should be`, () => {
      if (right !== undefined) assert.equal(found(pattern, right), true)
      if (wrong !== undefined) assert.equal(found(pattern, wrong), false)
    })

  for (const [pattern, reason, advice] of [
    ['(a)\\1', /refers back/, /as in \(a-a\|b-b\)/],
    ['(?<x>a)\\k<x>', /refers back/, /Write out/],
    ['(?=a)a', /looks ahead/, /allOf/],
    ['(?!a)b', /looks ahead/, /under not/],
    ['(?<=a)b', /or behind/, /allOf/],
    ['(?<!a)b', /or behind/, /under not/],
    ['[', /no regular expression/, /Correct/],
    ['a\\-b', /no regular expression \(invalid escape\)/, /backslash only before/],
    ['a'.repeat(1001), /more than 1,000 characters/, /enum/],
    ['.{20001}', /more than 20,000 steps/, /maxLength/],
    ['((a{64}){64}){64}', /more than 20,000 steps/, /maxLength/],
    ['(((){9999}){9999}){9999}', /more than 20,000 steps/, /maxLength/],
    ['a{1,99999999999999999999}', /more than 20,000 steps/, /maxLength/],
  ] as const)
    it(`is refused with what to write instead: ${pattern.slice(0, 30)}`, () => {
      const { refusal } = readPattern(pattern)
      assert.match(refusal?.reason ?? '', reason)
      assert.match(refusal?.advice ?? '', advice)
      assert.equal(patternMatcher(pattern), undefined)
    })

  // Backtracking would not come to an end before the test's time is up.
  for (const pattern of [
    '^(a+)+$',
    '^(a*)*$',
    '^(a|a)*$',
    '^(a|aa)*c',
    '(.*)*x',
    '^(\\w+\\s?)*$',
    '^([a-z]+,?)+$',
    '^(?:(a+)|b)*$',
    '^(a{1,30}){1,30}$',
    '^(?:a?){60}$',
    '(x+x+)+y',
    '^(a|[^b])*c',
    '.*.*.*.*.*.*.*.*x',
    '^(?:-(?:ab|a)b?)*$',
    `^${'(?:a|aa)'.repeat(28)}c`,
    `${'a?'.repeat(90)}c`,
    `^${'(a{1,30})'.repeat(8)}c`,
    `^${'(?:a{0,64})'.repeat(8)}c`,
    '^(?:[^\\n]*a)+$',
    '^(?:[!-\\}]*a)+$',
  ])
    it(`takes no time that grows faster than the text: ${pattern.slice(0, 30)}`, () => {
      assert.equal(found(pattern, `${'a'.repeat(5000)}!`), false)
      assert.equal(found(pattern, `${'-ab'.repeat(2000)} `), false)
    })

  it('takes what a regular expression takes', () => {
    for (let seed = 1; seed <= 400; seed++) {
      const random = randomOf(seed)
      const pattern = patternAt(random, 2)
      const expression = RegExp(pattern, 'u')
      const matcher = patternMatcher(pattern)
      for (let round = 0; round < 8; round++) {
        const text = Array.from({ length: random.between(0, 5) }, () => random.pick(characters)).join('')
        assert.equal(matcher?.test(text), expression.test(text), `${pattern} on ${JSON.stringify(text)}`)
      }
    }
  })

  it('is matched as before when others have taken its place', () => {
    const matcherOf = heldMatchers()
    const patterns = Array.from({ length: 60 }, (_, index) => `^a{${index},9000}$`)
    const shortest = (length: number): number =>
      patterns.filter((each) => matcherOf(each).test('a'.repeat(length))).length
    assert.deepEqual([shortest(0), shortest(10), shortest(10)], [1, 11, 11])
  })

  it('does not stay for ever where there are very many short ones', () => {
    const matcherOf = heldMatchers()
    const first = matcherOf('^x$')
    for (let index = 0; index < 100; index++) matcherOf(`${index}`)
    assert.equal(matcherOf('^x$'), first)
    for (let index = 0; index < 5000; index++) matcherOf(`${index}`)
    assert.notEqual(matcherOf('^x$'), first)
  })
})

const characters = ['a', 'a', 'b', 'b', ' ', '1', ',', '\n', 'é', '😀', '\ud83d', '_'] as const
const atoms = [
  ...([
    'a',
    'b',
    '.',
    '\\w',
    '\\d',
    '\\S',
    '\\W',
    '[ab]',
    '[^a]',
    '[^\\n,]',
    '[a-c]',
    '\\p{L}',
    '\\P{L}',
  ] as const),
  ...([
    'é',
    '😀',
    '\\u{1f600}',
    '\\ud83d\\ude00',
    '\\ud83d',
    '[^😀]',
    '\\x61',
    '[\\]a]',
    '[-a]',
    '[^]',
    '[]',
  ] as const),
] as const
const quantifiers = [
  '',
  '',
  '*',
  '+',
  '?',
  '*?',
  '+?',
  '??',
  '{2}',
  '{0}',
  '{1,3}',
  '{2,}',
  '{0,2}?',
] as const

function patternAt(random: Random, depth: number): string {
  const parts = Array.from({ length: random.between(0, 3) }, () => {
    // Between the halves of a character V8 sees an edge that is none, so that \B is not among them.
    if (random.chance(0.2)) return random.pick(['^', '$', '\\b'])
    const isGroup = depth > 0 && random.chance(0.4)
    const part = isGroup ? `(${random.pick(['', '?:'])}${patternAt(random, depth - 1)})` : random.pick(atoms)
    return part + random.pick(quantifiers)
  })
  return parts.join('') + (random.chance(0.25) ? `|${patternAt(random, depth)}` : '')
}

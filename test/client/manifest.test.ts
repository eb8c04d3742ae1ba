import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'

const root = new URL('../../', import.meta.url)
const manifest = record(JSON.parse(text('package.json')))
const contributes = record(manifest['contributes'])

describe('package.json', () => {
  it('has a text for every placeholder, and no text too many', () => {
    const used = new Set(Array.from(text('package.json').matchAll(/"%([\w.]+)%"/g), ([, key]) => key))
    assert.deepEqual(Object.keys(JSON.parse(text('package.nls.json'))).sort(), [...used].sort())
  })

  it('registers every command that it shows, and shows every command that is registered', () => {
    const source = text('client/src/common/commands.ts')
    const table = source.slice(source.indexOf('const all'), source.indexOf('return Object.entries'))
    const registered = Array.from(table.matchAll(/^ {4}(\w+)(?::|,)/gm), ([, name]) => `pilots.${name}`)
    assert.deepEqual(
      list('commands')
        .map((command) => command['command'])
        .sort(),
      registered.sort(),
    )
  })

  it('puts every command under the category of the product', () => {
    for (const command of list('commands')) assert.equal(command['category'], '%category%')
  })

  it('has menus, buttons and links only for commands that exist', () => {
    const commands = new Set(list('commands').map(({ command }) => command))
    const named = [text('package.json'), text('package.nls.json')]
      .join()
      .matchAll(/command(?::|": ")(pilots\.\w+)/g)
    for (const [, command] of named) assert.ok(commands.has(command), command)
  })

  it('lets no setting name a program, a file or an address', () => {
    const settings = Object.keys(record(record(contributes['configuration'])['properties']))
    assert.deepEqual(settings.sort(), ['pilots.asOf', 'pilots.trace.server'])
    for (const setting of settings) assert.doesNotMatch(setting, /path|command|exec|args|env|node|url/i)
  })

  it('holds every file that it names', () => {
    const named = text('package.json').matchAll(/"(?:\.\/)?((?:client|snippets|schemas)\/[^"*]+\.\w+)"/g)
    const files = Array.from(named, ([, file]) => file ?? '')
    assert.ok(files.length > 5)
    for (const file of files) assert.ok(existsSync(new URL(file, root)), file)
  })

  it('claims pilot files with a pattern longer than that of any general YAML extension', () => {
    const [language] = list('languages')
    const [pattern] = Array.isArray(language?.['filenamePatterns']) ? language['filenamePatterns'] : []
    assert.ok(String(pattern).length > 80)
    const [, endings = ''] = /^\*\*\/\*\.\{([^{}]+)\}$/.exec(String(pattern)) ?? []
    const all = endings.toLowerCase().split(',')
    assert.deepEqual([...new Set(all)].sort(), ['pilot.yaml', 'pilot.yml'])
  })

  it('runs nothing at start-up in a folder without pilots', () => {
    assert.ok(!JSON.stringify(manifest['activationEvents']).includes('"*"'))
    assert.ok(!JSON.stringify(manifest['activationEvents']).includes('onStartupFinished'))
  })
})

describe('the Enter key in a list', () => {
  const rules = record(JSON.parse(text('client/language/language-configuration.json')))['onEnterRules']
  const cases: readonly (readonly [string, string])[] = [
    ['  - Accuracy is below 75', '- '],
    ['  - "quoted: text"', '- '],
    ['  - { date: 2026-01-05, value: 3 }', '- '],
    ['  - metric: Hours per week', '  '],
    ['  - metric: Hours # of planners', '  '],
    ['    - securityReview:', 'deeper'],
    ['    - notes: |', 'deeper'],
    ['  - ', 'nothing'],
    ['  metric: Hours', 'nothing'],
    ['# - a comment', 'nothing'],
  ]
  for (const [line, expected] of cases) {
    it(`goes on after "${line}" with ${expected}`, () => {
      const all = Array.isArray(rules) ? rules.map(record) : []
      const rule = all.find(({ beforeText }) => new RegExp(String(beforeText)).test(line))
      const { indent, appendText } = record(rule?.['action'])
      const next = rule ? String(appendText) : 'nothing'
      assert.equal(indent === 'indent' ? 'deeper' : next, expected)
    })
  }
})

function text(file: string): string {
  return readFileSync(new URL(file, root), 'utf8')
}

function list(point: string): readonly Record<string, unknown>[] {
  const value = contributes[point]
  return Array.isArray(value) ? value.map(record) : []
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

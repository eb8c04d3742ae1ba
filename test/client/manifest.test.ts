import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { Trace } from 'vscode-languageserver-protocol'
import { isDate } from '../../server/src/engine/pilot/dates.ts'
import { pilotKinds } from '../../server/src/engine/templates/pilot.ts'

const root = new URL('../../', import.meta.url)
const manifest = record(JSON.parse(text('package.json')))
const contributes = record(manifest['contributes'])

describe('package.json', () => {
  it('has a text for every placeholder, and no text too many', () => {
    const used = new Set(Array.from(text('package.json').matchAll(/"%([\w.]+)%"/g), ([, key]) => key))
    assert.deepEqual(Object.keys(JSON.parse(text('package.nls.json'))).sort(), [...used].sort())
  })

  it('registers every command that it shows, and shows every command that is registered', () => {
    const sources = readdirSync(new URL('client/src/common/', root)).map((file) =>
      text(`client/src/common/${file}`),
    )
    const tables = sources.flatMap((source) =>
      Array.from(source.matchAll(/: Commands \{\n(.*?)\n\}\n/gs), ([, table]) => table),
    )
    const registered = tables.flatMap((table = '') =>
      Array.from(table.matchAll(/^ {4}(\w+)(?::|,)/gm), ([, name]) => `pilots.${name}`),
    )
    assert.deepEqual(
      list('commands')
        .map((command) => command['command'])
        .sort(),
      registered.sort(),
    )
  })

  it('has every command of the palette on the page of the editor', () => {
    const titles = record(JSON.parse(text('package.nls.json')))
    const hidden = [record(contributes['menus'])['commandPalette']].flat().map(record)
    const shown = list('commands').filter(
      ({ command }) => !hidden.some((each) => each['command'] === command && each['when'] === 'false'),
    )
    const page = ['docs/editor.md', 'docs/history.md', 'docs/reports.md'].map(text).join('')
    for (const { title } of shown) {
      const name = String(titles[String(title).replaceAll('%', '')])
      assert.ok(page.includes(name), name)
    }
  })

  it('puts every command under the category of the product', () => {
    for (const command of list('commands')) assert.equal(command['category'], '%category%')
  })

  it('has menus, buttons and links only for commands that exist', () => {
    const views = Object.values(record(contributes['views']))
      .flat()
      .map((view) => `${record(view)['id']}.focus`)
    const commands = new Set([...views, ...list('commands').map(({ command }) => command)])
    const named = [text('package.json'), text('package.nls.json')]
      .join()
      .matchAll(/(?:command:|command": "|onCommand:)(pilots\.[\w.]+)/g)
    for (const [, command] of named) assert.ok(commands.has(command), command)
  })

  it('lets no setting name a program, a file or an address', () => {
    const settings = Object.keys(record(record(contributes['configuration'])['properties']))
    assert.deepEqual(settings.sort(), ['pilots.asOf', 'pilots.format.enable', 'pilots.trace.server'])
    const page = text('client/README.md')
    const explained = [...page.matchAll(/^\| `(pilots\.[\w.]+)` \|/gm)].map(([, name]) => name)
    assert.deepEqual(explained.sort(), settings)
    for (const setting of settings) assert.doesNotMatch(setting, /path|command|exec|args|env|node|url/i)
  })

  it('offers only words that are understood, as settings and to programs', () => {
    const settings = record(record(contributes['configuration'])['properties'])
    const { enum: traces, default: usual } = record(settings['pilots.trace.server'])
    const words = [traces].flat().map(String)
    assert.ok(words.length > 1 && words.includes(String(usual)))
    assert.deepEqual(
      words.map((word) => Trace.toString(Trace.fromString(word))),
      words,
    )
    const template = list('languageModelTools').find(({ name }) => name === 'pilots_template')
    const { properties } = record(template?.['inputSchema'])
    assert.deepEqual(record(record(properties)['template'])['enum'], pilotKinds)
  })

  it('takes as a day what the server takes as one', () => {
    const settings = record(record(contributes['configuration'])['properties'])
    const pattern = new RegExp(String(record(settings['pilots.asOf'])['pattern']))
    for (const day of ['2026-11-20', '2026-1-5', '2026-13-01', '20.11.2026', '2026-11-20 ', 'yesterday'])
      assert.equal(pattern.test(day), isDate(day), day)
    for (const year of ['1900', '2000', '2026', '2028'])
      for (let month = 1; month <= 12; month++)
        for (let of = 27; of <= 32; of++) {
          const day = `${year}-${String(month).padStart(2, '0')}-${of}`
          assert.equal(pattern.test(day), isDate(day), day)
        }
    assert.ok(pattern.test(''))
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

  it('has a welcome for each state of the tree, of which one holds at a time', () => {
    const states = list('viewsWelcome').map(({ when }) => String(when))
    const holds = (when: string, context: Readonly<Record<string, boolean>>): boolean =>
      when.split(' && ').every((part) => (part.startsWith('!') ? !context[part.slice(1)] : context[part]))
    for (let bits = 0; bits < 16; bits++) {
      const [down, empty, listed, trusted] = [1, 2, 4, 8].map((bit) => (bits & bit) > 0)
      const context = {
        'pilots.server == down': down === true,
        'pilots.server != down': !down,
        'workspaceFolderCount == 0': empty === true,
        'workspaceFolderCount != 0': !empty,
        'pilots.listed': listed === true,
        isWorkspaceTrusted: trusted === true,
      }
      assert.equal(states.filter((when) => holds(when, context)).length, 1, JSON.stringify(context))
    }
  })

  it('disables what writes a file in a folder that is not trusted', () => {
    const enabled = list('commands').filter(({ enablement }) => enablement === 'isWorkspaceTrusted')
    assert.deepEqual(
      enabled.map(({ command }) => String(command).replace('pilots.', '')),
      ['addReading', 'addWorkflow', 'advanceStage', 'newPilot', 'recordDecision', 'stopPilot'],
    )
  })

  it('takes a person through the first five minutes, each step with a picture and a way to end it', () => {
    const [tour] = list('walkthroughs')
    const steps = Array.isArray(tour?.['steps']) ? tour['steps'].map(record) : []
    assert.deepEqual(
      steps.map(({ id }) => id),
      ['create', 'fix', 'tree', 'dashboard', 'workflow'],
    )
    for (const { id, media, completionEvents } of steps) {
      const { svg, altText, markdown } = record(media)
      assert.ok(markdown || (svg && altText), `${id} has no picture that can be read out`)
      assert.ok(existsSync(new URL(String(svg ?? markdown), root)), String(id))
      assert.ok(Array.isArray(completionEvents) && completionEvents.length > 0, String(id))
    }
  })

  it('says of every tool what it takes, and that it changes nothing unless it is asked to', () => {
    const tools = list('languageModelTools')
    const source = text('client/src/common/tools.ts')
    const registered = Array.from(source.matchAll(/registerTool\(\s*'(\w+)'/g), ([, name]) => name)
    assert.deepEqual(
      tools.map(({ name }) => name),
      registered,
    )
    for (const { name, modelDescription, inputSchema } of tools) {
      const { type, properties } = record(inputSchema)
      assert.equal(type, 'object')
      for (const each of Object.values(record(properties)))
        assert.ok(record(each)['description'], String(name))
      assert.match(
        String(modelDescription),
        name === 'pilots_template' ? /after the user has agreed/ : /Changes nothing/,
      )
    }
  })

  it('carries every file of the sample portfolio', () => {
    const source = text('client/src/common/sample.ts')
    const named = Array.from(source.matchAll(/^ {2}'([^']+)',$/gm), ([, file]) => file)
    const folder = new URL('examples/', root)
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => /\.\w+$/.test(file))
    assert.deepEqual(named, files.sort())
    assert.ok(Array.isArray(manifest['files']) && manifest['files'].includes('examples'))
  })

  it('runs nothing at start-up in a folder without pilots', () => {
    assert.ok(!JSON.stringify(manifest['activationEvents']).includes('"*"'))
    assert.ok(!JSON.stringify(manifest['activationEvents']).includes('onStartupFinished'))
  })
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

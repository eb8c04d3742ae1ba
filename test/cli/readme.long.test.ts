import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { portfolioRules, rules } from '../../server/src/engine/rules/all.generated.ts'
import { pilots } from './memory-io.ts'

const root = new URL('../../', import.meta.url)

describe('the README', () => {
  it('shows what the command prints', async () => {
    const readme = readFileSync(new URL('README.md', root), 'utf8')
    const [, argv = '', shown] = /\$ pilots (.+)\n([^`]+)```/.exec(readme) ?? []
    const [command = '', path = '', ...options] = argv.split(' ')
    const files = { [path]: readFileSync(new URL(path, root), 'utf8') }
    assert.equal((await pilots([command, path, ...options], { files, rules })).out, shown)
  })
})

describe('the page on old repositories', () => {
  it('begins with what is found in the examples', async () => {
    const page = readFileSync(new URL('docs/adopting.md', root), 'utf8')
    const [, shown = ''] = /-f concise \| tail -1\n(.+)\n/.exec(page) ?? []
    const folder = new URL('examples/', root)
    const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /\.ya?ml$/.test(path),
    )
    const files = Object.fromEntries(
      paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(new URL(path, folder), 'utf8')]),
    )
    const argv = ['check', '--as-of', '2026-11-20', '-f', 'concise', '--no-history']
    const { out } = await pilots(argv, { files, rules, portfolioRules })
    assert.ok(out.trimEnd().split('\n').at(-1)?.startsWith(shown), out)
    assert.notEqual(shown, '')
  })
})

describe('what the documents tell to copy', () => {
  it('runs a program of the package, in this version', () => {
    const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'))
    const pages = readdirSync(new URL('docs/', root)).filter((name) => name.endsWith('.md'))
    const text = pages.map((name) => readFileSync(new URL(`docs/${name}`, root), 'utf8')).join('\n')
    const commands = text.match(/npx --yes .*/g) ?? []
    assert.ok(commands.length > 1)
    for (const command of commands) {
      assert.ok(command.startsWith(`npx --yes --package pilot-as-code@${version} pilots `), command)
    }
  })
})

describe('what the README tells to install', () => {
  it('is what npm run package makes, in this version', () => {
    const { name, version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'))
    const readme = readFileSync(new URL('README.md', root), 'utf8')
    assert.deepEqual(
      readme.match(/\bdist\/pilot-.*/g),
      ['tgz', 'vsix'].map((ending) => `dist/${name}-${version}.${ending}`),
    )
  })
})

describe('the page on imports', () => {
  it('begins with a map that can be used', async () => {
    const page = readFileSync(new URL('docs/import.md', root), 'utf8')
    const [, map = ''] = /```yaml\n([^`]+)```/.exec(page) ?? []
    const csv = 'Project,Phase,Start,Owner,Tools\nForecast,Test,3/4/2025,Ana Ruiz,SAP;Excel\n'
    const argv = ['import', 'a.csv', '--map', 'a.map.yaml']
    const written = new Map<string, string>()
    const { code } = await pilots(argv, { files: { 'a.csv': csv, 'a.map.yaml': map }, written })
    assert.equal(code, 0)
    const text = written.get('pilots/forecast.pilot.yaml') ?? ''
    for (const line of ['stage: rollout', '  start: 2025-04-03', 'x-tools: [SAP, Excel]'])
      assert.ok(text.includes(`${line}\n`), line)
  })
})

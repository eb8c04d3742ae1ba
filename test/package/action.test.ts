import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { assertSarif } from '../support/report-schemas.ts'
import { workflowCommands } from '../support/workflow-commands.ts'
import { type Outcome, programEnd, root } from './built.ts'
import { hostile, list, record, type Sandbox, sandbox, yamlFile } from './sandbox.ts'

const action = record(yamlFile('action.yml'))
const inputs = record(action['inputs'])
const steps = list(record(action['runs'])['steps']).map(record)

describe('action.yml', () => {
  let place: Sandbox
  beforeEach(() => {
    place = sandbox()
  })
  afterEach(() => place.remove())

  it('lets no value into a script', () => {
    for (const { run } of steps) if (run !== undefined) assert.doesNotMatch(String(run), /\$\{\{/)
  })

  it('takes the actions of others by the hash of a commit', () => {
    const uses = steps.flatMap((step) => (step['uses'] === undefined ? [] : [String(step['uses'])]))
    assert.ok(uses.length > 0)
    for (const each of uses) assert.match(each, /^[\w-]+\/[\w/-]+@[0-9a-f]{40}$/)
  })

  it('installs this version, away from the files of the repository', async () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    await act(place, {})
    const [call = ''] = place.npmCalls()
    assert.ok(call.includes(`|pilot-as-code@${version}|`), call)
    assert.ok(call.includes(`|--prefix|${place.folder}/temp/pilots.`), call)
  })

  it('annotates what was found, writes the summary, and fails', async () => {
    const { code, out, outputs } = await act(place, {})
    assert.equal(code, 1)
    assert.deepEqual(outputs, { 'exit-code': '1' })
    const commands = workflowCommands(out)
    assert.ok(commands.length > 10)
    assert.equal(commands[0]?.name, 'error')
    assert.match(String(commands[0]?.properties['file']), /^pilots\/.*\.pilot\.yaml$/)
    assert.match(readFileSync(join(place.folder, 'summary'), 'utf8'), /^<!-- pilots-report -->/)
  })

  it('checks the paths that are named, with the options that are named', async () => {
    writeFileSync(join(place.repository, 'pilots/a b.pilot.yaml'), 'apiVersion: pilot-as-code/v1\nname: x\n')
    const { out, code } = await act(place, {
      paths: 'pilots/a b.pilot.yaml\npilots/shift-scheduling.pilot.yaml\n',
      args: '--rule=schema\n--no-history\n',
      'fail-on': 'never',
    })
    assert.equal(code, 0, out)
    const commands = workflowCommands(out)
    assert.ok(commands.length > 0)
    for (const { properties } of commands) {
      assert.match(String(properties['title']), /^schema\//)
      assert.equal(properties['file'], 'pilots/a b.pilot.yaml')
    }
  })

  it('leaves a SARIF report to the upload', async () => {
    const { outputs } = await act(place, { 'sarif-file': 'pilots.sarif', 'working-directory': 'pilots' })
    const file = join(place.repository, 'pilots/pilots.sarif')
    assert.equal(outputs['sarif-file'], file)
    assertSarif(JSON.parse(readFileSync(file, 'utf8')))
    const upload = steps.find(({ uses }) => uses !== undefined)
    assert.match(String(upload?.['if']), /steps\.check\.outputs\.sarif-file != ''/)
  })

  it('says what is wrong with an input', async () => {
    const { code, err } = await act(place, { 'fail-on': 'worst' })
    assert.equal(code, 2)
    assert.match(err, /^pilots: .*'worst' is invalid/m)
    assert.equal((await act(place, { since: 'no-such-commit' })).code, 2)
  })

  for (const value of hostile) {
    it(`hands on ${JSON.stringify(value)} and does not obey it`, async () => {
      place.standIn()
      const lines = value.split('\n').filter((line) => line !== '')
      const given = { paths: value, since: value, 'fail-on': value, args: value }
      const { code, out } = await act(place, given)
      assert.deepEqual({ code, out }, { code: 0, out: '' })
      assert.deepEqual(place.given(), [
        ...['check', '--format', 'github', `--fail-on=${value}`, `--since=${value}`],
        ...[...lines, '--', ...lines],
      ])
      await act(place, { 'sarif-file': value })
      if (lines.length === 1) assert.ok(place.given().includes(`--format=sarif=${value}`))
      const { code: refused, out: said } = await act(place, { version: value })
      assert.deepEqual([refused, said], [2, '::error title=pilots::The input version is no version.\n'])
      place.assertUnharmed()
    })
  }

  it('takes no name of more than one line for the SARIF report', async () => {
    const { code, outputs } = await act(place, { 'sarif-file': 'a\nsarif-file=/etc/passwd' })
    assert.deepEqual([code, outputs], [2, {}])
  })
})

interface Acted extends Outcome {
  readonly outputs: Readonly<Record<string, string>>
}

/** Runs the steps of the action as the runner does, up to the first that fails. */
async function act(place: Sandbox, given: Readonly<Record<string, string>>): Promise<Acted> {
  const values = Object.fromEntries(
    Object.keys(inputs).map((name) => [
      `inputs.${name}`,
      given[name] ?? String(record(inputs[name])['default']),
    ]),
  )
  let outcome: Outcome = { code: 0, out: '', err: '' }
  const outputs: Record<string, string> = {}
  for (const step of steps.filter(({ run }) => run !== undefined)) {
    const env = Object.entries(record(step['env'])).map(([name, text]) => [
      name,
      filled(String(text), values),
    ])
    const cwd = join(place.repository, filled(String(step['working-directory'] ?? '.'), values))
    writeFileSync(join(place.folder, 'output'), '')
    outcome = await programEnd(
      'bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', '-c', String(step['run'])],
      {
        cwd,
        env: { ...place.env, ...Object.fromEntries(env) },
      },
    )
    for (const [, name = '', value = ''] of readFileSync(join(place.folder, 'output'), 'utf8').matchAll(
      /^([\w-]+)=(.*)$/gm,
    )) {
      values[`steps.${step['id']}.outputs.${name}`] = value
      if (step['id'] === 'check') outputs[name] = value
    }
    if (outcome.code !== 0) break
  }
  return { ...outcome, outputs }
}

function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\$\{\{ ([\w.-]+) \}\}/g, (_, name) => {
    const value = values[name]
    assert.ok(value !== undefined, `${name} has no value`)
    return value
  })
}

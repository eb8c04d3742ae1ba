import assert from 'node:assert/strict'
import { Ajv2020 } from 'ajv/dist/2020.js'
import reportSchema from '../../schemas/report.schema.json' with { type: 'json' }
import { formats } from '../../server/src/cli/report/formats.ts'
import { assertJunit } from '../support/junit.ts'
import { assertGitlab, assertSarif } from '../support/report-schemas.ts'
import { workflowCommands } from '../support/workflow-commands.ts'
import { parseXml } from '../support/xml.ts'
import { Folder } from './folder.ts'
import { matchesGolden } from './golden.ts'
import { pilots } from './memory-io.ts'
import { sampleFiles } from './sample-files.ts'

const FILE = 'pilots.baseline.json'
const stuck = sampleFiles['pilots/b-stuck.pilot.yaml'] ?? ''
const short = sampleFiles['pilots/c-short.pilot.yml'] ?? ''

describe('the report of a run with a baseline', () => {
  const reportIn = async (format: string): Promise<string> => {
    const folder = new Folder({ 'pilots/b-stuck.pilot.yaml': stuck, 'pilots/c-short.pilot.yml': short })
    await folder.run(['baseline', 'create'])
    folder.files['pilots/b-stuck.pilot.yaml'] = stuck.replace('2026-01-30', '2026-05-30')
    folder.files['pilots/c-short.pilot.yml'] = short.replace('team: desk\r\n', '')
    const { out, code } = await folder.run(['check', '-f', format])
    assert.equal(code, 1)
    return out
  }

  for (const format of formats.keys()) {
    it(`lets what is new stand out in ${format}`, async () => {
      const out = await reportIn(format)
      matchesGolden(`baseline.${format}.txt`, out)
      assert.ok(formats.get(format)?.wrote(out))
    })
  }

  it('is valid', async () => {
    const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(reportSchema)
    assert.ok(validate(JSON.parse(await reportIn('json'))), JSON.stringify(validate.errors))
    assertGitlab(JSON.parse(await reportIn('gitlab')))
    assertJunit(parseXml(await reportIn('junit')))
    assert.equal(workflowCommands(await reportIn('github')).length, 2)
  })

  it('says in SARIF what became of each finding', async () => {
    const log = JSON.parse(await reportIn('sarif'))
    assertSarif(log)
    const states = log.runs[0].results.map(
      (each: { ruleId: string; baselineState?: string }) => `${each.ruleId} ${each.baselineState}`,
    )
    for (const state of [
      'sample/team-missing new',
      'sample/ends-early absent',
      'sample/title-short unchanged',
    ])
      assert.ok(states.includes(state), states)
  })
})

describe('a baseline that cannot be read', () => {
  for (const [name, text, said] of [
    ['of nothing', '', 'it is empty.'],
    ['that is cut off', '{\n  "version": 1,\n  "files": {\n', 'line 3 is no JSON.'],
    [
      'that Git could not merge',
      '{\n<<<<<<< ours\n"version": 1\n=======\n"version": 1\n>>>>>>> theirs\n}\n',
      'line 2 is a mark that Git left where it could not merge.',
    ],
    ['that is no object', '[]', 'it is no object.'],
    ['without a version', '{ "files": {} }', '"version" is not 1.'],
    ['without files', '{ "version": 1 }', '"files" is missing.'],
    [
      'of a wrong fingerprint',
      '{ "version": 1, "files": { "a.pilot.yaml": { "findings": { "a/b": ["x\\u001b[2J"] } } } }',
      '"files" › "a.pilot.yaml" › "findings" › "a/b" holds "x\\u001b[2J", which is no fingerprint.',
    ],
    [
      'of an unknown key',
      '{ "version": 1, "files": { "a.pilot.yaml": { "findings": {}, "ignore": true } } }',
      '"files" › "a.pilot.yaml" › "ignore" is no key of a baseline.',
    ],
  ] as const) {
    it(`names the place in one ${name}`, async () => {
      const files = { 'pilots/b-stuck.pilot.yaml': stuck, [FILE]: text }
      const { out, err, code } = await pilots(['check'], { files })
      assert.equal(
        err,
        `pilots: ${FILE} cannot be used: ${said} Take it from Git again, or make a new one with pilots baseline create --force.\n`,
      )
      assert.deepEqual([out, code], ['', 2])
      const made = await pilots(['baseline', 'create', '--force'], { files })
      assert.equal(made.code, 0, made.err)
    })
  }

  it('of a later version asks for a later program', async () => {
    const files = { 'pilots/b-stuck.pilot.yaml': stuck, [FILE]: '{ "version": 2, "files": [] }' }
    const { err } = await pilots(['check'], { files })
    assert.match(err, /it was written by a newer version of pilots\. Update pilots\.\n$/)
  })
})

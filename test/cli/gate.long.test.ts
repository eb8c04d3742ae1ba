import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { rules } from '../../server/src/engine/rules/all.generated.ts'
import { pilots } from './memory-io.ts'

const healthy = (stage: string): string =>
  readFileSync(new URL(`../fixtures/healthy/${stage}-stage.pilot.yaml`, import.meta.url), 'utf8')

interface Asked {
  readonly code: number
  readonly out: string
  readonly err: string
}

async function gate(text: string, argv: readonly string[]): Promise<Asked> {
  const written = new Map<string, string>()
  const outcome = await pilots(['gate', ...argv], {
    rules,
    files: { 'pilots/rollout-stage.pilot.yaml': text },
    written,
  })
  assert.equal(written.size, 0)
  return outcome
}

const rollout = healthy('rollout')
const day = /silent: (\d{4}-\d{2}-\d{2})/.exec(rollout)?.[1] ?? ''

describe('pilots gate', () => {
  it('lets a healthy pilot stay where it is', async () => {
    const { code, out } = await gate(rollout, ['rollout-stage', '--to', 'rollout', '--as-of', day])
    assert.match(out, /It may enter rollout\.\n$/)
    assert.equal(code, 0)
  })

  it('lists what is missing for the next stage', async () => {
    const { code, out } = await gate(rollout, ['rollout-stage', '--to', 'production', '--as-of', day])
    assert.equal(code, 1)
    assert.match(out, /: from rollout to production\n\nOutputs\n {2}done {2}criteria {3}success criteria/)
    assert.match(out, / {2}open {2}adoption {3}an adoption playbook/)
    assert.match(out, / {2}open {2}production the decision to scale\n {8}- nobody decided to scale it\n/)
    assert.match(out, /\nGates\n {2}done {2}criteria {3}advance, \d{4}-\d{2}-\d{2}, \w/)
    assert.match(out, / {2}open {2}adoption {3}no gate was held, and none is planned\n/)
    assert.match(
      out,
      /Findings that would block it, as if it were in \w+ now\n(?: {2}\d+:\d+ [\w/-]+\n {8}.*\n)+/,
    )
    assert.match(
      out,
      /It may not enter production: \d outputs missing, \d gates? not passed, \d+ errors?\.\n$/,
    )
  })

  it('looks at the file as if it were there, whatever its stage is now', async () => {
    const early = rollout.replace('stage: rollout', 'stage: criteria')
    const { out } = await gate(early, ['rollout-stage', '--to', 'rollout', '--as-of', day])
    assert.match(out, /from criteria to rollout\n[\s\S]*It may enter rollout\./)
  })

  it('says that a pilot is past a stage, and answers for what that takes all the same', async () => {
    const past = ['rollout-stage', '--to', 'data', '--as-of', day]
    const whole = await gate(rollout, past)
    assert.match(whole.out, /\nIt is past data already, at rollout\. Nothing that data takes is missing\.\n$/)
    assert.equal(whole.code, 0)
    const lacking = await gate(rollout.replace(/^criteria:\n(?: .*\n)+/m, ''), past)
    assert.match(
      lacking.out,
      /\nIt is past data already, at rollout\. Of what data takes there is open: \d output/,
    )
    assert.equal(lacking.code, 1)
    const answer = JSON.parse((await gate(rollout, [...past, '-f', 'json'])).out)
    assert.deepEqual([answer.past, answer.mayEnter], [true, true])
    const next = await gate(rollout, ['rollout-stage', '--to', 'stopped', '--as-of', day, '-f', 'json'])
    assert.equal(JSON.parse(next.out).past, false)
  })

  it('asks a stop for its decision alone', async () => {
    const stop = ['rollout-stage', '--to', 'stopped', '--as-of', day]
    const refused = await gate(rollout, stop)
    assert.equal(refused.code, 1)
    assert.match(refused.out, /nobody decided to stop it/)
    assert.doesNotMatch(refused.out, /Gates/)
    const outcome = `outcome: { decision: stop, date: ${day}, by: Dana Whitfield, because: No use, learned: [Ask first] }\n`
    assert.equal((await gate(`${rollout}${outcome}`, stop)).code, 0)
  })

  it('does not ask for gates that the file says are recorded elsewhere', async () => {
    const bare = rollout.replace(/^gates:\n(?:[ #-].*\n|\n(?= ))*/m, '')
    assert.notEqual(bare, rollout)
    const comment = '# pilots-ignore-file stage/gate-missing -- decided before the pilots were files\n'
    const [plain, waived] = await Promise.all(
      [bare, comment + bare].map((text) => gate(text, ['rollout-stage', '--to', 'rollout', '--as-of', day])),
    )
    assert.match(plain?.out ?? '', /open {2}data {7}no gate was held/)
    assert.match(
      waived?.out ?? '',
      /done {2}data {7}no gate was held, and none is planned \(not asked for here\)/,
    )
  })

  it('shows the errors that the file suppresses, with their reasons', async () => {
    const bare = rollout
      .replace(/^stage: rollout\n/m, 'stage: criteria\n')
      .replace(/^ {2}operator:.*\n(?: {4}.*\n)+/m, '')
    const asked = ['rollout-stage', '--to', 'rollout', '--as-of', day]
    assert.match((await gate(bare, asked)).out, / owners\/operator-missing\n/)
    const silenced = `# pilots-ignore-file owners/operator-missing -- she comes in May\n${bare}`
    const { out } = await gate(silenced, asked)
    assert.match(
      out,
      /\nErrors that its file suppresses\n {2}\d+:\d+ owners\/operator-missing\n(?: {8}.*\n)* {8}Its reason: she comes in May\n\n.* 1 error suppressed\.\n$/,
    )
    const json = JSON.parse((await gate(silenced, [...asked, '-f', 'json'])).out)
    assert.deepEqual(
      json.suppressed.map(({ rule, reason }: Record<string, string>) => [rule, reason]),
      [['owners/operator-missing', 'she comes in May']],
    )
  })

  it('answers programs', async () => {
    const { code, out } = await gate(rollout, [
      'rollout-stage',
      '--to',
      'adoption',
      '--as-of',
      day,
      '-f',
      'json',
    ])
    const answer = JSON.parse(out)
    assert.deepEqual(
      [answer.version, answer.asOf, answer.name, answer.from, answer.to, answer.mayEnter, code],
      [1, day, 'rollout-stage', 'rollout', 'adoption', false, 1],
    )
    assert.deepEqual(
      answer.outputs.map(({ stage }: { stage: string }) => stage),
      ['criteria', 'ownership', 'data', 'rollout'],
    )
    assert.deepEqual(Object.keys(answer.gates[0]), [
      'stage',
      'passed',
      'due',
      'held',
      'decision',
      'by',
      'waived',
    ])
    assert.ok(Array.isArray(answer.blocking))
  })

  it('does not answer for a file that does not parse, a pilot or a stage that there is not', async () => {
    const broken = await gate('name: [\n', ['rollout-stage', '--to', 'data'])
    assert.deepEqual(
      [broken.code, /cannot be read as a pilot\. See pilots check/.test(broken.err)],
      [2, true],
    )
    assert.match(
      (await gate(rollout, ['rolout-stage', '--to', 'data'])).err,
      /Did you mean "rollout-stage"\?/,
    )
    assert.match((await gate(rollout, ['rollout-stage', '--to', 'done'])).err, /Allowed choices are criteria/)
    assert.equal((await gate(rollout, ['rollout-stage'])).code, 2)
  })
})

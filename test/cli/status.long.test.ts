import assert from 'node:assert/strict'
import { matchesGolden } from './golden.ts'
import { pilots } from './memory-io.ts'
import { sampleFiles } from './sample-files.ts'

const running = `apiVersion: pilot-as-code/v1
name: demand-forecast
title: Demand forecasting
stage: rollout
team: supply-chain
value: { amount: 19000, per: month }
timeline: { start: 2026-02-02, end: 2026-06-12, productionBy: 2026-05-01 }
owners:
  operator: { name: Luis Ortega, accountability: Forecast accuracy }
criteria:
  success:
    - metric: Forecast accuracy
      unit: "%"
      better: higher
      baseline: 73
      target: 82
      by: 2026-08-25
      readings:
        - { date: 2026-03-06, value: 76.5 }
        - { date: 2026-05-20, value: 79.1 }
    - { metric: Überstunden 队 je Woche, baseline: 40, target: 20, within: 60 days, readings: [{ date: 2026-02-20, value: 18 }] }
    - metric: Planners like it
rollout: { start: 2026-02-09 }
gates:
  - { stage: rollout, due: 2026-06-09 }
`

const files = { ...sampleFiles, 'pilots/forecast.pilot.yaml': running }

describe('pilots status', () => {
  it('shows all pilots in a table', async () => {
    const { out, err, code } = await pilots(['status'], { files })
    matchesGolden('status.txt', out)
    assert.deepEqual({ err, code }, { err: '', code: 0 })
  })

  it('calls pilots that share a name by their files', async () => {
    const copies = { ...sampleFiles, 'us/a.pilot.yaml': sampleFiles['pilots/a-healthy.pilot.yaml'] ?? '' }
    const { out } = await pilots(['status'], { files: copies })
    assert.match(out, /^pilots\/a-healthy\.pilot\.yaml .*\n/m)
    assert.match(out, /^us\/a\.pilot\.yaml .*\n/m)
    assert.match(out, /^b-stuck /m)
    const third = { ...copies, 'eu/a.pilot.yaml': sampleFiles['pilots/a-healthy.pilot.yaml'] ?? '' }
    const { err } = await pilots(['status', 'a-healthy'], { files: third })
    assert.match(
      err,
      /^pilots: "a-healthy" is the name of 3 pilots, such as \S+ and \S+\. Name the file\.\n$/,
    )
  })

  it('never rounds up to a target that is not met', async () => {
    const near = running.replace('value: 79.1', 'value: 81.97')
    const { out } = await pilots(['status', 'demand-forecast'], {
      files: { 'pilots/forecast.pilot.yaml': near },
    })
    assert.match(out, /^Forecast accuracy .* 99 %$/m)
  })

  it('tells when production was realistic where that has passed, and nothing of it once the pilot got there', async () => {
    const windowIn = async (text: string): Promise<string> => {
      const { out } = await pilots(['status', 'demand-forecast'], {
        files: { 'pilots/forecast.pilot.yaml': text },
      })
      return /^Window +(.*)$/m.exec(out)?.[1] ?? ''
    }
    assert.match(await windowIn(running), /^production is realistic from 2026-/)
    const late = running.replace('start: 2026-02-02', 'start: 2025-06-02')
    assert.match(await windowIn(late), /^production was realistic from 2025-10-06 to 2025-11-24$/)
    assert.equal(await windowIn(running.replace('stage: rollout', 'stage: production')), '')
  })

  it('shows the dashboard of one pilot', async () => {
    const { out, code } = await pilots(['status', 'demand-forecast'], { files })
    matchesGolden('status.one.txt', out)
    assert.equal(code, 0)
  })

  it('says nothing of a file that cannot be read as a pilot', async () => {
    const path = 'pilots/d-broken.pilot.yaml'
    const { pilots: rows, unread } = JSON.parse((await pilots(['status', '-f', 'json'], { files })).out)
    assert.ok(rows.every((row: { path: string }) => row.path !== path))
    assert.deepEqual(unread[0], { path, problem: 'it cannot be read as a pilot' })
    for (const command of ['status', 'close'])
      assert.deepEqual(await pilots([command, 'd-broken'], { files }), {
        out: '',
        err: `pilots: ${path} cannot be read as a pilot. See pilots check ${path}.\n`,
        code: 2,
      })
  })

  it('knows a pilot by the name of its file as well', async () => {
    const byName = await pilots(['status', 'demand-forecast'], { files })
    assert.deepEqual(await pilots(['status', 'forecast'], { files }), byName)
  })

  it('prints both for programs', async () => {
    const all = JSON.parse((await pilots(['status', '-f', 'json'], { files })).out)
    const one = JSON.parse((await pilots(['status', 'demand-forecast', '-f', 'json'], { files })).out)
    const { criteria, readiness: _readiness, window, costOfDelay, version, asOf, ...row } = one
    const { readiness: _level, ...expected } = all.pilots.find(
      ({ name }: { name: string }) => name === 'demand-forecast',
    )
    assert.deepEqual({ ...row, readiness: undefined }, { ...expected, readiness: undefined })
    assert.deepEqual({ version, asOf }, { version: 1, asOf: '2026-06-01' })
    assert.equal(criteria.length, 3)
    assert.equal(costOfDelay.total, 19000)
    assert.deepEqual(window, { from: '2026-06-08', to: '2026-07-27' })
  })

  it('wants a name that is one', async () => {
    const twice = { 'a/x.pilot.yaml': running, 'b/x.pilot.yaml': running }
    const { code, err } = await pilots(['status', 'demand-forecast'], { files: twice })
    assert.equal(code, 2)
    assert.match(err, /two pilots: a\/x\.pilot\.yaml and b\/x\.pilot\.yaml/)
  })

  it('says of one pilot, too, that its configuration has mistakes', async () => {
    const world = { files: { ...files, 'pilots.config.yaml': 'rules: { sample/nothing: of }\n' } }
    const { out, err, code } = await pilots(['status', 'demand-forecast'], world)
    assert.notEqual(out, '')
    assert.match(
      err,
      /^pilots: pilots\.config\.yaml has errors\. What can be read of it was applied\.\npilots: pilots\.config\.yaml:1:10: "sample\/nothing" is no rule\./,
    )
    assert.equal(code, 2)
  })

  it('names what it could not read', async () => {
    const { code, err } = await pilots(['status'], {
      files: { ...files, 'pilots/p.pilot.yaml': { kind: 'missing' } },
    })
    assert.equal(code, 2)
    assert.match(err, /pilots\/p\.pilot\.yaml was not checked/)
  })
})

describe('pilots close', () => {
  const answered = `${running}conditions:
  - { kind: permission, what: Direct access, decision: permanent, decidedBy: Dana Whitfield, date: 2026-05-11, path: Standard access }
kpis: { horizon: 12 months, measures: [{ name: Overtime cost, target: 12000, unit: USD, owner: Luis Ortega }] }
`

  it('judges on the day that is asked about: who has left by then delivers nothing', async () => {
    const text = `apiVersion: pilot-as-code/v1
name: a
title: A
stage: adoption
conditions: []
kpis: { horizon: 12 months, measures: [{ name: Overtime cost }] }
owners: { delivery: { name: Priya Nair, until: 2026-09-30 } }
`
    const on = (day: string): ReturnType<typeof pilots> =>
      pilots(['close', 'a', '--as-of', day], { files: { 'a.pilot.yaml': text } })
    assert.equal((await on('2026-09-01')).code, 0)
    const later = await on('2026-10-01')
    assert.equal(later.code, 1)
    assert.match(later.out, /Priya Nair owned the delivery until 2026-09-30/)
  })

  it('fails while a question is open', async () => {
    const { out, code } = await pilots(['close', 'demand-forecast'], {
      files: { 'demand-forecast.pilot.yaml': answered },
    })
    matchesGolden('close.txt', out)
    assert.equal(code, 1)
  })

  it('passes when all are answered', async () => {
    const text = answered.replace('owners:\n', 'owners:\n  delivery: { name: Priya Nair }\n')
    const { out, code } = await pilots(['close', 'a.pilot.yaml', '-f', 'json'], {
      files: { 'a.pilot.yaml': text },
    })
    const { questions } = JSON.parse(out)
    assert.deepEqual(
      questions.map(({ id, isOpen }: { id: string; isOpen: boolean }) => [id, isOpen]),
      [
        ['conditions', false],
        ['kpis', false],
        ['delivery', false],
      ],
    )
    assert.equal(code, 0)
  })
})

import assert from 'node:assert/strict'
import { type Grouping, pilotTree } from '../../client/src/common/pilot-tree.ts'
import type { TreeNode } from '../../client/src/common/tree-node.ts'
import type { PilotItem } from '../../server/src/protocol/pilots.ts'
import { at, english, forecast, pilots, quiet } from '../support/pilot-items.ts'

describe('the tree of pilots', () => {
  const groupings: readonly (readonly [Grouping, readonly string[]])[] = [
    ['stage', ['Data: forecast (Luis Ortega)', 'Production: route (no operator)']],
    ['operator', ['No operator: route (Production)', 'Luis Ortega: forecast (Data)']],
    ['verdict', ['In purgatory: forecast (Data)', 'In production: route (Production)']],
  ]
  for (const [grouping, expected] of groupings) {
    it(`groups by ${grouping}`, () => {
      const rows = pilotTree(pilots, grouping, english).flatMap(({ label, children }) =>
        children.map((pilot) => `${label}: ${pilot.label} (${pilot.description})`),
      )
      assert.deepEqual(rows, expected)
    })
  }

  it('orders the stages by their work, whatever the order of the files', () => {
    const stages = ['stopped', 'rollout', 'criteria', 'adoption'] as const
    const items = stages.map((stage) => ({ ...quiet, uri: `file:///${stage}`, stage }))
    const labels = pilotTree(items, 'stage', english).map(({ label }) => label)
    assert.deepEqual(labels, ['Criteria', 'Rollout', 'Adoption', 'Stopped'])
  })

  it('says of a file that cannot be read what is wrong with it, and nothing else', () => {
    const broken = { ...forecast, uri: 'file:///p/broken.pilot.yaml', name: 'broken', readable: false }
    for (const [grouping] of groupings) {
      const groups = pilotTree([broken, ...pilots], grouping, english)
      assert.equal(groups.length, 3)
      const [row] = groups.at(-1)?.children ?? []
      assert.equal(groups.at(-1)?.label, 'Not readable')
      assert.equal(row?.spoken, 'broken, Not readable, 1 error, 2 warnings')
      assert.deepEqual(
        row?.children.map(({ label }) => label),
        ['Findings'],
      )
    }
  })

  it('tells pilots apart that have the same name, each by the way to its file', () => {
    const [here, there] = [
      'file:///w/a%20b/pilots/forecast.pilot.yaml',
      'file:///w/c/pilots/forecast.pilot.yaml',
    ]
    const twins = [
      { ...forecast, uri: here },
      { ...forecast, uri: there, readable: false },
    ]
    const rows = pilotTree([...twins, quiet], 'stage', english).flatMap(({ children }) => children)
    assert.deepEqual(
      rows.map(({ label, description }) => `${label} (${description})`),
      [
        'forecast (a b/pilots/forecast.pilot.yaml, Luis Ortega)',
        'route (no operator)',
        'forecast (c/pilots/forecast.pilot.yaml)',
      ],
    )
    assert.match(
      rows[0]?.spoken ?? '',
      /^forecast, Forecast, a b\/pilots\/forecast\.pilot\.yaml, Luis Ortega, /,
    )
    assert.match(rows[2]?.spoken ?? '', /^forecast, c\/pilots\/forecast\.pilot\.yaml, Not readable, /)
    const [alone] = pilotTree(twins.slice(0, 1), 'stage', english).flatMap(({ children }) => children)
    assert.equal(alone?.description, 'Luis Ortega')
  })

  it('has no row without pilots', () => {
    assert.deepEqual(pilotTree([], 'verdict', english), [])
  })

  it('shows what each stage left behind, but not the stop of a pilot that goes on', () => {
    assert.deepEqual(rowsOf('Outputs'), [
      'pass Criteria: success criteria',
      'circle-slash Ownership: missing: nobody is named',
      'watch Data: overdue: no audit',
      'circle-large-outline Rollout: later: no rollout',
    ])
  })

  it('asks of a stopped pilot for its decision and nothing else', () => {
    const labels = section({ ...forecast, stage: 'stopped' }, 'Outputs').children.map(({ label }) => label)
    assert.deepEqual(labels, ['Criteria', 'Stopped'])
  })

  it('shows the gates with their state and day', () => {
    assert.deepEqual(rowsOf('Gates'), [
      'pass Criteria: passed 2026-01-20',
      'circle-slash Ownership: missing',
      'watch Data: overdue 2026-03-06',
    ])
    assert.equal(section(forecast, 'Gates').description, '1 overdue, 1 missing')
  })

  it('knows which gates wait for a decision: those written by their place, others by their stage', () => {
    const rows = section(forecast, 'Gates').children
    assert.deepEqual(
      rows.map(({ gate, stage }) => gate ?? stage),
      [undefined, 'ownership', 2],
    )
  })

  it('shows the worst findings first, each on one line', () => {
    assert.deepEqual(rowsOf('Findings'), [
      'error Nobody answers.: owners/operator-missing',
      'warning It ended.: stage/past-end',
      'warning No cost.: cost/unknown',
    ])
  })

  it('counts what the baseline holds beside what counts, and never as open', () => {
    assert.equal(
      section({ ...forecast, known: 12 }, 'Findings').description,
      '1 error, 2 warnings, 12 more in the baseline',
    )
    const row = pilotRow({ ...quiet, known: 12 })
    assert.deepEqual(row.tooltip.at(-1), { title: 'Findings', text: '12 in the baseline' })
    assert.match(row.spoken, /, 12 in the baseline$/)
    assert.equal(row.icon?.name, 'pass')
  })

  it('leaves out what a pilot does not have', () => {
    const labels = pilotRow(quiet).children.map(({ label }) => label)
    assert.deepEqual(labels, ['Outputs'])
  })

  it('marks a pilot with its worst finding', () => {
    assert.equal(pilotRow(forecast).icon?.name, 'error')
    assert.equal(pilotRow(quiet).icon?.name, 'pass')
  })

  it('leads to the line of each row, and of a gate that nobody wrote to the pilot', () => {
    assert.deepEqual(pilotRow(forecast).place, { uri: forecast.uri, range: at(2) })
    const lines = section(forecast, 'Gates').children.map(({ place }) => place?.range.start.line)
    assert.deepEqual(lines, [20, 2, 22])
  })

  it('tells on the tooltip how the pilot stands', () => {
    assert.deepEqual(
      pilotRow(forecast).tooltip.map(({ title, text }) => `${title}: ${text}`),
      [
        'forecast: Forecast',
        'Verdict: In purgatory',
        'Sign: its end, 2026-05-01, passed without a decision',
        'Readiness: medium; the data is not audited',
        'Window: production is realistic from 2026-06-08 to 2026-07-27',
        'Cost of delay: 19,000 USD since 2026-10-02',
        'Next gate: Data, 2026-03-06, overdue',
        'Findings: 1 error, 2 warnings',
      ],
    )
  })

  it('tells of a window that has passed as one that was', () => {
    const late = { ...forecast, window: { from: '2026-02-02', to: '2026-04-06', isOver: true } }
    assert.ok(
      pilotRow(late).tooltip.some(
        ({ text }) => text === 'production was realistic from 2026-02-02 to 2026-04-06',
      ),
    )
  })

  it('tells there, too, which rules were not run, and why', () => {
    const notRun = [{ rule: 'a/b', reason: 'for lack of Git history: this is not a Git repository' }]
    for (const readable of [true, false])
      assert.deepEqual(pilotRow({ ...forecast, notRun, readable }).tooltip.at(-1), {
        title: 'Findings',
        text: '1 error, 2 warnings. 1 rule not run for lack of Git history: this is not a Git repository',
      })
  })

  it('says to a screen reader what others see as icons', () => {
    assert.equal(
      pilotRow(forecast).spoken,
      'forecast, Forecast, Luis Ortega, In purgatory, 1 error, 2 warnings',
    )
    const [error] = section(forecast, 'Findings').children
    assert.equal(error?.spoken, 'Error, Nobody answers., line 10')
  })

  it('has different ids for all rows, and the same ones after a change', () => {
    const ids = (items: readonly PilotItem[]): readonly string[] =>
      pilotTree(items, 'stage', english).flatMap(function idsOf({ id, children }: TreeNode): string[] {
        return [id, ...children.flatMap(idsOf)]
      })
    assert.equal(new Set(ids(pilots)).size, ids(pilots).length)
    assert.deepEqual(ids([{ ...forecast, title: 'A new title' }, quiet]), ids(pilots))
  })

  it('makes anew only the row of a pilot that has changed', () => {
    const other = { ...forecast, uri: 'file:///p/other.pilot.yaml' }
    const rows = (pilots: readonly PilotItem[]) => pilotTree(pilots, 'stage', english)[0]?.children ?? []
    const before = rows([forecast, other])
    const after = rows([forecast, { ...other, title: 'Another' }])
    assert.deepEqual(
      after.map((row, index) => row === before[index]),
      [true, false],
    )
    assert.deepEqual(
      pilotTree([forecast], 'operator', english).map(({ label }) => label),
      ['Luis Ortega'],
    )
  })

  it('makes what is below a pilot when somebody unfolds it', () => {
    let asked = 0
    const watched: PilotItem = {
      ...forecast,
      get outputs() {
        asked++
        return forecast.outputs
      },
    }
    const row = pilotRow(watched)
    assert.ok(row.foldable)
    assert.equal(asked, 0)
    assert.equal(row.children.length, 3)
    assert.ok(asked > 0)
  })

  it('shows no character that moves others or hides', () => {
    const hostile = { ...quiet, name: 'a\u202eb\u0000c\u200b d\r\n e' }
    assert.equal(pilotRow(hostile).label, 'a b c d e')
    assert.equal(pilotRow({ ...quiet, name: 'x'.repeat(5000) }).label.length, 200)
  })
})

function pilotRow(pilot: PilotItem): TreeNode {
  const [group] = pilotTree([pilot], 'stage', english)
  const row = group?.children[0]
  assert.ok(row)
  return row
}

function section(pilot: PilotItem, label: string): TreeNode {
  const found = pilotRow(pilot).children.find((child) => child.label === label)
  assert.ok(found, label)
  return found
}

function rowsOf(label: string): readonly string[] {
  return section(forecast, label).children.map((row) => `${row.icon?.name} ${row.label}: ${row.description}`)
}

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { commands, languages, window } from 'vscode'
import type { PilotsApi } from '../../../client/src/common/start-client.ts'
import type { TreeNode } from '../../../client/src/common/tree-node.ts'
import { activated } from './activated.ts'
import { diagnosticsOf, judgeOn, open, ruleOf, untilReported, when } from './editor.ts'

let api: PilotsApi

describe('the tree', () => {
  before(async () => {
    await judgeOn('2026-11-20')
    api = await activated()
    // What another test has deleted goes when the server hears of it.
    await until((roots) => {
      const pilots = labels(roots)
      return pilots.includes('Rollout: complaint-triage') && !pilots.includes('Rollout: claims')
    })
  })
  after(() => commands.executeCommand('pilots.groupByStage'))

  it('groups the examples by stage', () => {
    assert.deepEqual(labels(api.tree()), [
      'Criteria: supplier-contracts',
      'Ownership: order-desk-assistant',
      'Ownership: shift-scheduling',
      'Data: promo-forecast',
      'Rollout: complaint-triage',
      'Rollout: invoice-matching',
      'Rollout: line-inspection',
      'Adoption: maintenance-notes',
      'Production: route-planning',
      'Stopped: cold-room-alerts',
    ])
  })

  it('groups them by verdict and by operator when asked', async () => {
    await commands.executeCommand('pilots.groupByVerdict')
    const purgatory = ['complaint-triage', 'line-inspection', 'order-desk-assistant']
    for (const name of purgatory) assert.ok(labels(api.tree()).includes(`In purgatory: ${name}`), name)
    await commands.executeCommand('pilots.groupByOperator')
    assert.ok(labels(api.tree()).includes('Monica Reyes: complaint-triage'))
    await commands.executeCommand('pilots.groupByStage')
    assert.equal(api.tree()[0]?.label, 'Criteria')
  })

  it('shows outputs, gates and findings of a pilot', () => {
    const pilot = pilotNamed('complaint-triage')
    assert.deepEqual(
      pilot.children.map(({ label }) => label),
      ['Outputs', 'Gates', 'Findings'],
    )
    const [outputs, gates, findings] = pilot.children
    assert.equal(outputs?.children.find(({ label }) => label === 'Criteria')?.icon?.name, 'pass')
    assert.ok(gates?.children.some(({ description }) => description.startsWith('passed 2026-')))
    assert.ok(findings?.children.some(({ rule }) => rule === 'stage/past-end'))
  })

  it('leads from a finding to its line', async () => {
    const finding = pilotNamed('complaint-triage')
      .children.at(-1)
      ?.children.find(({ rule }) => rule === 'stage/past-end')
    assert.ok(finding?.place)
    const document = await open('pilots/complaint-triage.pilot.yaml')
    assert.equal(document.lineAt(finding.place.range.start.line).text.trim(), 'end: 2026-09-25')
  })

  it('follows what is typed', async () => {
    const document = await open('pilots/promo-forecast.pilot.yaml')
    const stage = document.getText().indexOf('stage: data')
    await window.activeTextEditor?.edit((edit) =>
      edit.replace(document.lineAt(document.positionAt(stage).line).range, 'stage: rollout'),
    )
    await until((roots) => labels(roots).includes('Rollout: promo-forecast'))
    await commands.executeCommand('workbench.action.files.revert')
    await until((roots) => labels(roots).includes('Data: promo-forecast'))
  })
})

describe('the server', () => {
  it('finds the same after a restart', async () => {
    const document = await open('pilots/order-desk-assistant.pilot.yaml')
    await diagnosticsOf(document, (all) => all.some((each) => ruleOf(each).startsWith('portfolio/')))
    const before = languages.getDiagnostics(document.uri).length
    const [process] = servers()
    await commands.executeCommand('pilots.restartServer')
    assert.notEqual(servers()[0], process)
    // What the portfolio adds comes when all files have been read again.
    await diagnosticsOf(document, (all) => all.length === before)
  })

  it('starts with the code that it has compiled before', async () => {
    const document = await open('pilots/order-desk-assistant.pilot.yaml')
    await untilReported(document, 'owners/operator-shared')
    const code = keptCode()
    assert.ok(isAbsolute(code), processes().join())
    while (!existsSync(code)) await setTimeout(100)
    const { ino } = statSync(code)
    await commands.executeCommand('pilots.restartServer')
    await untilReported(document, 'owners/operator-shared')
    // What could not be run would be compiled and written anew.
    await setTimeout(4_000)
    assert.equal(keptCode(), code)
    assert.equal(statSync(code).ino, ino)
  })

  it('comes back by itself after a crash, with the tree and without a word', async () => {
    const document = await open('pilots/order-desk-assistant.pilot.yaml')
    await untilReported(document, 'owners/operator-shared')
    const [server] = servers()
    assert.ok(server)
    process.kill(server, 'SIGKILL')
    await untilReported(document, 'owners/operator-shared', false)
    await untilReported(document, 'owners/operator-shared')
    assert.notEqual(servers()[0], server)
    await until((roots) => labels(roots).length === 10)
  })
})

/** The process ids of our servers: children of the extension host. */
function servers(): readonly number[] {
  return processes().map((line) => Number.parseInt(line, 10))
}

function processes(): readonly string[] {
  const all = execFileSync('ps', ['-A', '-ww', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n')
  return all.filter(
    (line) => line.includes('dist/server.js') && Number(line.trim().split(/\s+/)[1]) === process.pid,
  )
}

/** The file in which the running server keeps the code of its main script. */
function keptCode(): string {
  const [, folder = ''] = /--compiled=(\S+)/.exec(processes()[0] ?? '') ?? []
  return join(folder, 'server-main.cjs.code')
}

function labels(roots: readonly TreeNode[]): readonly string[] {
  return roots.flatMap((group) => group.children.map((pilot) => `${group.label}: ${pilot.label}`))
}

function pilotNamed(name: string): TreeNode {
  const found = api
    .tree()
    .flatMap(({ children }) => children)
    .find(({ label }) => label === name)
  assert.ok(found, name)
  return found
}

/** The tree changes a moment after the findings. */
function until(accepts: (roots: readonly TreeNode[]) => boolean): Promise<readonly TreeNode[]> {
  return when(
    () => api.tree(),
    accepts,
    (changed) => api.onDidChangeTree(changed),
  )
}

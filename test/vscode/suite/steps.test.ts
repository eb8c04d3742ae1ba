import assert from 'node:assert/strict'
import {
  ConfigurationTarget,
  commands,
  LanguageModelTextPart,
  languages,
  lm,
  TabInputWebview,
  Uri,
  window,
  workspace,
} from 'vscode'
import { readyPilot } from '../../support/ready-pilot.ts'
import { judgeOn, open, openText, when } from './editor.ts'

type Taken = readonly [command: string, answers: object, expected: RegExp]

const pilot = 'pilots/line-inspection.pilot.yaml'

describe('commands that change a pilot', () => {
  before(() => judgeOn('2026-11-20'))

  const steps: readonly [Taken, Taken, Taken] = [
    [
      'pilots.recordDecision',
      {
        stage: 'rollout',
        decision: 'hold',
        by: 'Dana Whitfield',
        date: '2026-11-19',
        adoptersUsing: 3,
        metricsMoving: false,
      },
      /\n {2}- \{ stage: rollout, due: 2026-11-19, held: 2026-11-19, decision: hold, by: Dana Whitfield, adoptersUsing: 3, metricsMoving: false \}\n/,
    ],
    [
      'pilots.addReading',
      { criterion: 0, value: 91.5, date: '2026-11-19' },
      /value: 99\.2 \}\n {8}- \{ date: 2026-11-19, value: 91\.5 \}\n/,
    ],
    [
      'pilots.stopPilot',
      {
        because: 'Only 8 of 22 cameras deliver',
        learned: ['Ask for the cameras first'],
        by: 'Dana Whitfield',
        date: '2026-11-19',
      },
      /\nstage: stopped\b[\s\S]*because: Only 8 of 22 cameras deliver\n {2}learned: \[Ask for the cameras first\]/,
    ],
  ]
  for (const [command, answers, expected] of steps) {
    it(`${command} makes one edit, and one undo takes it back`, async () => {
      const document = await open(pilot)
      const before = document.getText()
      assert.doesNotMatch(before, expected)
      await commands.executeCommand(command, { uri: document.uri.toString(), ...answers })
      assert.match(document.getText(), expected)
      assert.equal(window.activeTextEditor?.document, document)
      await commands.executeCommand('undo')
      assert.equal(document.getText(), before)
      assert.equal(document.isDirty, false)
    })
  }

  it('change nothing in a file that is read-only, by a setting or in this session alone', async () => {
    const document = await open(pilot)
    const [before, version] = [document.getText(), document.version]
    const [, [command, answers]] = steps
    const files = workspace.getConfiguration('files')
    await files.update('readonlyInclude', { [pilot]: true }, ConfigurationTarget.Workspace)
    await commands.executeCommand(command, { uri: document.uri.toString(), ...answers })
    assert.deepEqual([document.getText(), document.version], [before, version])
    await files.update('readonlyInclude', undefined, ConfigurationTarget.Workspace)
    await commands.executeCommand('workbench.action.files.setActiveEditorReadonlyInSession')
    await commands.executeCommand(command, { uri: document.uri.toString(), ...answers })
    assert.deepEqual([document.getText(), document.isDirty], [before, false])
    await commands.executeCommand('workbench.action.files.resetActiveEditorReadonlyInSession')
  })

  it('pilots.stopPilot works where the file was mapped to another language', async () => {
    const document = await open(pilot)
    const before = document.getText()
    const other = await languages.setTextDocumentLanguage(document, 'plaintext')
    const [, , [command, answers, expected]] = steps
    await commands.executeCommand(command, { uri: other.uri.toString(), ...answers })
    assert.match(other.getText(), expected)
    await commands.executeCommand('undo')
    assert.equal(other.getText(), before)
    await languages.setTextDocumentLanguage(other, 'pilot-yaml')
  })

  it('pilots.advanceStage moves a pilot on that has everything', async () => {
    await judgeOn('2026-06-01')
    const document = await openText(`${readyPilot}stage: criteria\n`)
    await commands.executeCommand('pilots.advanceStage', { uri: document.uri.toString() })
    assert.match(document.getText(), /^stage: ownership$/m)
    await judgeOn('2026-11-20')
    await commands.executeCommand('undo')
    assert.equal(document.getText(), `${readyPilot}stage: criteria\n`)
  })

  it('pilots.advanceStage lists what is missing, and changes nothing', async () => {
    const document = await open(pilot)
    const version = document.version
    const running = commands.executeCommand('pilots.advanceStage', { uri: document.uri })
    await closeQuickInput(running)
    assert.equal(document.version, version)
  })

  it('pilots.showMissing is left without a change', async () => {
    const document = await open('pilots/order-desk-assistant.pilot.yaml')
    const version = document.version
    await closeQuickInput(commands.executeCommand('pilots.showMissing', { uri: document.uri.toString() }))
    assert.equal(document.version, version)
  })

  for (const argument of [null, 5, 'file:///nowhere', { uri: 5 }, { uri: '%%%' }, [], { decision: {} }]) {
    it(`asks, and does nothing by itself, when called with ${JSON.stringify(argument)}`, async () => {
      const document = await open(pilot)
      const version = document.version
      await closeQuickInput(commands.executeCommand('pilots.recordDecision', argument))
      assert.equal(document.version, version)
    })
  }

  it('pilots.showClosingReview opens a page', async () => {
    const document = await open('pilots/maintenance-notes.pilot.yaml')
    await commands.executeCommand('pilots.showClosingReview', { uri: document.uri.toString() })
    const input = await when(
      () => window.tabGroups.activeTabGroup.activeTab?.input,
      (tab) => tab instanceof TabInputWebview,
      (changed) => window.tabGroups.onDidChangeTabs(changed),
    )
    assert.ok(input instanceof TabInputWebview)
    await commands.executeCommand('workbench.action.closeActiveEditor')
  })
})

describe('commands with which something begins', () => {
  const folder = (): Uri => workspace.workspaceFolders?.[0]?.uri ?? Uri.file('/')

  it('pilots.newPilot writes a file among the others, and never over one', async () => {
    const file = Uri.joinPath(folder(), 'pilots', 'claims-triage.pilot.yaml')
    const answers = {
      template: 'minimal',
      name: 'claims-triage',
      title: 'Claims triage',
      team: '',
      operator: 'Monica Reyes',
      sponsor: '',
      start: '',
    }
    await commands.executeCommand('pilots.newPilot', answers)
    assert.equal(window.activeTextEditor?.document.uri.toString(), file.toString())
    const written = await textOf(file)
    assert.match(
      written,
      /^name: claims-triage\ntitle: Claims triage\nstage: criteria\n\nowners:\n {2}operator:\n {4}name: Monica Reyes\n$/m,
    )
    await commands.executeCommand('pilots.newPilot', { ...answers, title: 'Another' })
    assert.equal(await textOf(file), written)
    await commands.executeCommand('undo')
    await assert.rejects(async () => workspace.fs.stat(file), /FileNotFound|ENOENT/)
  })

  it('pilots.addWorkflow writes the workflow, and leaves one that is there', async () => {
    const file = Uri.joinPath(folder(), '.github', 'workflows', 'pilots.yml')
    await commands.executeCommand('pilots.addWorkflow')
    assert.match(await textOf(file), /run: npx --yes --package pilot-as-code@\S+ pilots check\n$/)
    await workspace.fs.writeFile(file, await workspace.encode('name: Mine\n'))
    await commands.executeCommand('pilots.addWorkflow')
    assert.equal(await textOf(file), 'name: Mine\n')
    await workspace.fs.delete(Uri.joinPath(folder(), '.github'), { recursive: true })
  })

  it('pilots.openSample copies the sample, each time to a new place', async () => {
    // Beside the folder: a pilot in it would count as one of its own.
    const parent = Uri.joinPath(folder(), '..', 'elsewhere')
    for (const name of ['pilots-sample', 'pilots-sample-2']) {
      await commands.executeCommand('pilots.openSample', { folder: parent.toString(), open: false })
      const copied = await textOf(Uri.joinPath(parent, name, 'pilots', 'invoice-matching.pilot.yaml'))
      assert.equal(copied, await textOf(Uri.joinPath(folder(), 'pilots', 'invoice-matching.pilot.yaml')))
    }
    await workspace.fs.delete(parent, { recursive: true })
  })
})

describe('tools for a language model', () => {
  it('are there', () => {
    const names = lm.tools.map(({ name }) => name)
    for (const name of ['pilots_check', 'pilots_explain', 'pilots_portfolio', 'pilots_template'])
      assert.ok(names.includes(name), `${name} in ${names.join(', ')}`)
  })

  const asked: readonly (readonly [string, object, RegExp])[] = [
    [
      'pilots_check',
      { pilot: 'order-desk-assistant' },
      /pilots\/order-desk-assistant\.pilot\.yaml:\d+:\d+ error owners\/operator-shared: /,
    ],
    ['pilots_check', { text: 'stage: nowhere\n', name: 'x' }, /1:8 error schema\/word: "nowhere"/],
    ['pilots_check', { pilot: 'nobody' }, /There is no pilot "nobody"/],
    ['pilots_explain', { rule: 'owners/operator-shared' }, /^# owners\/operator-shared$/m],
    ['pilots_explain', { rule: '../../package' }, /There is no such rule/],
    [
      'pilots_portfolio',
      {},
      /\ncomplaint-triage \(pilots\/complaint-triage\.pilot\.yaml\); .*; stage rollout; in purgatory; operator Monica Reyes; /,
    ],
    [
      'pilots_template',
      { name: 'claims', template: 'minimal' },
      /^apiVersion: pilot-as-code\/v1\nname: claims\n/,
    ],
    ['pilots_template', { name: 'No name' }, /"No name" is not a short name/],
  ]
  for (const [name, input, expected] of asked) {
    it(`${name} answers ${JSON.stringify(input)}`, async () => {
      const { content } = await lm.invokeTool(name, { input, toolInvocationToken: undefined })
      const text = content.map((part) => (part instanceof LanguageModelTextPart ? part.value : '')).join('')
      assert.match(text, expected)
    })
  }
})

/** Runs a command that waits for the person until it is left. */
async function closeQuickInput(running: Thenable<unknown>): Promise<void> {
  let isDone = false
  const done = Promise.resolve(running).finally(() => {
    isDone = true
  })
  while (!isDone) {
    await commands.executeCommand('workbench.action.closeQuickOpen')
    await Promise.race([done, languages.getLanguages()])
  }
}

async function textOf(uri: Uri): Promise<string> {
  return workspace.decode(await workspace.fs.readFile(uri))
}

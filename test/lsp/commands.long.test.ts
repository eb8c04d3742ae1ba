import assert from 'node:assert/strict'
import type { WorkspaceEdit } from 'vscode-languageserver-protocol'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { checkText, knownNames, newPilotText, workflowFile } from '../../server/src/protocol/beginnings.ts'
import {
  checklist,
  closingReview,
  type Page,
  type Refusal,
  type Step,
  stepChoices,
  stepEdit,
} from '../../server/src/protocol/steps.ts'
import { capable, FOLDER, simple, TestClient } from '../support/lsp.ts'

const uri = `${FOLDER}/pilots/demand.pilot.yaml`
const text = `apiVersion: pilot-as-code/v1
name: demand
title: Demand *forecast*
team: supply-chain
stage: rollout # since May
owners:
  sponsor: { name: Dana Whitfield }
criteria:
  success:
    - { metric: Planner overtime, unit: USD, target: 12000, readings: [{ date: 2026-05-01, value: 20000 }] }
gates:
  - { stage: data, due: 2026-04-01, held: 2026-04-01, decision: advance, by: Dana Whitfield }
  - { stage: rollout, due: 2026-05-20 }
`
const decision: Step = { do: 'decide', gate: 1, decision: 'hold', by: 'Sam Cole', date: '2026-05-20' }

describe('the requests behind commands', () => {
  let client: TestClient
  beforeEach(() => {
    client = new TestClient()
    client.files.content.set(uri, text)
  })
  afterEach(() => client.stop())

  it('say what a person can choose from', async () => {
    await client.start(capable)
    const choices = await client.connection.sendRequest(stepChoices, { uri })
    assert.ok(choices.kind === 'choices')
    const { gates, criteria, ...rest } = choices
    assert.deepEqual(rest, {
      kind: 'choices',
      title: 'Demand *forecast*',
      stage: 'rollout',
      next: 'adoption',
      today: '2026-06-01',
      sponsor: 'Dana Whitfield',
      people: ['Dana Whitfield'],
    })
    const [gate] = gates
    assert.deepEqual([gates.length, gate?.gate, gate?.isOverdue, gate?.asksEvidence], [3, 1, true, true])
    assert.deepEqual(
      gate?.decisions.map(({ word }) => word),
      ['expand', 'diagnose', 'hold', 'stop'],
    )
    assert.ok(gate?.decisions.every(({ meaning }) => meaning !== ''))
    assert.deepEqual(criteria[0]?.newest, { date: '2026-05-01', value: 20000 })
  })

  it('give the edit of a step, for the text as it is in the editor', async () => {
    await client.start(capable)
    await client.open(uri, `# mine\n${text}`)
    const answer = await client.connection.sendRequest(stepEdit, { uri, step: decision })
    assert.ok(answer.kind === 'edit')
    assert.equal(answer.version, 1)
    const after = applied(`# mine\n${text}`, answer.edit)
    const line = '  - { stage: rollout, due: 2026-05-20, held: 2026-05-20, decision: hold, by: Sam Cole }\n'
    assert.equal(after, `# mine\n${text.replace(/ {2}- { stage: rollout.*\n/, line)}`)
  })

  it('give the edit of a file that nobody has opened, to a client that knows no versions', async () => {
    await client.start(simple)
    const step: Step = { do: 'read', criterion: 0, date: '2026-06-01', value: 15000.5 }
    const answer = await client.connection.sendRequest(stepEdit, { uri, step })
    assert.ok(answer.kind === 'edit')
    assert.deepEqual([answer.version, Object.keys(answer.edit.changes ?? {})], [null, [uri]])
    assert.match(applied(text, answer.edit), /value: 20000 }, { date: 2026-06-01, value: 15000.5 }\] }\n/)
  })

  it('refuse to go on with the list of what is missing, and offer what would help', async () => {
    await client.start(capable)
    const refused = await client.connection.sendRequest(stepEdit, { uri, step: { do: 'advance' } })
    const list = await client.connection.sendRequest(checklist, { uri })
    assert.ok(refused.kind === 'refused' && list.kind === 'checklist')
    assert.match(refused.message, /^It may not enter adoption: /)
    assert.deepEqual([list.from, list.to], ['rollout', 'adoption'])
    assert.deepEqual(list.missing, refused.missing)
    const gate = list.missing.find((each) => each.gate !== undefined)
    assert.deepEqual([gate?.gate, gate?.says], [1, 'the rollout gate of 2026-05-20 is not held'])
    assert.deepEqual(gate?.range.start, { line: 12, character: 6 })
    const operator = list.missing.find(({ stage }) => stage === 'ownership')
    const [fix] = operator?.fixes ?? []
    assert.equal(fix?.title, 'Insert the output of ownership')
    assert.match(JSON.stringify(fix?.edit), /operator:/)
  })

  it('show the closing review without markup of the author', async () => {
    await client.start(capable)
    const page = await client.connection.sendRequest(closingReview, { uri })
    assert.ok(page.kind === 'page')
    assert.match(page.markdown, /^# Demand \\\*forecast\\\*\n\n3 of 3 questions are open\.\n\n## Open: /)
  })

  it('say why there is nothing to answer', async () => {
    await client.start(capable)
    await client.open(uri, `${text}x: [\n`)
    for (const { method } of [stepChoices, checklist, closingReview]) {
      const answer: Page | Refusal = await client.connection.sendRequest(method, { uri })
      assert.match(
        answer.kind === 'refused' ? answer.message : '',
        /^The file does not parse\. Mend line \d+/,
      )
    }
    const nobody = await client.connection.sendRequest(stepChoices, { uri: 'file:///%ff' })
    assert.match(nobody.kind === 'refused' ? nobody.message : '', /no such pilot/)
  })

  const malformed: readonly unknown[] = [
    undefined,
    null,
    { uri: 5 },
    { uri },
    { uri, step: null },
    { uri, step: { do: 'sell' } },
    { uri, step: { do: 'decide', decision: 'hold', by: null, date: '2026-05-20' } },
    { uri, step: { ...decision, gate: -1 } },
    { uri, step: { ...decision, stage: 'nowhere' } },
    { uri, step: { ...decision, adoptersUsing: '4' } },
    { uri, step: { do: 'read', criterion: 0.5, date: '2026-05-20', value: 1 } },
    { uri, step: { do: 'stop', by: 'a', date: 'b', because: 'c', learned: 'd' } },
  ]
  for (const params of malformed) {
    it(`refuse ${JSON.stringify(params)}`, async () => {
      await client.start(capable)
      await assert.rejects(client.connection.sendRequest('pilots/edit', params), /Malformed parameters/)
      assert.deepEqual(client.errors, [])
    })
  }
})

describe('the requests behind a beginning', () => {
  let client: TestClient
  beforeEach(async () => {
    client = new TestClient()
    client.files.content.set(uri, text)
    await client.start(capable)
  })
  afterEach(() => client.stop())

  it('give the text of a new pilot with the answers in it', async () => {
    const answer = await client.connection.sendRequest(newPilotText, {
      template: 'minimal',
      name: 'claims',
      title: ' Claims: triage ',
      team: ' ',
      start: '2026-07-06',
    })
    assert.deepEqual(answer, {
      kind: 'text',
      file: 'claims.pilot.yaml',
      text: 'apiVersion: pilot-as-code/v1\nname: claims\ntitle: "Claims: triage"\nstage: criteria\n\ntimeline:\n  start: 2026-07-06\n',
    })
  })

  it('say in the words of the schema what is wrong with an answer', async () => {
    const ask = (name: string, start: string) =>
      client.connection.sendRequest(newPilotText, { template: 'minimal', name, start })
    assert.deepEqual(await ask('Order Desk', '6.7.2026'), {
      kind: 'problems',
      name: '"Order Desk" is not a short name. Use small letters, digits and single hyphens, such as demand-forecast. Did you mean "order-desk"?',
      start: '"6.7.2026" is not written as a date. Write 2026-07-06.',
    })
    assert.deepEqual(await ask('demand', ''), {
      kind: 'problems',
      name: '"demand" is the name of another pilot already. Choose another one.',
    })
    for (const params of [
      null,
      {},
      { template: 'tiny', name: 'a' },
      { template: 'minimal', name: 'a', team: 1 },
    ])
      await assert.rejects(client.connection.sendRequest('pilots/newText', params), /Malformed parameters/)
  })

  it('know the people and the teams', async () => {
    const { people, teams } = await client.connection.sendRequest(knownNames)
    assert.deepEqual([people, teams], [['Dana Whitfield'], ['supply-chain']])
  })

  it('have the workflow that checks a repository', async () => {
    const { path, text: workflow } = await client.connection.sendRequest(workflowFile, { below: '' })
    assert.equal(path, '.github/workflows/pilots.yml')
    assert.match(workflow, /npx --yes --package pilot-as-code@\d+\.\d+\.\d+ pilots check\n$/)
  })

  it('have the one of a folder below the root at the root, where GitHub looks for it', async () => {
    const { path, text: workflow } = await client.connection.sendRequest(workflowFile, { below: 'ml/pilots' })
    assert.equal(path, '../../.github/workflows/pilots.yml')
    assert.match(workflow, /\n {8}working-directory: "ml\/pilots"\n$/)
    const { path: other } = await client.connection.sendRequest<{ path: string }>('pilots/workflow', [5])
    assert.equal(other, '.github/workflows/pilots.yml')
  })

  it('check a text that is no file', async () => {
    const findings = await client.connection.sendRequest(checkText, {
      text: 'stage: nowhere\n',
      name: 'claims',
    })
    assert.ok(findings?.some(({ rule, range }) => rule === 'schema/word' && range.start.character === 7))
    await assert.rejects(client.connection.sendRequest('pilots/checkText', { text: 5 }), /Malformed/)
  })
})

function applied(before: string, { documentChanges, changes }: WorkspaceEdit): string {
  const [first] = documentChanges ?? []
  const edits = first && 'edits' in first ? first.edits : Object.values(changes ?? {}).flat()
  const plain = edits.flatMap((edit) => ('newText' in edit ? [edit] : []))
  return TextDocument.applyEdits(TextDocument.create(uri, 'pilot-yaml', 0, before), plain)
}

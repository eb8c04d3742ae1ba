import assert from 'node:assert/strict'
import { documentAt, loadClient, writable } from '../support/client.ts'

describe('a step of the client', () => {
  it('is taken with the document that is open when it is taken', async () => {
    const { said, applied, take } = await steps({ versionOfServer: 1 })
    assert.equal(await take(), undefined)
    assert.deepEqual([said, applied.length], [[], 1])
  })

  it('is said not to be taken where the server knows another text than the editor', async () => {
    const { said, applied, take } = await steps({ versionOfServer: null })
    assert.equal(await take(), undefined)
    assert.deepEqual(applied, [])
    assert.match(said.join('|'), /^a\.pilot\.yaml is not the text any more that was checked/)
  })

  it('is a decision at the gate that was chosen, wherever it stands by the time the questions are answered', async () => {
    const [data, rollout] = [gate(0, 'data', '2026-05-01'), gate(1, 'rollout', '2026-06-01')]
    const { decisionStep } = await loadClient<Questions>('step-questions.ts')
    const decide = (now: readonly object[]): unknown =>
      decisionStep({ gates: [data, rollout] }, { gate: '1', decision: 'hold' }, { gates: now })?.gate
    assert.equal(decide([data, rollout]), 1)
    assert.equal(decide([{ ...rollout, gate: 0 }]), 0)
    assert.equal(decide([data, gate(1, 'data', '2026-05-15'), { ...rollout, gate: 2 }]), 2)
    // Another one stands there, or two may be meant.
    assert.equal(decide([data, gate(1, 'rollout', '2026-07-01')]), undefined)
    assert.equal(
      decide([
        { ...rollout, gate: 2 },
        { ...rollout, gate: 3 },
        { ...data, gate: 1 },
      ]),
      undefined,
    )
    // It was decided meanwhile: the server says by whom.
    assert.equal(decide([data]), 1)
  })

  it('is a decision at a gate that is in no file only where it is in none still', async () => {
    const unplanned = gate(undefined, 'data')
    const { decisionStep } = await loadClient<Questions>('step-questions.ts')
    const decide = (now: readonly object[]): unknown =>
      decisionStep({ gates: [unplanned] }, { gate: 'data', decision: 'hold' }, { gates: now })?.stage
    assert.equal(decide([unplanned]), 'data')
    assert.equal(decide([gate(0, 'data', '2026-06-01')]), undefined)
    assert.equal(decide([]), undefined)
  })

  it('is a reading of the criterion that was chosen', async () => {
    const [a, b] = [criterion(0, 'Hours'), criterion(1, 'Errors')]
    const { readingStep } = await loadClient<Questions>('step-questions.ts')
    const read = (now: readonly object[]): unknown =>
      readingStep({ criteria: [a, b] }, { criterion: '1', value: '3' }, { criteria: now })?.criterion
    assert.deepEqual([read([a, b]), read([criterion(0, 'Errors'), criterion(1, 'Hours')])], [1, 0])
    assert.deepEqual([read([a, criterion(1, 'Costs')]), read([a])], [undefined, undefined])
  })

  it('is refused at the question for what would be refused when all of them are answered', async () => {
    const { decisionQuestions, readingQuestions, stopQuestions } =
      await loadClient<Questions>('step-questions.ts')
    const choices = { today: '2026-06-01', gates: [], criteria: [], people: [] }
    const check = async (path: readonly unknown[], value: unknown): Promise<string | undefined> =>
      value === '' ? `${path.join('.')} is empty.` : undefined
    for (const questions of [decisionQuestions, readingQuestions, stopQuestions]) {
      const date = questions(choices, check)
        .map((ask) => ask({}))
        .find((each) => each?.key === 'date')
      assert.equal(await date?.check?.('2026-06-01'), undefined)
      assert.match((await date?.check?.('2026-06-02')) ?? '', /^2026-06-02 is in the future\./)
    }
    const lessons = stopQuestions(choices, check)
      .map((ask) => ask({}))
      .find((each) => each?.key === 'learned')
    assert.equal(await lessons?.check?.('Ask first;'), undefined)
    assert.equal(await lessons?.check?.(' ; '), 'outcome.learned.0 is empty.')
  })

  it('is said not to be taken where what it is about is not what was chosen', async () => {
    const { said, applied, takeNow } = await steps({ versionOfServer: 1 })
    assert.equal(await takeNow(() => undefined), undefined)
    assert.deepEqual(applied, [])
    assert.match(said.join('|'), /^a\.pilot\.yaml is not the text any more that was checked/)
  })
})

function gate(index: number | undefined, stage: string, due?: string): object {
  return { gate: index, stage, due, held: undefined, decisions: [] }
}

function criterion(index: number, metric: string): object {
  return { criterion: index, metric, unit: undefined }
}

type Check = (path: readonly unknown[], value: unknown) => Promise<string | undefined>
type Ask = (answers: object) => { key: string; check?(text: string): Promise<string | undefined> } | undefined
type Asked = (choices: object, check: Check) => readonly Ask[]

interface Questions {
  readonly decisionQuestions: Asked
  readonly readingQuestions: Asked
  readonly stopQuestions: Asked
  decisionStep(choices: object, answers: object, now: object): { gate?: number; stage?: string } | undefined
  readingStep(choices: object, answers: object, now: object): { criterion: number } | undefined
}

async function steps({ versionOfServer }: { versionOfServer: number | null }) {
  const said: string[] = []
  const applied: unknown[] = []
  const uri = { toString: () => 'file:///a.pilot.yaml' }
  const changes = { get: () => [] }
  const client = {
    code2ProtocolConverter: { asUri: String },
    protocol2CodeConverter: { asWorkspaceEdit: async () => changes },
    sendRequest: async () => ({ kind: 'edit', edit: {}, version: versionOfServer }),
  }
  const editor = {
    window: { showWarningMessage: (message: string) => said.push(message), showTextDocument: () => ({}) },
    workspace: {
      ...writable,
      openTextDocument: async () => documentAt(uri),
      applyEdit: async (edit: unknown) => applied.push(edit),
    },
  }
  const { takeStep } = await loadClient<Answers>('server-answers.ts', editor)
  return {
    said,
    applied,
    take: () => takeStep({ client, ready: async () => client }, uri, { do: 'advance' }),
    takeNow: (step: () => undefined) => takeStep({ client, ready: async () => client }, uri, step),
  }
}

interface Answers {
  takeStep(link: object, uri: object, step: object | (() => undefined)): Promise<unknown>
}

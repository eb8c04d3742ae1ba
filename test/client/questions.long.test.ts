import assert from 'node:assert/strict'
import { setImmediate } from 'node:timers/promises'
import { loadClient } from '../support/client.ts'
import { MadeInput } from '../support/input.ts'

describe('the questions of a command', () => {
  const gate = () => ({ key: 'gate', prompt: '', choices: rows('rollout', 'data') })
  const decision = ({ gate }: Answers) => {
    return {
      key: 'decision',
      prompt: '',
      choices: gate === 'data' ? rows('advance') : rows('expand', 'hold'),
    }
  }

  it('are asked where what was given is none of the choices', async () => {
    const { answers, asked } = await begin([gate, decision], { gate: 'rollout', decision: 'Expand' })
    assert.deepEqual(rowsOf(asked), ['expand', 'hold'])
    await choose(asked, 0)
    assert.deepEqual(await answers, { gate: 'rollout', decision: 'expand' })
  })

  it('are not asked where it is one of them', async () => {
    const { answers, asked } = await begin([gate, decision], { gate: 'rollout', decision: 'hold' })
    assert.deepEqual([await answers, asked.length], [{ gate: 'rollout', decision: 'hold' }, 0])
  })

  it('show all choices again where the one from before is none of them any more', async () => {
    const { answers, asked } = await begin(
      [gate, decision, () => ({ key: 'by', prompt: '', choices: rows('Dana') })],
      {},
    )
    await choose(asked, 0)
    await choose(asked, 1)
    asked.at(-1)?.press(BACK)
    await setImmediate()
    asked.at(-1)?.press(BACK)
    await setImmediate()
    await choose(asked, 1)
    assert.deepEqual([asked.at(-1)?.value, rowsOf(asked)], ['', ['advance']])
    asked.at(-1)?.hide()
    assert.equal(await answers, undefined)
  })
})

type Answers = Readonly<Record<string, string>>

const BACK = {}

async function begin(asks: readonly ((answers: Answers) => object)[], given: Answers) {
  const asked: MadeInput[] = []
  const createQuickPick = (): MadeInput => {
    const input = new MadeInput()
    asked.push(input)
    return input
  }
  const { askAll } = await loadClient<Questions>('questions.ts', {
    QuickInputButtons: { Back: BACK },
    window: { createQuickPick },
  })
  return { asked, answers: askAll('', asks, given) }
}

interface Questions {
  askAll(title: string, asks: readonly object[], given: Answers): Promise<Answers | undefined>
}

async function choose(asked: readonly MadeInput[], row: number): Promise<void> {
  const input = asked.at(-1)
  if (!input) return
  input.selectedItems = input.items.slice(row, row + 1)
  await input.accept()
  await setImmediate()
}

function rows(...answers: readonly string[]): readonly object[] {
  return answers.map((answer) => ({ label: answer, answer }))
}

function rowsOf(asked: readonly MadeInput[]): readonly (string | undefined)[] {
  return asked.at(-1)?.items.map(({ answer }) => answer) ?? []
}

import assert from 'node:assert/strict'
import { plain, unlinked } from '../../client/src/common/plain.ts'
import { loadClient } from '../support/client.ts'
import { MadeInput } from '../support/input.ts'

/** What VS Code makes a link of in a notification, and in what it says below an input. */
const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)/i

describe('words of a file in VS Code', () => {
  const hostile = 'The gate was decided by [Dana](command:workbench.action.quit): hold.'

  it('become no link in a message', () => {
    assert.match(hostile, link)
    assert.doesNotMatch(unlinked(hostile), link)
    assert.equal(unlinked('lmay.\u202etolip cannot be opened.'), 'lmay. tolip cannot be opened.')
    assert.equal(unlinked('Mend line 3 (first) [or never].'), 'Mend line 3 (first) [or never].')
  })

  it('become no icon in a list', () => {
    assert.equal(plain('$(error) gone\u202e'), '$ (error) gone')
  })

  it('become no link in what a command says', async () => {
    const said: string[] = []
    const window = { showWarningMessage: (message: string) => said.push(message) }
    const { say } = await loadClient<{ say(message: string): void }>('server-answers.ts', { window })
    say(hostile)
    assert.deepEqual(said, [unlinked(hostile)])
  })

  it('become no link below an input', async () => {
    const input = new MadeInput()
    const { askAll } = await loadClient<Questions>('questions.ts', {
      window: { createInputBox: () => input },
    })
    const question = { key: 'value', prompt: `In ${hostile}`, check: () => hostile }
    const left = askAll('', [() => question], {})
    await input.accept()
    assert.equal(input.prompt, unlinked(`In ${hostile}`))
    assert.equal(input.validationMessage, unlinked(hostile))
    input.hide()
    assert.equal(await left, undefined)
  })
})

interface Questions {
  askAll(title: string, asks: readonly (() => object)[], given: object): Promise<unknown>
}

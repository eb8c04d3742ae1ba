import assert from 'node:assert/strict'
import { documentAt, type Editor, loadClient, writable } from '../support/client.ts'

const uri = { scheme: 'file', toString: () => 'file:///a.pilot.yaml' }

describe('a file that cannot be changed', () => {
  it('is known by its file system, by its permissions and by the settings of the user', async () => {
    const isReadOnly = async (workspace: Editor, document: object = documentAt(uri)): Promise<boolean> => {
      const client = await loadClient<Module>('read-only.ts', editor(workspace))
      return client.isReadOnly(document)
    }
    const files = (settings: Readonly<Record<string, unknown>>): Editor => ({
      getConfiguration: () => ({ get: (name: string) => settings[name] }),
    })
    const stat = async (): Promise<object> => ({ permissions: 1 })
    assert.equal(await isReadOnly({}), false)
    assert.equal(await isReadOnly({ fs: { isWritableFileSystem: () => false } }), true)
    assert.equal(await isReadOnly({ fs: { isWritableFileSystem: () => undefined, stat } }), true)
    assert.equal(
      await isReadOnly({ fs: { stat, isWritableFileSystem: () => false } }, { isUntitled: true }),
      false,
    )
    assert.equal(await isReadOnly(files({ readonlyInclude: { '**/a.*': true } })), true)
    assert.equal(await isReadOnly(files({ readonlyInclude: { '**/a.*': false, '**/b.*': true } })), false)
    const listed = { readonlyInclude: { '**/a.*': true }, readonlyExclude: { '**/a.pilot.yaml': true } }
    assert.equal(await isReadOnly(files(listed)), false)
  })

  it('is told before a question is asked, and left alone', async () => {
    const said: string[] = []
    const { stepCommands } = await loadClient<Commands>('step-commands.ts', {
      ...editor({
        fs: { isWritableFileSystem: () => false },
        openTextDocument: async () => documentAt(uri),
      }),
      Uri: Object.assign(class {}, { parse: () => ({ ...uri, query: '' }) }),
      window: {
        showWarningMessage: async (message: string) => void said.push(message),
        createQuickPick: () => assert.fail('A question was asked.'),
      },
    })
    const commands = stepCommands({
      link: { ready: () => assert.fail('The server was asked.') },
      portfolio: {},
    })
    for (const run of Object.values(commands).slice(0, 4)) await run({ uri: 'file:///a.pilot.yaml' })
    assert.deepEqual(said, Array(4).fill('a.pilot.yaml cannot be changed: it is read-only.'))
  })

  it('gets its text back where only its edit tells that it is read-only', async () => {
    for (const isSaved of [false, true]) {
      const document = {
        ...documentAt(uri),
        text: 'a',
        isDirty: false,
        getText: () => document.text,
        positionAt: Number,
      }
      const { makeEdit } = await loadClient<Module>(
        'read-only.ts',
        editor({
          onDidChangeTextDocument: (listen: (event: object) => void) => {
            document.isDirty = isSaved
            listen({ document })
            // It is saved at once.
            document.isDirty = false
            return { dispose: () => undefined }
          },
          applyEdit: async (edit: Edit) => {
            document.text = edit.text
            return true
          },
        }),
      )
      assert.equal(await makeEdit(document, { text: 'b' }), isSaved)
      assert.equal(document.text, isSaved ? 'b' : 'a')
    }
  })
})

function editor(workspace: Editor): Editor {
  return {
    FilePermission: { Readonly: 1 },
    Range: class {},
    WorkspaceEdit: class {
      text = ''
      replace(_uri: object, _range: object, text: string): void {
        this.text = text
      }
    },
    languages: { match: ({ pattern }: { pattern: string }) => Number(/^\*\*\/a\./.test(pattern)) },
    workspace: { ...writable, ...workspace },
  }
}

interface Edit {
  readonly text: string
}

interface Module {
  isReadOnly(document: object): Promise<boolean>
  makeEdit(document: object, edit: Edit): Promise<boolean>
}

interface Commands {
  stepCommands(workings: object): Readonly<Record<string, (argument: object) => Promise<void>>>
}

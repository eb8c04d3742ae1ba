import assert from 'node:assert/strict'
import type { Diagnostic, Position, Range } from 'vscode-languageserver-protocol'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { hostileTexts } from '../support/hostile-texts.ts'
import { capable, FOLDER, TestClient } from '../support/lsp.ts'

const uri = `${FOLDER}/hostile.pilot.yaml`

/** What is asked about a document, and about a place in it. */
const aboutDocument = ['documentSymbol', 'foldingRange']
const aboutPlace = ['hover', 'definition', 'references', 'prepareRename']

describe('a hostile text', () => {
  let client: TestClient
  beforeEach(async () => {
    client = new TestClient()
    await client.start(capable)
  })
  afterEach(() => client.stop())

  for (const [name, text] of Object.entries(hostileTexts)) {
    it(`of ${name} is answered like any other, in places that it has`, async () => {
      await client.open(uri, text)
      const report = await client.pull(uri)
      assert.ok(report.kind === 'full')
      assert.ok(report.items.length <= 100)
      const document = TextDocument.create(uri, 'pilot-yaml', 1, text)
      for (const diagnostic of report.items) assertShown(diagnostic, document)
      const answers = await asked(client, text)
      for (const range of rangesIn(answers)) assertInside(range, document)
      for (const shown of shownIn(answers)) assert.doesNotMatch(shown, HIDDEN)
      assert.deepEqual(client.errors, [])
      assert.equal(Reflect.get({}, 'polluted'), undefined)
    })
  }
})

/** Everything that an editor asks, at the start, in the middle and at the end. */
async function asked(client: TestClient, text: string): Promise<readonly unknown[]> {
  const textDocument = { uri }
  const lines = text.split(/\r\n|\r|\n/)
  const places: Position[] = [0, Math.floor(lines.length / 2), lines.length - 1].map((line) => {
    return { line, character: Math.floor((lines[line] ?? '').length / 2) }
  })
  const params = [
    ...aboutDocument.map((method) => ({ method, params: { textDocument } })),
    ...aboutPlace.flatMap((method) =>
      places.map((position) => ({
        method,
        params: { textDocument, position, context: { includeDeclaration: true } },
      })),
    ),
    {
      method: 'codeAction',
      params: {
        textDocument,
        range: { start: places[0], end: places[2] },
        context: { diagnostics: [], only: ['quickfix'] },
      },
    },
  ]
  return Promise.all([
    ...params.map((each) => client.connection.sendRequest(`textDocument/${each.method}`, each.params)),
    client.connection.sendRequest('workspace/symbol', { query: '' }),
  ])
}

function assertShown({ message: shown, range }: Diagnostic, document: TextDocument): void {
  const message = typeof shown === 'string' ? shown : shown.value
  assert.ok(message.length <= 500, `${message.length} characters`)
  assert.doesNotMatch(message, HIDDEN)
  assertInside(range, document)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/

/** The titles, names and details that a client shows as they are. */
function* shownIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return
  for (const [key, each] of Object.entries(value)) {
    if (/^(?:title|name|detail|containerName|tooltip)$/.test(key) && typeof each === 'string') yield each
    else yield* shownIn(each)
  }
}

/** Whether both ends stand in lines that there are, and not behind their ends. */
function assertInside(range: Range, document: TextDocument): void {
  for (const position of [range.start, range.end]) {
    const normal = document.positionAt(document.offsetAt(position))
    assert.deepEqual(position, normal, `${position.line}:${position.character} is not in the text`)
  }
}

/** Every range of this document, however deep in an answer; edits of other documents are theirs. */
function* rangesIn(value: unknown): Generator<Range> {
  if (typeof value !== 'object' || value === null) return
  for (const each of Object.values(value)) {
    if (isRange(each)) yield each
    else yield* rangesIn(each)
  }
}

function isRange(value: unknown): value is Range {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value
}

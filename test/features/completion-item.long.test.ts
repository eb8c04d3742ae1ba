import assert from 'node:assert/strict'
import { InsertTextFormat, InsertTextMode, TextEdit } from 'vscode-languageserver-types'
import type { Indenting } from '../../server/src/features/suggestion.ts'
import { type AskOptions, able, accept, ask, unable } from '../support/completion.ts'
import { readCursor } from '../support/cursor.ts'

const config = { file: 'pilots.config.yaml' }

describe('an item of a completion', () => {
  const itemOf = (yaml: string, label: string, options?: AskOptions) => {
    const { text, offset } = readCursor(yaml)
    return ask(text, offset, options).find((each) => each.label === label) ?? assert.fail(`no ${label}`)
  }

  it('is a snippet only for a client that takes them', () => {
    const yaml = 'owners:\n  |'
    const snippet = itemOf(yaml, 'operator')
    assert.equal(snippet.insertTextFormat, InsertTextFormat.Snippet)
    assert.equal(snippet.insertTextMode, InsertTextMode.asIs)
    const plain = itemOf(yaml, 'operator', { client: unable })
    assert.equal(plain.insertTextFormat, InsertTextFormat.PlainText)
    assert.equal(plain.insertTextMode, undefined)
    assert.match(newText(plain), /name: TODO full name\n {4}title/)
  })

  it('leaves the indentation to a client that cannot be told to keep it', () => {
    const client = { ...able, indenting: 'always' } as const
    assert.match(
      newText(itemOf('owners:\n  |', 'it', { client })),
      /^it:\n {2}name: \S+ full name\}\n {2}since/,
    )
  })

  it('comes out the same however a client indents', () => {
    for (const [yaml, label] of [
      ['gates:\n  - |', 'gate'],
      ['gates:\n  |', '- gate'],
      ['gates: |', 'gate'],
      ['owners:\n  |', 'operator'],
      ['owners:\n  |  \n', 'operator'],
      ['owners:\n      |\n  sponsor: {}\n', 'operator'],
      ['criteria:\n  agreed: {}\n\t|', 'success'],
    ] as const) {
      const { text, offset } = readCursor(yaml)
      const accepted = (indenting: Indenting): string => {
        const client = { ...able, indenting }
        return accept(text, itemOf(yaml, label, { client }), client)
      }
      assert.ok(offset > 0)
      const told = accepted('as told')
      for (const each of ['always', 'snippets', 'unsure'] as const)
        assert.equal(accepted(each), told, `${label} where a client indents ${each}`)
    }
  })

  it('has no tab stops where nobody knows how its lines would be indented', () => {
    const client = { ...able, indenting: 'unsure' } as const
    assert.equal(itemOf('owners:\n  |', 'operator', { client }).insertTextFormat, InsertTextFormat.PlainText)
    const choice = itemOf('|', 'stage', { client: { ...client, suggest: undefined } })
    assert.equal(choice.insertTextFormat, InsertTextFormat.Snippet)
  })

  it('asks for the next word, or holds the choice of them', () => {
    assert.deepEqual(itemOf('|', 'stage').command, { title: 'stage', command: 'suggest' })
    assert.equal(itemOf('|', 'title').command, undefined)
    const client = { ...able, suggest: undefined }
    assert.equal(itemOf('|', 'stage', { client }).command, undefined)
    assert.match(newText(itemOf('|', 'stage', { client })), /^stage: \$\{1\|criteria,ownership,.*\|\}$/)
    assert.equal(newText(itemOf('|', 'stage', { client: unable })), 'stage: ')
  })

  it('is found by what is typed, also behind a quote, and by what a date is', () => {
    assert.equal(itemOf('team: "|"', 'supply-chain').filterText, '"supply-chain')
    assert.equal(itemOf('next: { by: | }', '2026-07-01').filterText, '2026-07-01 in 30 days')
  })

  it('explains words at once, and keys and rules when they are looked at', () => {
    assert.match(String(itemOf('stage: |', 'data').documentation), /^The owner is named, /)
    assert.equal('documentation' in itemOf('owners:\n  |', 'operator'), false)
    assert.deepEqual(itemOf('owners:\n  |', 'operator').data, {
      is: 'key',
      of: 'pilot',
      path: ['owners', 'operator'],
    })
    assert.deepEqual(itemOf('rules:\n  |', 'owners/it-late', config).data, {
      is: 'rule',
      id: 'owners/it-late',
    })
    assert.deepEqual(itemOf('|', 'name').labelDetails, { description: 'required' })
    assert.equal(itemOf('|', 'name', { client: unable }).detail, 'required')
  })

  it('keeps the order of the list', () => {
    const order = ask('', 0).map(({ label, sortText }) => sortText ?? assert.fail(label))
    assert.ok(order.length > 10)
    assert.deepEqual(order.toSorted(), order)
    assert.equal(new Set(order).size, order.length)
  })

  it('shows characters that nobody sees', () => {
    const { text, offset } = readCursor(
      'criteria: { success: [{ metric: "a\u202Eb" }] }\nkpis: { measures: [{ from: | }] }\n',
    )
    assert.doesNotMatch(
      ask(text, offset)
        .map(({ label }) => label)
        .join(),
      /\u202E/,
    )
  })
})

function newText({ textEdit }: { readonly textEdit?: unknown }): string {
  return TextEdit.is(textEdit) ? textEdit.newText : assert.fail('no edit')
}

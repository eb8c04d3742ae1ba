import assert from 'node:assert/strict'
import { TextDocument } from 'vscode-languageserver-textdocument'
import {
  type CodeAction,
  CodeActionKind,
  SnippetTextEdit,
  TextDocumentEdit,
  type TextEdit,
} from 'vscode-languageserver-types'
import type { Analysis } from '../../server/src/engine/analyze.ts'
import { isSound } from '../../server/src/engine/sound-edit.ts'
import { codeActions } from '../../server/src/features/code-actions.ts'
import type { Target } from '../../server/src/features/workspace-edit.ts'
import { analysisOf, complete } from '../support/check.ts'
import { readCursor } from '../support/cursor.ts'

const plain: Target = { uri: 'file:///a.pilot.yaml', version: 3, snippets: false, documentChanges: true }
const snippets: Target = { ...plain, snippets: true }

const head = 'apiVersion: pilot-as-code/v1\nname: demand-forecast\ntitle: Demand forecast\nstage: ownership\n'
const nobody = `${head}own|ers:\n  sponsor: { name: Dana Whitfield, title: COO }\n`

describe('code actions', () => {
  it('mend a finding, the first of them preferred', () => {
    const action = find(actionsAt(nobody, plain), 'Insert an operator')
    assert.equal(action.isPreferred, true)
    assert.deepEqual(
      action.diagnostics?.map(({ code }) => code),
      ['owners/operator-missing'],
    )
    const after = applied(nobody, action)
    assert.match(after, /\n {2}operator:\n {4}name: TODO full name\n/)
    assert.ok(!rulesIn(after).includes('owners/operator-missing'))
  })

  it('prefer nothing where a person has to say which it is', () => {
    const two = nobody.replace(
      'sponsor: { name: Dana Whitfield, title: COO }',
      'operator: { name: Kim Lee and Ana Ruiz }',
    )
    const cursor = two.replace('own|ers', 'owners').replace('Kim', 'K|im')
    const choices = actionsAt(cursor, plain).filter(({ title }) => title.startsWith('Choose'))
    assert.deepEqual(
      choices.map(({ title, isPreferred }) => [title, isPreferred]),
      [
        ['Choose Kim Lee', undefined],
        ['Choose Ana Ruiz', undefined],
      ],
    )
  })

  it('carry tab stops, beginning at the start of a line so that no editor indents them twice', () => {
    const action = find(actionsAt(nobody, snippets), 'Insert an operator')
    const [edit] = editsIn(action).filter((each) => SnippetTextEdit.is(each))
    assert.equal(edit?.range.start.character, 0)
    assert.match(
      edit?.snippet.value ?? '',
      /^ {2}sponsor: \{ name: Dana Whitfield, title: COO \\\}\n {2}operator:\n {4}name: \$\{1:TODO full name\}/,
    )
  })

  it('suppress a finding above its line, at its indentation', () => {
    const marked = `${head}team: x\ncriteria:\n  success:\n    - met|ric: Accuracy\n      baseline: 0.7\n      target: 0.8\n`
    const suppressing = actionsAt(marked, plain).find(({ title }) => title.startsWith('Suppress'))
    assert.ok(suppressing)
    const rule = /Suppress (\S+) with a reason/.exec(suppressing.title)?.[1] ?? ''
    assert.match(
      applied(marked, suppressing),
      new RegExp(`\\n {4}# pilots-ignore-next-line ${rule} -- \\n {4}- metric: Accuracy\\n`),
    )
    const stops = editsIn(find(actionsAt(marked, snippets), suppressing.title)).filter((each) =>
      SnippetTextEdit.is(each),
    )
    assert.equal(stops[0]?.snippet.value, `    # pilots-ignore-next-line ${rule} -- \${1}\n`)
  })

  it('offer no suppression where it would not work', () => {
    const marked = `${head}# pilots-ignore-ne|xt-line owners/operator-missing -- no longer so\nteam: x\n`
    const titles = actionsAt(marked, plain).map(({ title }) => title)
    assert.deepEqual(
      titles.filter((title) => title.startsWith('Suppress suppression/')),
      [],
    )
  })

  it('are silent away from findings', () => {
    assert.deepEqual(
      actionsAt('apiVersion: pilot-as-code/v1\nname: demand-|forecast\ntitle: x\nstage: criteria\n', plain),
      [],
    )
  })

  for (const [only, kinds] of [
    [['quickfix'], ['quickfix']],
    [['source'], ['source.fixAll']],
    [['source.fixAll'], ['source.fixAll']],
    [['refactor'], []],
    [['refactor', 'source'], ['source.fixAll']],
    [[''], ['quickfix', 'source.fixAll']],
  ] as const) {
    it(`of the kind ${only} are ${kinds.join() || 'none'}`, () => {
      const actions = actionsAt(head.replace('ownership', 'owner|shp'), plain, [...only])
      assert.deepEqual([...new Set(actions.map(({ kind }) => kind))], kinds)
    })
  }

  it('fix all that is safe in one edit', () => {
    const marked = `|${head.replace('title:', 'titel:').replace('ownership', 'ownershp')}`
    const [action] = actionsAt(marked, snippets, [CodeActionKind.SourceFixAll])
    assert.ok(action)
    const after = applied(marked, action)
    assert.ok(!rulesIn(after).some((rule) => rule.startsWith('schema/')), after)
  })

  it('are tried only as long as nobody has to wait', () => {
    const long = nobody + `# ${'x'.repeat(90)}\n`.repeat(5_000)
    assert.equal(actionsAt(long, plain).length, 1)
  })

  it('name the file alone for a client without versions', () => {
    const action = find(actionsAt(nobody, { ...snippets, documentChanges: false }), 'Insert an operator')
    assert.deepEqual(Object.keys(action.edit?.changes ?? {}), [plain.uri])
  })
})

describe('an edit is not offered', () => {
  const text = complete('stage: ownership\nowners: {}\n')
  const before = analysisOf(text)
  const finding = before.findings.find(({ rule }) => rule === 'owners/operator-missing')
  const at = text.indexOf('{}')
  for (const [why, edits] of [
    ['when it changes nothing', []],
    ['when the text no longer parses', [{ span: { start: at, end: at + 1 }, text: '[' }]],
    ['when the finding stays', [{ span: { start: 0, end: 0 }, text: '# a comment\n' }]],
    [
      'when another error comes',
      [{ span: { start: at, end: at + 2 }, text: '{ operator: { name: Luis Ortega, unheard: of } }' }],
    ],
    [
      'when two of its parts overlap',
      [
        { span: { start: 0, end: 5 }, text: 'a' },
        { span: { start: 3, end: 4 }, text: 'b' },
      ],
    ],
  ] as const) {
    it(why, () => {
      assert.ok(finding)
      assert.equal(
        isSound(before, [finding], edits, (text) => analysisOf(text)),
        false,
      )
    })
  }

  it('and is where an error is said by itself afterwards for which another finding stood before', () => {
    assert.ok(finding)
    const hidden = { ...finding, rule: 'data/hidden' }
    const edits = [{ span: { start: at, end: at + 2 }, text: '{ operator: { name: Luis Ortega } }' }]
    const recheck = (changed: string): Analysis => {
      const after = analysisOf(changed)
      return { ...after, findings: [...after.findings, hidden] }
    }
    assert.equal(isSound({ ...before, covered: [hidden] }, [finding], edits, recheck), true)
    assert.equal(isSound(before, [finding], edits, recheck), false)
  })

  it('and is when it mends', () => {
    assert.ok(finding)
    const edits = [{ span: { start: at, end: at + 2 }, text: '{ operator: { name: Luis Ortega } }' }]
    assert.equal(
      isSound(before, [finding], edits, (text) => analysisOf(text)),
      true,
    )
  })
})

function actionsAt(marked: string, target: Target, only?: string[]): CodeAction[] {
  const { text, offset } = readCursor(marked)
  const analysis = analysisOf(text)
  const position = analysis.lines.positionAt(offset)
  return codeActions(analysis, { range: { start: position, end: position }, only }, target, (other) =>
    analysisOf(other),
  )
}

function find(actions: readonly CodeAction[], title: string): CodeAction {
  const action = actions.find((each) => each.title === title)
  assert.ok(action, `No ${title} among ${actions.map((each) => each.title).join(', ')}`)
  return action
}

function editsIn({ edit }: CodeAction): readonly (TextEdit | SnippetTextEdit)[] {
  return (edit?.documentChanges ?? []).flatMap((change) => (TextDocumentEdit.is(change) ? change.edits : []))
}

function applied(marked: string, action: CodeAction): string {
  const edits = editsIn(action).filter((each): each is TextEdit => 'newText' in each)
  return TextDocument.applyEdits(TextDocument.create('', '', 0, readCursor(marked).text), edits)
}

function rulesIn(text: string): readonly string[] {
  return analysisOf(text).findings.map(({ rule }) => rule)
}

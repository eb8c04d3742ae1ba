import assert from 'node:assert/strict'
import { pathToFileURL } from 'node:url'
import { CodeAction, CodeActionRequest } from 'vscode-languageserver-protocol'
import { gitHistory } from '../../server/src/node/history.ts'
import { workspaceFiles } from '../../server/src/node/workspace-files.ts'
import { type RevisionTexts, showGoalposts, showRevision } from '../../server/src/protocol/past.ts'
import { type Repository, repository } from '../support/git-repository.ts'
import { grownFiles, grownPortfolio } from '../support/grown-portfolio.ts'
import { git, pilot, uriIn } from '../support/history.ts'
import { capable, TestClient } from '../support/lsp.ts'

const texts = grownFiles()

describe('a change that Git remembers', () => {
  let repo: Repository
  let client: TestClient
  before(async () => {
    repo = grownPortfolio()
    client = await start()
    await client.remembered()
    // What concerns several pilots is known when all are compared once more.
    await client.pullAll()
  })
  after(() => {
    client.stop()
    repo.remove()
  })

  const uriOf = (name: string): string => pathToFileURL(`${repo.root}/pilots/${name}.pilot.yaml`).href
  const start = async (options: object = { trusted: true, commands: true }): Promise<TestClient> => {
    const ports = { files: workspaceFiles(), history: gitHistory(git) }
    const started = new TestClient(ports, pathToFileURL(repo.root).href)
    await started.start(capable, options)
    return started
  }
  const textOf = (name: string): string => texts[`pilots/${name}.pilot.yaml`] ?? ''
  const revision = (name: string, commit?: string): Promise<RevisionTexts | null> =>
    client.connection.sendRequest(showRevision, { uri: uriOf(name), commit })
  const actionsAt = async (
    name: string,
    word: string,
    asked: TestClient = client,
  ): Promise<readonly CodeAction[]> => {
    const text = textOf(name)
    await asked.open(uriOf(name), text)
    const before = text.slice(0, text.indexOf(word) + 1).split('\n')
    const at = { line: before.length - 1, character: (before.at(-1)?.length ?? 1) - 1 }
    const params = {
      textDocument: { uri: uriOf(name) },
      range: { start: at, end: at },
      context: { diagnostics: [] },
    }
    const all = (await asked.connection.sendRequest(CodeActionRequest.type, params)) ?? []
    return all.filter((each) => CodeAction.is(each)).filter(({ title }) => title.startsWith('Show '))
  }

  it('is offered beside its finding, and answered with the texts before and after', async () => {
    const [action, ...others] = await actionsAt('claims-triage', '55')
    assert.deepEqual(others, [])
    const [change] = action?.command?.arguments ?? []
    assert.match(change.commit, /^[0-9a-f]{40}$/)
    assert.equal(action?.title, `Show the change of 2026-04-05 (${change.commit.slice(0, 7)})`)
    assert.deepEqual(
      [action?.command?.command, change.uri, change.date],
      ['pilots.showChange', uriOf('claims-triage'), '2026-04-05'],
    )
    const found = await revision('claims-triage', change.commit)
    assert.equal(found?.after, textOf('claims-triage').replace('# Reviewed in May.\n', ''))
    assert.equal(found?.before, found?.after?.replace('target: 55', 'target: 70'))
  })

  it('is also that which deleted another pilot, and that which is in no commit yet', async () => {
    const actions = await actionsAt('complaint-routing', 'complaint-routing\npriority')
    const gone = await revision('complaint-routing', actions[0]?.command?.arguments?.[0].commit)
    assert.match(gone?.before ?? '', /^name: returns-desk$/m)
    assert.equal(gone?.after, undefined)
    await client.open(uriOf('route-planning'), 'name: other\n')
    assert.deepEqual(await revision('route-planning'), {
      before: textOf('route-planning'),
      after: 'name: other\n',
    })
  })

  it('is unknown for a commit or a file that Git does not know', async () => {
    assert.equal(await revision('claims-triage', 'f'.repeat(40)), null)
    assert.equal(await revision('nowhere', '--output=x'), null)
  })

  it('of the criteria is listed, the newest first, with who made it easier', async () => {
    const told = async (name: string): Promise<readonly string[]> => {
      const found = await client.connection.sendRequest(showGoalposts, { uri: uriOf(name) })
      return (found?.changes ?? []).map(({ date, author, metric, what, before, after, easier }) =>
        [date, author, `${metric}:`, what, before, '→', after, easier ? '(easier)' : ''].join(' ').trim(),
      )
    }
    assert.deepEqual(await told('claims-triage'), [
      '2026-04-05 Luis Ortega Cases per day: target 70 → 55 (easier)',
    ])
    assert.deepEqual(await told('invoice-matching'), [
      '2026-04-13 Mei Lin Minutes per invoice: added  → 9 to 4',
    ])
    await client.open(
      uriOf('invoice-matching'),
      textOf('invoice-matching').replace(/ {4}- metric: Invoices[\s\S]*?(?= {4}- )/, ''),
    )
    assert.equal(
      (await told('invoice-matching'))[0],
      '2026-06-01  Invoices matched: dropped 61 to 85 →  (easier)',
    )
  })

  it('is not shown before the workspace is trusted, nor offered to a client that cannot show it', async () => {
    const other = await start({ trusted: false })
    const uri = uriOf('claims-triage')
    assert.equal(await other.connection.sendRequest(showRevision, { uri }), null)
    const gap = 'for lack of Git history: this workspace is not trusted'
    assert.deepEqual(await other.connection.sendRequest(showGoalposts, { uri }), { changes: [], gap })
    await other.notify('pilots/trusted', undefined)
    await other.remembered()
    assert.deepEqual(await actionsAt('claims-triage', '55', other), [])
    other.stop()
  })
})

describe('a change that came in with another line of commits', () => {
  it('is shown as it was made there, and so is what the first line made of the text', async () => {
    const files = (text: string): Record<string, string> => ({ 'a.pilot.yaml': text })
    const [start, main, side, both] = [
      pilot(70, 'timeline: { start: 2026-02-02 }\n'),
      pilot(70, 'timeline: { start: 2026-02-02 }\nteam: a\n'),
      pilot(55, 'timeline: { start: 2026-02-02 }\n'),
      pilot(55, 'timeline: { start: 2026-02-02 }\nteam: a\n'),
    ]
    const repo = repository([
      { date: '2026-01-20', mark: 'start', files: files(start) },
      { date: '2026-04-05', mark: 'side', author: 'Luis Ortega', files: files(side) },
      { date: '2026-04-06', mark: 'main', from: 'start', files: files(main) },
      { date: '2026-04-07', mark: 'join', author: 'Sam', merge: 'side', files: files(both) },
    ])
    const ports = { files: workspaceFiles(), history: gitHistory(git) }
    const client = new TestClient(ports, pathToFileURL(repo.root).href)
    await client.start(capable, { trusted: true, commands: true })
    const uri = uriIn(repo, 'a.pilot.yaml')
    await client.open(uri, both)
    await client.remembered()
    const shown = (mark: string): Promise<RevisionTexts | null> =>
      client.connection.sendRequest(showRevision, { uri, commit: repo.hash(mark) })
    assert.deepEqual(await shown('side'), { before: start, after: side })
    assert.deepEqual(await shown('join'), { before: main, after: both })
    const listed = await client.connection.sendRequest(showGoalposts, { uri })
    assert.deepEqual(
      listed?.changes.map(({ date, author, before, after }) => [date, author, before, after]),
      [['2026-04-05', 'Luis Ortega', '70', '55']],
    )
    client.stop()
    repo.remove()
  })
})

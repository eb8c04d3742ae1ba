import assert from 'node:assert/strict'
import { pathToFileURL } from 'node:url'
import { CodeAction, CodeActionRequest } from 'vscode-languageserver-protocol'
import { gitHistory } from '../../server/src/node/history.ts'
import { workspaceFiles } from '../../server/src/node/workspace-files.ts'
import { type RevisionTexts, showGoalposts, showRevision } from '../../server/src/protocol/past.ts'
import type { Repository } from '../support/git-repository.ts'
import { grownFiles, grownPortfolio } from '../support/grown-portfolio.ts'
import { git } from '../support/history.ts'
import { capable, TestClient } from '../support/lsp.ts'

const texts = grownFiles()

describe('a change that Git remembers', () => {
  let repo: Repository
  let client: TestClient
  before(async () => {
    repo = grownPortfolio()
    client = await start()
    await client.remembered()
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
    const gap = 'for want of the Git history: this workspace is not trusted'
    assert.deepEqual(await other.connection.sendRequest(showGoalposts, { uri }), { changes: [], gap })
    await other.notify('pilots/trusted', undefined)
    await other.remembered()
    assert.deepEqual(await actionsAt('claims-triage', '55', other), [])
    other.stop()
  })
})

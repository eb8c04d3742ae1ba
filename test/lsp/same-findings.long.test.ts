import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { textToCommitments } from '../../server/src/engine/history/read.ts'
import type { HistorySource, RepositoryHistory } from '../../server/src/engine/history/source.ts'
import { portfolioRules, rules } from '../../server/src/engine/rules/all.generated.ts'
import { lineIndex } from '../../server/src/engine/text/line-index.ts'
import { nodeCustomChecks } from '../../server/src/node/custom-rules.ts'
import { pilots } from '../cli/memory-io.ts'
import { complete } from '../support/check.ts'
import { capable, FOLDER, TestClient } from '../support/lsp.ts'

const root = new URL('../../', import.meta.url)

/** All fixtures and examples with their configuration, and a registry that knows few of the people. */
function readFiles(): Readonly<Record<string, string>> {
  const files: Record<string, string> = {
    'examples/catalog/people.yaml': catalog,
    'broken.pilot.yaml': 'name: [broken\n',
    'bad/pilots.config.yaml': 'rules: { no/such: error }\nregistry: ["*.yaml"]\n',
    'bad/one.pilot.yaml':
      'apiVersion: pilot-as-code/v1\nname: one\ntitle: One\nstage: rollout\npredecessor: cold-room-alert\n',
  }
  for (const folder of ['examples', 'test/fixtures']) {
    for (const entry of readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })) {
      const path = `${folder}/${entry}`
      if (/\.yaml$/.test(path)) files[path] = readFileSync(new URL(path, root), 'utf8')
    }
  }
  files['examples/pilots.config.yaml'] += 'registry: ["catalog/**"]\n'
  return files
}

const catalog = `apiVersion: backstage.io/v1alpha1
kind: User
metadata: { name: luis.ortega }
spec: { profile: { displayName: Luis Ortega } }
---
apiVersion: backstage.io/v1alpha1
kind: System
metadata: { name: erp }
`

const days = ['2025-01-01', '2026-05-20']

/** Of each file a state of long before, with other targets and ends, and the present one. */
function historyOf(files: Readonly<Record<string, string>>): HistorySource {
  const histories = Object.entries(files).flatMap(([path, text]) => {
    const earlier = text.replace(/target: /g, 'target: 9').replace(/end: 2026/g, 'end: 2025')
    const revisions = [earlier, text].flatMap((each, index) => {
      const commitments = textToCommitments(each)
      const commit = String(index + 1).repeat(40)
      return commitments ? [{ commit, date: days[index] ?? '', author: 'Mei Lin', commitments }] : []
    })
    const known = /\.pilot\.yaml$/.test(path) && revisions.length > 0
    return known ? [[`${FOLDER}/${path}`, { revisions }] as const] : []
  })
  const answer: RepositoryHistory = {
    head: '2'.repeat(40),
    asOf: undefined,
    files: new Map(histories),
    // The examples take pilots from one folder alone.
    departed: ['pilots', 'drafts'].flatMap((folder) => {
      const commitments = textToCommitments(complete(`name: lost-${folder}\n`))
      const [commit, date] = ['1'.repeat(40), days[1] ?? '']
      const file = `${FOLDER}/examples/${folder}/lost.pilot.yaml`
      return commitments ? [{ file, commit, date, author: 'Mei Lin', commitments }] : []
    }),
    past: undefined,
  }
  return { read: async () => answer }
}

interface Report {
  readonly files: readonly ReportedFile[]
  readonly configs: readonly ReportedFile[]
}

interface ReportedFile {
  readonly path: string
  readonly findings: readonly {
    readonly rule: string
    readonly severity: string
    readonly message: string
    readonly range: Readonly<Record<'start' | 'end', { readonly offset: number }>>
  }[]
}

type Told = Readonly<Record<string, readonly string[]>>

async function fromCommandLine(
  files: Readonly<Record<string, string>>,
  history: HistorySource,
): Promise<Told> {
  const { out } = await pilots(['check', '-f', 'json'], { files, rules, portfolioRules, history })
  const report: Report = JSON.parse(out)
  const all = [...report.files, ...report.configs].map(({ path, findings }) => [
    path,
    findings.map(({ rule, severity, message, range }) =>
      [rule, severity, range.start.offset, range.end.offset, message].join(' '),
    ),
  ])
  return Object.fromEntries(all)
}

const severities = ['', 'error', 'warning', 'info']

async function fromServer(files: Readonly<Record<string, string>>, history: HistorySource): Promise<Told> {
  const client = new TestClient({ history, customChecks: nodeCustomChecks })
  for (const [path, text] of Object.entries(files)) client.files.content.set(`${FOLDER}/${path}`, text)
  await client.start(capable, { trusted: true })
  await client.remembered()
  const { items } = await client.pullAll()
  client.stop()
  const all = items.map((item) => {
    const path = item.uri.slice(FOLDER.length + 1)
    const lines = lineIndex(files[path] ?? '')
    const found = item.kind === 'full' ? item.items : []
    return [
      path,
      found.map(({ code, severity = 0, message, range }) =>
        [code, severities[severity], lines.offsetAt(range.start), lines.offsetAt(range.end), message].join(
          ' ',
        ),
      ),
    ]
  })
  return Object.fromEntries(all)
}

describe('the command line and the server', () => {
  it('find the same in every fixture and example, alone, among each other and in their past', async () => {
    const files = readFiles()
    const history = historyOf(files)
    const [shell, server] = [await fromCommandLine(files, history), await fromServer(files, history)]
    assert.deepEqual(server, shell)
    const all = Object.values(shell).flat()
    for (const rule of [
      'portfolio/unknown-reference',
      'portfolio/',
      'history/',
      'config/unknown-rule',
      'yaml/',
    ])
      assert.ok(
        all.some((finding) => finding.startsWith(rule)),
        `No finding of ${rule}`,
      )
    const lost = all.flatMap((finding) => /"(lost-\w+)"/.exec(finding)?.[1] ?? [])
    assert.deepEqual(lost, ['lost-pilots'])
    assert.ok(all.some((finding) => finding.includes('The registry does not know the person')))
  }).timeout(20_000)
})

import assert from 'node:assert/strict'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { localFiles } from '../../server/src/cli/local-files.ts'
import { portfolioRules, rules } from '../../server/src/engine/rules/all.generated.ts'
import { lineIndex } from '../../server/src/engine/text/line-index.ts'
import { nodeCustomChecks } from '../../server/src/node/custom-rules.ts'
import { gitHistory } from '../../server/src/node/history.ts'
import { workspaceFiles } from '../../server/src/node/workspace-files.ts'
import { matchesGolden } from '../cli/golden.ts'
import { pilots } from '../cli/memory-io.ts'
import type { Repository } from '../support/git-repository.ts'
import { grownFiles, grownPortfolio } from '../support/grown-portfolio.ts'
import { git } from '../support/history.ts'
import { capable, TestClient } from '../support/lsp.ts'

/** A finding as either side has it. */
interface Told {
  readonly path: string
  readonly rule: string
  readonly severity: string
  readonly message: string
  readonly start: number
  readonly end: number
}

interface Report {
  readonly files: readonly {
    readonly path: string
    readonly findings: readonly {
      readonly rule: string
      readonly severity: string
      readonly message: string
      readonly range: Readonly<Record<'start' | 'end', { readonly offset: number }>>
    }[]
  }[]
}

const severities = ['', 'error', 'warning', 'info']
const texts = grownFiles()

/** The rules that a file alone, as it stands, could not answer. */
const asked = [...rules, ...portfolioRules]
  .filter(({ needs }) => needs?.includes('history') || needs?.includes('portfolio'))
  .map(({ id }) => id)

describe('a portfolio of twelve pilots that has grown in Git', () => {
  let repo: Repository
  let shell: readonly Told[]
  let server: readonly Told[]

  before(async () => {
    repo = grownPortfolio()
    shell = await fromCommandLine(repo.root)
    server = await fromServer(repo.root)
  })
  after(() => repo.remove())

  it('has each finding once that its past and its neighbours show', () => {
    const found = shell.filter(({ rule }) => asked.includes(rule))
    assert.deepEqual(found.map(({ rule }) => rule).sort(), asked.toSorted())
    matchesGolden('grown-portfolio.txt', found.map(line).join(''))
  })

  it('is the same to the command line and to the editor, in every finding', () => {
    assert.deepEqual(server, shell)
  })
})

async function fromCommandLine(cwd: string): Promise<readonly Told[]> {
  const io = { cwd, files: localFiles(), history: gitHistory(git) }
  const { out } = await pilots(['check', '-f', 'json'], { rules, portfolioRules, io })
  const report: Report = JSON.parse(out)
  return report.files.flatMap(({ path, findings }) =>
    findings.map(({ rule, severity, message, range: { start, end } }) => {
      return { path, rule, severity, message, start: start.offset, end: end.offset }
    }),
  )
}

async function fromServer(root: string): Promise<readonly Told[]> {
  const folder = pathToFileURL(root).href
  const ports = { files: workspaceFiles(), history: gitHistory(git), customChecks: nodeCustomChecks }
  const client = new TestClient(ports, folder)
  await client.start(capable, { trusted: true })
  await client.remembered()
  const { items } = await client.pullAll()
  client.stop()
  return items
    .map((item) => ({ path: fileURLToPath(item.uri).slice(join(root, '/').length), item }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap(({ path, item }) => {
      const lines = lineIndex(texts[path] ?? '')
      const found = item.kind === 'full' ? item.items : []
      return found.map(({ code, severity = 0, message, range }) => {
        const [start, end] = [lines.offsetAt(range.start), lines.offsetAt(range.end)]
        return {
          path,
          rule: String(code),
          severity: severities[severity] ?? '',
          message: String(message),
          start,
          end,
        }
      })
    })
}

/** A finding with the text that it stands under. */
function line({ path, rule, severity, message, start, end }: Told): string {
  return `${path} [${texts[path]?.slice(start, end)}]\n  ${severity} ${rule}: ${message}\n`
}

import assert from 'node:assert/strict'
import type { ReadResult } from '../../server/src/engine/ports.ts'
import { portfolioRules, rules } from '../../server/src/engine/rules/all.generated.ts'
import { analysisOf } from '../support/check.ts'
import { pilots, type World } from './memory-io.ts'

const head = 'apiVersion: pilot-as-code/v1\nname: a\ntitle: Demand forecast\nstage: criteria\n'
const misspelt = `${head}tem: supply-chain   # who\nownrs:\n  sponsor: { name: Dana Whitfield }\n`

interface Run {
  readonly code: number
  readonly out: string
  readonly err: string
  readonly written: ReadonlyMap<string, string>
}

async function run(
  argv: readonly string[],
  files: Readonly<Record<string, string | ReadResult>>,
  world: World = {},
): Promise<Run> {
  const written = new Map<string, string>()
  return { ...(await pilots(['fix', ...argv], { rules, ...world, files, written })), written }
}

describe('pilots fix', () => {
  it('applies safe fixes and nothing else', async () => {
    const { code, out, written } = await run([], { 'a.pilot.yaml': misspelt })
    assert.equal(written.get('a.pilot.yaml'), misspelt.replace('tem:', 'team:').replace('ownrs:', 'owners:'))
    assert.match(out, /^a\.pilot\.yaml\n {2}Replace by "team" schema\/unknown-key\n {2}Replace by "owners"/)
    assert.match(
      out,
      /Applied 2 fixes in 1 file\. \d+ findings left, \d+ errors? among them\. --unsafe would try/,
    )
    assert.equal(code, 0)
  })

  it('ends with 1 while something is left that counts', async () => {
    const error = { 'a.pilot.yaml': `${head}team: [1, 2]\n` }
    assert.equal((await run([], error)).code, 1)
    assert.equal((await run(['--fail-on', 'never'], error)).code, 0)
    assert.equal((await run(['--fail-on', 'info'], { 'a.pilot.yaml': head })).code, 1)
  })

  it('applies the other fixes where it is asked to, and says what to fill in', async () => {
    const { out, written } = await run(['--unsafe'], { 'a.pilot.yaml': head })
    const text = written.get('a.pilot.yaml') ?? ''
    const { pilot, findings } = analysisOf(text, { name: 'a.pilot.yaml' })
    assert.equal(pilot.owners?.sponsor?.name?.value, 'TODO full name')
    assert.deepEqual(
      findings.filter(({ rule }) => rule.startsWith('schema/')),
      [],
    )
    assert.match(out, /Fill in what says TODO\./)
  })

  it('spells a key right before it asks what is missing', async () => {
    const text = `${head}owners:\n  sponsor: { name: Dana Whitfield }\n  operater: { name: Luis Ortega }\n`
    const { written } = await run(['--unsafe', '--rule', 'owners', '--rule', 'schema'], {
      'a.pilot.yaml': text,
    })
    const { pilot } = analysisOf(written.get('a.pilot.yaml') ?? '')
    assert.equal(pilot.owners?.operator?.name?.value, 'Luis Ortega')
    assert.doesNotMatch(written.get('a.pilot.yaml') ?? '', /operater/)
  })

  it('decides nothing and claims nothing for a person, whatever is asked', async () => {
    const text = `${head.replace('criteria', 'rollout')}owners: { operator: { name: Kim Alvarado and Pete Lindqvist } }
data: { sources: [{ system: erp }, { system: crm }], audit: { completed: 2026-05-04, systems: [erp] } }
rollout: { environment: sandbox, participants: volunteers }
gates: [{ stage: data, due: 2026-05-08, held: 2026-05-08, by: Joan Petrakis }]
`
    const { out, written } = await run(['--unsafe'], { 'a.pilot.yaml': text })
    const { pilot, findings } = analysisOf(written.get('a.pilot.yaml') ?? '', { name: 'a.pilot.yaml' })
    assert.equal(pilot.owners?.operator?.name?.value, 'Kim Alvarado and Pete Lindqvist')
    assert.deepEqual(
      pilot.data?.audit?.systems?.items.map(({ value }) => value),
      ['erp'],
    )
    assert.deepEqual(
      [pilot.rollout?.environment?.value, pilot.rollout?.participants?.value],
      ['sandbox', 'volunteers'],
    )
    const held = pilot.gates?.items.find(({ by }) => by?.value === 'Joan Petrakis')
    assert.ok(held && !held.decision)
    const offered = findings.filter(({ fixes }) => fixes[0]?.suggestion).map(({ rule }) => rule)
    for (const rule of ['owners/operator-shared', 'rollout/sandbox', 'gates/undecided'])
      assert.ok(offered.includes(rule), `${rule} is not offered to the author: ${offered.join(', ')}`)
    assert.doesNotMatch(out, /It decided|Choose|It runs in production/)

    const world = { files: { 'a.pilot.yaml': text }, rules }
    const agent = await pilots(['check', '-f', 'agent'], world)
    assert.match(agent.out, /rollout\/sandbox: .* => pilots explain rollout\/sandbox$/m)
    const json = await pilots(['check', '-f', 'json'], world)
    assert.match(json.out, /"title": ?"It runs in production",\s*"safe": ?false,\s*"suggestion": ?true/)
  })

  it('goes on until nothing changes', async () => {
    // The misspelt block has to be there before what stands in it can be mended.
    const nested = `${head}timline:\n  strat: 2026-06-01\n`
    const { written } = await run([], { 'a.pilot.yaml': nested })
    assert.equal(written.get('a.pilot.yaml'), `${head}timeline:\n  start: 2026-06-01\n`)
    const again = await run([], { 'a.pilot.yaml': written.get('a.pilot.yaml') ?? '' })
    assert.equal(again.written.size, 0)
    assert.match(again.out, /^Nothing to fix in 1 file\./)
  })

  it('keeps every character that it does not mend', async () => {
    const text = `\uFEFF# 🚀\r\n${head}tem: "supply"\t# x\r\n\r\nx-y: 1`
    const { written } = await run([], { 'a.pilot.yaml': text })
    assert.equal(written.get('a.pilot.yaml'), text.replace('tem:', 'team:'))
  })

  it('shows a diff and writes nothing', async () => {
    const { code, out, written } = await run(['--diff'], {
      'p/a.pilot.yaml': misspelt,
      'p/b.pilot.yaml': head,
    })
    assert.equal(
      out,
      `--- a/p/a.pilot.yaml
+++ b/p/a.pilot.yaml
@@ -2,6 +2,6 @@
 name: a
 title: Demand forecast
 stage: criteria
-tem: supply-chain   # who
-ownrs:
+team: supply-chain   # who
+owners:
   sponsor: { name: Dana Whitfield }
`,
    )
    assert.deepEqual([code, written.size], [1, 0])
    assert.equal((await run(['--diff'], { 'a.pilot.yaml': head })).code, 0)
  })

  it('shows a diff that can be applied where a file lies outside of the folder of the run', async () => {
    const files = { 'p/a.pilot.yaml': misspelt, 'sub/b.pilot.yaml': misspelt.replace('name: a', 'name: b') }
    const { out, err } = await run(['--diff', '..'], files, { io: { cwd: '/work/sub' } })
    assert.deepEqual(out.match(/^\+\+\+ .*$/gm), ['+++ b/p/a.pilot.yaml', '+++ b/sub/b.pilot.yaml'])
    assert.match(err, /^pilots: the paths of the difference are those from \/work\.\n/)
    const inside = await run(['--diff', '.'], files, { io: { cwd: '/work/sub' } })
    assert.match(inside.out, /^\+\+\+ b\/b\.pilot\.yaml$/m)
    assert.doesNotMatch(inside.err, /those from/)
  })

  it('shows no command and no control character of a file', async () => {
    const evil = `${head}tem: a\n# ::error::x \u001b[31m \u202e\n`
    const { out } = await run(['--diff'], { 'a.pilot.yaml': evil })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those that are looked for
    assert.doesNotMatch(out, /[\u001b\u202e]|(?<!\S)::/)
  })

  it('keeps the byte order mark, so that the diff can be applied', async () => {
    const { out } = await run(['--diff'], { 'a.pilot.yaml': `\uFEFF${head.replace('title', 'titel')}` })
    assert.match(out, /^ \uFEFFapiVersion/m)
  })

  it('lists what would change in a dry run', async () => {
    const { code, out, written } = await run(['--dry-run'], { 'a.pilot.yaml': misspelt })
    assert.match(out, /Replace by "team"[\s\S]*Would apply 2 fixes in 1 file\./)
    assert.deepEqual([code, written.size], [1, 0])
  })

  it('mends standard input to standard output', async () => {
    const { out, err, written } = await run(['-'], {}, { stdin: misspelt })
    assert.equal(out, misspelt.replace('tem:', 'team:').replace('ownrs:', 'owners:'))
    assert.match(err, /Applied 2 fixes/)
    assert.equal(written.size, 0)
  })

  it('writes nothing for standard input that is no text, and says why', async () => {
    for (const [kind, reason] of [
      ['not-utf-8', 'it is not UTF-8 text'],
      ['too-large', 'it is larger than 2 MB'],
    ] as const) {
      const io = { stdin: async () => ({ kind }) }
      const { code, out, err } = await run(['-'], {}, { io })
      assert.deepEqual([code, out, err], [2, '', `pilots: Standard input was not mended: ${reason}.\n`])
    }
  })

  it('leaves alone what does not parse or is no text', async () => {
    const { code, written } = await run(['--unsafe'], {
      'a.pilot.yaml': `${misspelt}gates: [\n`,
      'b.pilot.yaml': { kind: 'not-utf-8' },
      'c.pilot.yaml': { kind: 'too-large' },
    })
    assert.deepEqual([code, written.size], [1, 0])
  })

  it('only mends what was chosen', async () => {
    const { written } = await run(['--unsafe', '--rule', 'value'], { 'a.pilot.yaml': head })
    assert.match(written.get('a.pilot.yaml') ?? '', /^value:$/m)
    assert.doesNotMatch(written.get('a.pilot.yaml') ?? '', /^owners:$/m)
    assert.match((await run(['--rule', 'valu'], { 'a.pilot.yaml': head })).err, /Did you mean "value"\?/)
  })

  it('keeps a suppression of a rule over all pilots', async () => {
    const text = `# pilots-ignore-file portfolio/too-many -- agreed for this year\n${head}`
    assert.equal((await run(['--unsafe'], { 'a.pilot.yaml': text }, { portfolioRules })).err, '')
    const { written } = await run(['--unsafe'], { 'a.pilot.yaml': text }, { portfolioRules })
    assert.match(written.get('a.pilot.yaml') ?? '', /^# pilots-ignore-file portfolio\/too-many/)
  })

  const two = { 'a.pilot.yaml': head, 'b.pilot.yaml': head.replace('name: a', 'name: b') }

  it('mends what is said of all pilots, one after the other', async () => {
    const unranked = ['--unsafe', '--rule', 'portfolio/unprioritised']
    const { out, written } = await run(unranked, two, { portfolioRules })
    assert.match(out, /Applied 2 fixes in 2 files\./)
    const ranks = [...written.values()].map((text) => /rank: (\d)/.exec(text)?.[1])
    assert.deepEqual(ranks, ['1', '2'])
  })

  it('is named with all pilots where only all of them show what is to be mended', async () => {
    const world = { files: two, rules, portfolioRules }
    const { out } = await pilots(
      ['check', '-f', 'agent', '--rule', 'portfolio', '--rule', 'value/missing'],
      world,
    )
    assert.match(
      out,
      /^a\.pilot\.yaml.* => pilots fix --unsafe --rule portfolio\/unprioritised # Insert the rank 1$/m,
    )
    assert.match(out, /^a\.pilot\.yaml.* => pilots fix --unsafe --rule value\/missing a\.pilot\.yaml #/m)
  })

  it('counts what is said of all pilots as check does', async () => {
    const unranked = ['--rule', 'portfolio/unprioritised', '--fail-on', 'warning']
    const { code, out } = await run(unranked, two, { portfolioRules })
    assert.equal(
      out,
      'Nothing to fix in 2 files. 2 findings left, 0 errors among them. --unsafe would try 2 more fixes.\n',
    )
    assert.equal(code, 1)
  })

  it('says nothing of files of which none could be written', async () => {
    const refused = { 'a.pilot.yaml': { kind: 'failed', reason: 'writing there is not allowed' } } as const
    const { out, err } = await run([], { 'a.pilot.yaml': misspelt }, { refusals: refused })
    assert.deepEqual([out, err], ['', 'pilots: a.pilot.yaml was not fixed: writing there is not allowed.\n'])
  })

  const refusals = {
    'the disk is full': { kind: 'failed', reason: 'the disk is full' },
    'it changed while it was being read. Run the command again': { kind: 'changed' },
    'a.pilot.yaml is a link, or no regular file': {
      kind: 'blocked',
      reason: 'a.pilot.yaml is a link, or no regular file',
    },
  } as const
  for (const [says, refusal] of Object.entries(refusals)) {
    it(`ends with 2 where ${says}, and mends the other files`, async () => {
      const files = { 'a.pilot.yaml': misspelt, 'b.pilot.yaml': misspelt }
      const { code, out, err, written } = await run([], files, { refusals: { 'a.pilot.yaml': refusal } })
      assert.equal(code, 2)
      assert.ok(err.includes(`a.pilot.yaml was not fixed: ${says}.`), err)
      assert.deepEqual([...written.keys()], ['b.pilot.yaml'])
      assert.doesNotMatch(out, /a\.pilot\.yaml/)
      assert.match(out, /Applied 2 fixes in 1 file\./)
    })
  }
})

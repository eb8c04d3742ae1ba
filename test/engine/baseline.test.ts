import assert from 'node:assert/strict'
import type { Analysis } from '../../server/src/engine/analyze.ts'
import { TOO_MANY } from '../../server/src/engine/at-most.ts'
import { type BaselineFile, baselineOf, entryFor, sameAs } from '../../server/src/engine/baseline/baseline.ts'
import { baselineFileOf, matchBaseline, prunedFile } from '../../server/src/engine/baseline/match.ts'
import { fingerprintsIn } from '../../server/src/engine/fingerprint.ts'
import { analysisOf } from '../support/check.ts'

const bare = 'apiVersion: pilot-as-code/v1\nname: claims\ntitle: Claims triage\nstage: data\n'
const fuller = `${bare}team: claims
value: { sentence: Claims are answered in two days instead of six., amount: 19000, per: month }
timeline: { start: 2026-02-02, end: 2026-09-30 }
data: { audit: { started: 2026-05-11 } }
owners:
  operator: { name: Luis Ortega, role: Head of claims, accountableForResult: true }
  sponsor: { name: Dana Whitfield, role: CFO, canDecide: true }
criteria:
  success:
    - { metric: Days to answer, unit: days, direction: lower, baseline: 6, target: 2, by: 2026-08-31 }
`

function fileOf(analysis: Analysis): BaselineFile {
  const file = baselineFileOf(analysis)
  assert.ok(file)
  return file
}

describe('what a baseline holds of a file', () => {
  it('is also what one finding stands for, which is no news when the file becomes more complete', () => {
    const [before, after] = [analysisOf(bare), analysisOf(fuller)]
    assert.ok(before.findings.some(({ rule }) => rule === 'file/incomplete'))
    assert.ok(after.findings.every(({ rule }) => rule !== 'file/incomplete'))
    const { known, gone } = matchBaseline(after, fileOf(before))
    const revealed = before.covered.map(({ rule }) => rule)
    const still = after.findings.filter(({ rule, span }) => {
      return revealed.includes(rule) && after.text.slice(span.start, span.end) === 'stage'
    })
    assert.ok(still.length > 3)
    for (const finding of still) assert.ok(known.has(finding), finding.rule)
    assert.deepEqual([...gone.keys()], ['file/incomplete'])
  })

  it('is not gone while another finding stands for it', () => {
    const [before, after] = [fileOf(analysisOf(fuller)), analysisOf(bare)]
    const { gone } = matchBaseline(after, before)
    const covered = fileOf(after).covered
    const hidden = [...before.findings].filter(([rule, prints]) =>
      prints.every((print) => covered.get(rule)?.includes(print)),
    )
    assert.ok(hidden.length > 3)
    for (const [rule] of hidden) assert.ok(!gone.has(rule), rule)
  })

  it('is never what keeps a file from being read, and that there is more than can be told is', () => {
    for (const text of ['name: [\n', `${bare}<<<<<<< ours\nteam: a\n=======\nteam: b\n>>>>>>> theirs\n`]) {
      const analysis = analysisOf(text)
      const findings = new Map<string, string[]>()
      for (const [{ rule }, print] of fingerprintsIn('', analysis))
        findings.set(rule, [...(findings.get(rule) ?? []), print])
      const file = { name: undefined, title: undefined, findings, covered: new Map() }
      assert.ok(findings.size > 0)
      assert.equal(matchBaseline(analysis, file).known.size, 0)
      assert.equal(baselineFileOf(analysis), undefined)
    }
    const [first] = analysisOf(bare).findings
    assert.ok(first)
    const full = { ...analysisOf(bare), findings: [{ ...first, rule: TOO_MANY }] }
    assert.deepEqual([...fileOf(full).findings.keys()], [TOO_MANY])
    assert.equal(matchBaseline(full, fileOf(full)).known.size, 1)
  })

  it('shrinks to what is left, and to nothing', () => {
    const before = fileOf(analysisOf(bare))
    const pruned = prunedFile(before, analysisOf(fuller), () => true)
    assert.ok(pruned && !pruned.findings.has('file/incomplete') && pruned.findings.size > 3)
    const { known, gone } = matchBaseline(analysisOf(fuller), pruned)
    assert.deepEqual([known.size > 3, gone.size], [true, 0])
    const kept = prunedFile(before, analysisOf(fuller), () => false)
    assert.ok(kept?.findings.has('file/incomplete'))
    const clean = { ...analysisOf(fuller), findings: [], covered: [] }
    assert.equal(
      prunedFile(before, clean, () => true),
      undefined,
    )
    // What another finding stood for was never known by itself.
    const unsure = prunedFile(before, clean, () => false)
    assert.deepEqual([...(unsure?.findings.keys() ?? [])], [...before.findings.keys()])
  })

  it('is kept while another finding could come to stand for it no longer', () => {
    const before = analysisOf(bare)
    const silenced = { ...before, findings: [] }
    const pruned = prunedFile(fileOf(before), silenced, () => true)
    assert.deepEqual([pruned?.findings.size, pruned?.covered.size], [0, fileOf(before).covered.size])
  })
})

describe('a pilot under another path', () => {
  const entry = (name: string, title: string): BaselineFile => {
    return { name, title, findings: new Map(), covered: new Map() }
  }
  const files = new Map([
    ['a.pilot.yaml', entry('a', 'Claims triage')],
    ['b.pilot.yaml', entry('b', 'Route planning')],
    ['c.pilot.yaml', entry('c', 'Route planning')],
  ])
  const known = (name: string, title: string, there: readonly string[] = []): string | undefined =>
    entryFor(baselineOf(files), { path: 'x.pilot.yaml', identity: { name, title } }, (path) =>
      there.includes(path),
    )?.path

  it('is known by its name, else by its title', () => {
    assert.equal(known('a', 'Another'), 'a.pilot.yaml')
    assert.equal(known('x', 'Claims triage'), 'a.pilot.yaml')
    assert.equal(known('b', 'Claims triage'), 'b.pilot.yaml')
  })

  it('is not taken for one that is there, or for one of two', () => {
    assert.equal(known('a', 'Claims triage', ['a.pilot.yaml']), undefined)
    assert.equal(known('x', 'Route planning'), undefined)
    assert.equal(known('x', 'Route planning', ['b.pilot.yaml']), 'c.pilot.yaml')
    assert.equal(known('x', 'y'), undefined)
  })

  it('is not known by what neither of the two has, nor because no other one is left', () => {
    const nameless = { name: undefined, title: undefined }
    assert.equal(sameAs(nameless, [nameless]), undefined)
    assert.equal(sameAs({ name: 'x', title: 'y' }, [entry('a', 'Claims triage')]), undefined)
  })
})

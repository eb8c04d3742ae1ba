import assert from 'node:assert/strict'
import type { Analysis } from '../../server/src/engine/analyze.ts'
import { recommended } from '../../server/src/engine/config/settings.ts'
import type { Finding } from '../../server/src/engine/finding.ts'
import { type Found, fingerprintsIn } from '../../server/src/engine/fingerprint.ts'
import { editsOf } from '../../server/src/engine/fix.ts'
import { analysisOf, type Kept, keep, type Subject } from '../../server/src/engine/kept.ts'
import { identityOf } from '../../server/src/engine/pilot/identity.ts'
import { extract } from '../../server/src/engine/portfolio/facts.ts'
import { recaller } from '../../server/src/engine/recalled.ts'
import { revised } from '../../server/src/engine/revised.ts'
import { rules } from '../../server/src/engine/rules/all.generated.ts'
import { DAY, portfolioOf } from '../bench/portfolio.ts'

const subjects = [
  ...portfolioOf({ pilots: 12, faulty: 1 }).values(),
  '',
  'a: [',
  'name: &a x\ntitle: *a\n',
].map(
  (text): Subject => ({
    content: { kind: 'text', text },
    file: { name: 'x.pilot.yaml', noHistory: 'off' },
    circumstances: { today: DAY, settings: recommended, rules },
  }),
)

describe('what is kept of an analysis', () => {
  for (const edits of [true, false]) {
    it(`is all that a report shows, with${edits ? '' : 'out'} the edits`, () => {
      const recall = recaller()
      for (const subject of subjects) {
        const analysis = analysisOf(subject)
        const written: Kept = JSON.parse(JSON.stringify(keep(analysis, { edits })))
        assert.deepEqual(shown(recall(written, subject)), shown(analysis))
      }
    })
  }

  it('holds what the rules over all pilots are given', () => {
    for (const subject of subjects) {
      const analysis = analysisOf(subject)
      const { pilot, syntax, readable } = analysis
      assert.deepEqual(
        keep(analysis, { edits: false }).extract,
        readable ? extract(pilot, syntax) : undefined,
      )
    }
  })

  it('tells the findings apart, and the places at which others may find something, without a tree', () => {
    for (const subject of subjects) {
      const analysis = analysisOf(subject)
      const kept = keep(analysis, { edits: false, ways: 'places' })
      const places = kept.extract?.places
      const late = [places?.file, places?.name, places?.operator, places?.criteria].flatMap(
        (span): Finding[] =>
          span ? [{ rule: 'portfolio/a', severity: 'info', message: 'm', span, related: [], fixes: [] }] : [],
      )
      const printsIn = (found: Found): readonly string[] => {
        return [...fingerprintsIn('p', { ...found, findings: [...analysis.findings, ...late] }).values()]
      }
      const { text, suppressed, covered } = analysis
      const unread = {
        ...{ text, findings: [], suppressed, covered, ways: kept.ways },
        syntax: {
          get root(): never {
            throw new Error('The tree was looked at.')
          },
        },
      }
      assert.deepEqual(printsIn(unread), printsIn(analysis))
    }
  })

  it('takes the edits of a fix from the tree that there is', () => {
    const changes = [{ do: 'insert', path: ['title'], value: 'T' }] as const
    const fix = { title: '', safe: false, changes }
    assert.equal(editsOf('name: x\n', fix).length, 1)
    assert.equal(editsOf('name: x\n', fix, () => ({ root: undefined })).length, 0)
  })

  it('has neither a tree nor a pilot', () => {
    const [subject] = subjects
    assert.ok(subject)
    assert.doesNotThrow(() => structuredClone(keep(analysisOf(subject), { edits: true })))
    assert.ok(JSON.stringify(keep(analysisOf(subject), { edits: true })).length < 60_000)
  })

  it('tells what a pilot is called, readable or not, and reads no text for it', () => {
    const unread = subjects.filter((subject) => !analysisOf(subject).readable)
    assert.ok(unread.length > 0 && unread.length < subjects.length)
    for (const subject of subjects) {
      const analysis = analysisOf(subject)
      const kept = keep(analysis, { edits: false })
      const elsewhere = recaller()(kept, { ...subject, content: { kind: 'text', text: '' } })
      assert.deepEqual(elsewhere.called, identityOf(analysis.pilot))
    }
  })

  it('stays unread when its findings are revised', () => {
    const [subject] = subjects
    assert.ok(subject)
    const analysis = analysisOf(subject)
    let reads = 0
    const watched: Analysis = {
      ...analysis,
      get syntax() {
        reads++
        return analysis.syntax
      },
    }
    const again = revised(watched, { findings: [] })
    assert.equal(reads, 0)
    assert.deepEqual([again.findings, again.syntax], [[], analysis.syntax])
  })
})

function shown(analysis: Analysis): unknown {
  const of = (finding: Finding): unknown => ({
    ...finding,
    fixes: finding.fixes.map((fix) => {
      const { title, safe, suggestion = false } = fix
      return { title, safe, suggestion, changes: editsOf(analysis.text, fix) }
    }),
  })
  const { text, syntax, pilot, called, readable, notRun, today, currency } = analysis
  const { findings, suppressed, covered } = analysis
  return {
    ...{ text, syntax, pilot, called, readable, notRun, today, currency },
    end: analysis.lines.positionAt(text.length),
    findings: findings.map(of),
    suppressed: suppressed.map(({ finding, reason }) => ({ finding: of(finding), reason })),
    covered: covered.map(of),
  }
}

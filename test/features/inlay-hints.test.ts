import assert from 'node:assert/strict'
import { applyEdits } from '../../server/src/engine/text/edit.ts'
import { inlayHints } from '../../server/src/features/inlay-hints.ts'
import { analysisOf, TODAY } from '../support/check.ts'

/** Each line with its hints in angle brackets, as of 2026-06-01. */
const cases: readonly { name: string; yaml: string }[] = [
  {
    name: 'how far a day is away',
    yaml: `rollout: { start: 2026-05-31<1 day ago> }
gates:
  - due: 2026-06-13<in 12 days>
  - { due: "2026-06-01"<today>, stage: data }
adoption:
  usageCheck: 2026-07-01<in 4 weeks>
`,
  },
  {
    name: 'overdue where a deadline is open',
    yaml: `timeline:
  approved: 2025-12-01<5 months ago>
  end: 2026-05-29<3 days overdue>
next: { what: x, by: 2026-05-18<2 weeks overdue> }
criteria:
  success:
    - { metric: a, baseline: 1, target: 5, by: 2026-05-01<4 weeks overdue>, readings: [{ date: 2026-04-01<2 months ago>, value: 4 }] }
gates:
  - { stage: data, due: 2026-05-30<2 days overdue> }
adoption:
  training: [{ role: Planner, by: 2026-05-30<2 days ago> }]
`,
  },
  {
    name: 'nothing overdue that was done, or decided elsewhere',
    yaml: `timeline: { end: 2026-05-29<3 days ago> }
criteria:
  success:
    - { metric: a, baseline: 1, target: 5, by: 2026-05-01<4 weeks ago>, readings: [{ date: 2026-04-01<2 months ago>, value: 6 }] }
gates:
  - { stage: rollout, due: 2026-04-20<6 weeks ago> }
  - { stage: rollout, due: 2026-05-20<12 days ago>, held: 2026-05-22<10 days ago>, decision: expand }
`,
  },
  {
    name: 'nothing overdue in a pilot that has come to an end',
    yaml: `stage: stopped
timeline: { start: 2025-12-01<5 months ago>, end: 2026-05-29<3 days ago>, productionBy: 2026-05-29<3 days ago> }
next: { by: 2026-05-29<3 days ago> }
gates: [{ due: 2026-05-29<3 days ago> }]
`,
  },
  {
    name: 'the window behind the promised day of production',
    yaml: `timeline:
  start: 2026-02-02<3 months ago>
  productionBy: 2026-06-26<in 3 weeks, realistic 08-03 to 10-05>
`,
  },
  {
    name: 'until when production was realistic, where that is past',
    yaml: `timeline:
  start: 2025-09-01<8 months ago>
  productionBy: 2026-02-27<3 months overdue, realistic until 05-04>
`,
  },
  {
    name: 'no window of a pilot that is in production',
    yaml: `stage: production
timeline:
  start: 2025-09-01<8 months ago>
  productionBy: 2026-02-27<3 months ago>
`,
  },
  {
    name: 'the window with its year where it is another one',
    yaml: `timeline:
  start: 2026-09-07<in 3 months>
  productionBy: 2026-11-13<in 5 months, realistic 2027-03-08 to 05-10>
`,
  },
  {
    name: 'nothing behind what is no date, no key of the format, or an alias',
    yaml: 'timeline: { start: soon, end: 2026-02-30 }\nx-day: 2026-06-02\nname: 2026-06-02\ngates:\n  - due: &d 2026-06-02<in 1 day>\n  - due: *d\n',
  },
  { name: 'nothing in a text that is no pilot', yaml: '- 2026-06-02\n' },
]

describe('inlay hints', () => {
  for (const { name, yaml } of cases) {
    it(`say ${name}`, () => {
      const analysis = analysisOf(yaml.replace(/<[^>]*>/g, ''))
      const { text, lines } = analysis
      const range = { start: lines.positionAt(0), end: lines.positionAt(text.length) }
      const edits = inlayHints(analysis, range).map(({ position, label }) => {
        const at = lines.offsetAt(position)
        return { span: { start: at, end: at }, text: `<${String(label)}>` }
      })
      assert.equal(applyEdits(text, edits), yaml)
    })
  }

  it('say on what the window rests, in words that nobody can disguise', () => {
    const analysis = analysisOf(
      'timeline: { start: 2026-02-02, productionBy: 2026-06-26 }\nowners: { operator: { name: "A\\u202e Roy" } }\n',
    )
    const [, hint] = inlayHints(analysis, {
      start: { line: 0, character: 0 },
      end: { line: 9, character: 0 },
    })
    assert.match(
      String(hint?.tooltip),
      /^2026-\d\d-\d\d to 2026-\d\d-\d\d, counted from the start with \w+ readiness: .*audited; .*\\u\{202e\}/,
    )
  })

  it('stay within the range that is asked for', () => {
    const analysis = analysisOf('gates:\n  - due: 2026-06-02\n  - due: 2026-06-03\n  - due: 2026-06-04\n')
    const hints = inlayHints(analysis, { start: { line: 2, character: 0 }, end: { line: 2, character: 19 } })
    assert.deepEqual(
      hints.map(({ position, label }) => [position.line, label]),
      [[2, 'in 2 days']],
    )
    assert.equal(TODAY, '2026-06-01')
  })
})

import assert from 'node:assert/strict'
import { isSound } from '../../server/src/engine/sound-edit.ts'
import { parse } from '../../server/src/engine/yaml/parse.ts'
import { analysisOf } from '../support/check.ts'

const whole = (lines: string): string =>
  `apiVersion: pilot-as-code/v1\nname: demand\n${lines}stage: data\nuseCase: forecasting\nowners:\n  operator:\n    name: "Luis Ortega"\n    since: 2026-13-01\nsummary: 'It is one.'\n`
const told = (text: string): readonly string[] => {
  const { findings, lines } = analysisOf(text, { name: 'demand.pilot.yaml' })
  return findings.map(({ rule, span, message }) => {
    const { line } = lines.positionAt(span.start)
    return `${text.split(/\r?\n/)[line]} ${rule} ${message}`
  })
}

describe('a value that cannot be read', () => {
  for (const lines of [
    'title: Foo: bar\n',
    'title: Foo:\n',
    'title: {\n',
    'title: {}}\n',
    'title: [a,\n',
    'title: "Foo\n',
    'title: "Foo\n  bar\n',
    "title: 'It's\n",
    'title: @foo # ours\n',
    'title: |x\n',
    'title: "a" b\n',
    'title: }\n',
    'title: x\n  y: z\n',
    'title:\n  {\n',
    'title: {\n  b: c,\n  d: [\n}\n',
  ]) {
    it(`takes nothing away that is said of the others: ${JSON.stringify(lines)}`, () => {
      for (const end of ['\n', '\r\n']) {
        const before = told(whole('title: Foo\n').replaceAll('\n', end))
        const now = told(whole(lines).replaceAll('\n', end))
        assert.ok(before.length > 2)
        assert.deepEqual(
          now.filter((each) => !each.includes(' yaml/')),
          before,
        )
        assert.ok(now.some((each) => each.includes(' yaml/')))
      }
    })
  }

  it('takes nothing away of the others in its block', () => {
    const text = whole('title: Foo\n').replace('"Luis Ortega"', '"Luis Ortega')
    const now = told(text)
    assert.ok(now.some((each) => /since: 2026-13-01 schema/.test(each)))
    assert.ok(!now.some((each) => /owners\/operator-missing/.test(each)))
  })

  it('lets nothing be changed in the file, since nobody knows how far it goes', () => {
    const { findings, ...analysis } = analysisOf(whole('title: {\n'))
    assert.ok(findings.every(({ fixes }) => fixes.length === 0))
    const edits = [{ span: { start: 0, end: 0 }, text: '# x\n' }]
    assert.ok(!isSound({ ...analysis, findings }, [], edits, (text) => analysisOf(text)))
  })

  it('is one, and among lines that can be read', () => {
    for (const lines of [
      'title: {\nteam: {\n',
      '<<<<<<< ours\ntitle: a\n=======\ntitle: b\n>>>>>>> theirs\n',
    ])
      assert.equal(parse(whole(lines)).unread, undefined, lines)
  })
})

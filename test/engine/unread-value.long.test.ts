import assert from 'node:assert/strict'
import { isSound } from '../../server/src/engine/sound-edit.ts'
import { parse } from '../../server/src/engine/yaml/parse.ts'
import { analysisOf } from '../support/check.ts'

const whole = (lines: string): string =>
  `apiVersion: pilot-as-code/v1\nname: demand\n${lines}stage: data\nuseCase: forecasting\nowners:\n  operator:\n    name: "Luis Ortega"\n    since: 2026-13-01\n    until: 2026-13-02\nsummary: 'It is one.'\n`
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

  it('takes nothing away of the others on the last line, where no line break follows', () => {
    const before = told(whole('title: Foo\n'))
    for (const last of [
      'title: {',
      'title: "Foo',
      'title: [a,',
      "title: { b: 'c }",
      'title: Foo: bar',
      'title:\n  {',
    ]) {
      const now = told(whole('') + last)
      assert.deepEqual(
        now.filter((each) => !each.includes(' yaml/')),
        before,
        last,
      )
      assert.equal(now.length, before.length + 1)
    }
  })

  it('takes nothing away of the others where it follows a byte order mark', () => {
    const text = 'title: {\n  b: c,\n  d: [\n}\ng: y\n'
    const rules = (each: string): readonly string[] => analysisOf(each).findings.map(({ rule }) => rule)
    assert.deepEqual(rules(`\ufeff${text}`), rules(text))
    assert.ok(rules(text).includes('schema/unknown-key'))
  })

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

  it('is none in what Git could not merge', () => {
    const lines = '<<<<<<< ours\ntitle: a\n=======\ntitle: b\n>>>>>>> theirs\n'
    assert.equal(parse(whole(lines)).unread, undefined)
  })

  it('is one of a few, each stepped around by itself', () => {
    const before = told(whole('title: Foo\nteam: Ops\n'))
    const text = whole('title: {\nteam: "Ops\n').replace('2026-13-01', '2026-13-01\n    team: [a')
    assert.equal(parse(text).unread?.length, 3)
    const now = told(text).filter((each) => !each.includes(' yaml/'))
    assert.deepEqual(
      now.filter((each) => !before.includes(each)),
      [],
    )
    assert.ok(now.some((each) => /since: 2026-13-01 schema/.test(each)))
  })

  it('is given up where too many are, and where lines may belong to a bracket above', () => {
    const many = Array.from({ length: 40 }, (_, index) => `x-${index}: {\n`).join('')
    for (const lines of [many, 'x-a: [\nb,\nc: d,\ne\n]\n', 'x-a: {\nb: c,\nd: { e: f }\n}\n'])
      assert.equal(parse(whole(lines)).unread, undefined, lines)
  })

  it('says nothing of what may stand there', () => {
    const pilot = whole('title: Foo\n').replace('stage: data', 'stage: rollout')
    for (const [from, to] of [
      ['stage: rollout', 'stage: {'],
      ['stage: rollout', 'stage: "roll'],
      ['  operator:\n', '  operator: {\n'],
      ['owners:\n', 'owners: [\n'],
      ['    name: "Luis Ortega"', '    name: *luis'],
      ['    name: "Luis Ortega"', '    name: { it:'],
      ['    name: "Luis Ortega"', '    @name: "Luis Ortega"'],
    ] as const) {
      const found = told(pilot.replace(from, to)).filter((each) => !each.includes(' yaml/'))
      const before = told(pilot)
      assert.deepEqual(
        found.filter((each) => !before.includes(each)),
        [],
        to,
      )
    }
  })

  it('lets comments silence what they did, and calls none of no use', () => {
    const comment = (id: string): string => `# pilots-ignore-next-line ${id} -- Agreed`
    const text = whole('title: Foo\n')
      .replace('forecasting', `{} } ${comment('owners/it-missing')}`)
      .replace('    since', `    ${comment('schema/date')}\n    since: { #`)
    const found = told(text)
    assert.ok(!found.some((each) => / owners.it-missing Nobody| suppression\//.test(each)), found.join('\n'))
  })

  it('is no key without a name, of which the library makes one', () => {
    const found = told(whole('title: Foo\npriority: { rank: 1 }: 2\n'))
    assert.ok(found.some((each) => /priority: .* yaml\/colon No key stands/.test(each)))
    assert.ok(!found.some((each) => each.includes('unknown-key')))
  })
})

import assert from 'node:assert/strict'
import { analysisOf, complete } from '../support/check.ts'

describe('a line behind a tab', () => {
  it('is one finding, and nothing that follows from its depth', () => {
    const found = (yaml: string): readonly string[] =>
      analysisOf(complete(yaml)).findings.map(({ rule }) => rule)
    assert.deepEqual(found('owners:\n\toperator: Jens\n  sponsor: { name: Silke }\n'), ['yaml/tab'])
    assert.deepEqual(found('owners:\n\toperator:\n\t\tname: Jens\n'), ['yaml/tab', 'yaml/tab'])
  })
})

describe('what keeps a text from being read', () => {
  const said = (yaml: string): readonly string[] => {
    const text = complete(yaml)
    const all = analysisOf(text, { rules: [] }).findings
    return all.map(({ rule, message, span }) => `${rule} [${text.slice(span.start, span.end)}] ${message}`)
  }

  it('is a blank that is missing behind a colon', () => {
    const missing = 'yaml/colon [name:] A blank is missing behind the colon. Add it.'
    assert.deepEqual(said('owners:\n  operator:\n    name:Ravi Menon\n    title: Head of Onboarding\n'), [
      missing,
    ])
  })

  it('is a line that stands deeper than the one above', () => {
    const deeper = 'This line stands deeper than the one above, which has its value already. Align the two.'
    assert.deepEqual(said('team: onboarding\n owners:\n   operator: { name: Ravi Menon }\n'), [
      `yaml/indentation [owners] ${deeper}`,
    ])
    assert.deepEqual(said('owners:\n  operator:\n    title: Head\n\n      since: 2026-01-12\n'), [
      `yaml/indentation [since] ${deeper}`,
    ])
    // A byte order mark makes no difference.
    for (const mark of ['', '\ufeff']) {
      const text = `${mark}team: onboarding\n owners:\n   operator: { name: Ravi Menon }\n`
      const { findings } = analysisOf(text, { rules: [] })
      assert.deepEqual(
        findings.map(({ message, span }) => [text.slice(span.start, span.end), message]),
        [['owners', deeper]],
      )
    }
  })

  it('is a blank that is none, pasted from elsewhere', () => {
    const hard = 'A non-breaking space stands here, which YAML takes for a letter. Replace it by a blank.'
    assert.deepEqual(
      said(
        'owners:\n\u00a0\u00a0operator:\n\u00a0\u00a0\u00a0\u00a0name: Nadine\n  sponsor:\u00a0{ name: Maas }\n',
      ),
      [
        `yaml/indentation [\u00a0] ${hard}`,
        `yaml/indentation [\u00a0] ${hard}`,
        `yaml/colon [\u00a0] ${hard}`,
      ],
    )
    assert.deepEqual(said('owners: { sponsor: { name: Maas, title:\u00a0COO } }\n'), [
      'schema/unknown-key [title:\u00a0COO] "title:\u00a0COO" holds a non-breaking space, which YAML takes for a letter. Replace it by a blank.',
    ])
    assert.deepEqual(said('summary: |\n  Goals\n  \u00a0\u00a0cost:\u00a020\ntitle: Prix :\u00a020 €\n'), [])
  })
})

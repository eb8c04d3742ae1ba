import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import type { Fix } from '../../server/src/engine/finding.ts'
import { editsOf } from '../../server/src/engine/fix.ts'
import { isSound } from '../../server/src/engine/sound-edit.ts'
import { pilotKinds, pilotTemplate, pilotText } from '../../server/src/engine/templates/pilot.ts'
import { analysisOf, applyFix, TODAY } from '../support/check.ts'
import { expandSnippet } from '../support/snippet.ts'

const name = 'demand-forecast.pilot.yaml'
const titles = ['Insert a pilot of four lines', 'Insert a five-stage pilot', 'Insert a ninety-day pilot']

function beginningsOf(text: string): readonly Fix[] {
  const { findings } = analysisOf(text, { name })
  return findings.find(({ rule }) => /^schema\/(?:empty-file|missing-key)$/.test(rule))?.fixes ?? []
}

describe('a new pilot', () => {
  const facts = { name: 'demand-forecast' }

  for (const kind of pilotKinds) {
    it(`of the template ${kind} is valid, and says only what is to be filled in`, () => {
      const text = pilotText(pilotTemplate(kind, facts, TODAY))
      const { findings } = analysisOf(text, { name })
      const lines = text.split('\n')
      for (const { rule, severity, span, message } of findings) {
        const line = lines[text.slice(0, span.start).split('\n').length - 1] ?? ''
        assert.ok(
          /TODO/.test(line) || /is not approved|No |Nobody |Nothing |has no /.test(message),
          `${rule} ${message}`,
        )
        assert.ok(severity !== 'error' || /TODO/.test(line) || rule === 'owners/sponsor-missing', rule)
      }
    })

    it(`of the template ${kind} is the snippet of the editor`, () => {
      const snippets = JSON.parse(readFileSync(new URL('../../snippets/pilot.json', import.meta.url), 'utf8'))
      const names = {
        minimal: 'Pilot',
        'five-stage': 'Pilot in five stages',
        'ninety-day': 'Pilot of ninety days',
      }
      const day = { CURRENT_YEAR: '2026', CURRENT_MONTH: '12', CURRENT_DATE: '21' }
      const expanded = expandSnippet(snippets[names[kind]].body.join('\n'), {
        TM_FILENAME_BASE: 'demand-forecast.pilot',
        ...day,
      })
      assert.equal(`${expanded}\n`, pilotText(pilotTemplate(kind, facts, '2026-12-21')))
    })
  }

  it('takes over what is known', () => {
    const known = {
      ...facts,
      title: 'Forecast: weekly',
      team: 'supply',
      operator: 'Luis Ortega',
      sponsor: 'Dana Whitfield',
      start: '2026-05-04',
    }
    for (const kind of pilotKinds) {
      const { pilot, findings } = analysisOf(pilotText(pilotTemplate(kind, known, TODAY)), { name })
      assert.equal(pilot.title?.value, 'Forecast: weekly')
      assert.equal(pilot.owners?.operator?.name?.value, 'Luis Ortega')
      assert.equal(pilot.owners?.sponsor?.name?.value, 'Dana Whitfield')
      assert.equal(pilot.timeline?.start?.value, '2026-05-04')
      assert.ok(!findings.some(({ rule }) => rule === 'stage/impossible-dates'))
    }
  })
})

describe('an almost empty file', () => {
  const texts = {
    'nothing at all': '',
    blanks: '  \n\n',
    'a byte order mark': '\uFEFF',
    'a comment': '# Our forecast, soon\n',
    'a comment without an end, with CR LF': '# Our forecast\r\n# soon',
    'a name': 'name: demand-forecast\n',
    'a title without an end': 'title: Demand forecast',
    'a title that is not written yet': '# soon\ntitle:\nstage: criteria   # from today\n',
    'two keys with CR LF': 'apiVersion: pilot-as-code/v1\r\nstage: criteria\r\n# the end\r\n',
  }
  for (const [what, text] of Object.entries(texts)) {
    it(`that holds ${what} can be begun in three ways`, () => {
      const before = analysisOf(text, { name })
      const fixes = beginningsOf(text)
      assert.deepEqual(
        fixes.map(({ title }) => title),
        titles,
      )
      for (const fix of fixes) {
        const after = applyFix(text, fix)
        const { findings, pilot, syntax } = analysisOf(after, { name })
        assert.deepEqual(
          findings.filter(({ rule }) => /^(?:yaml|schema)\//.test(rule)),
          [],
          after,
        )
        assert.equal(pilot.name?.value, 'demand-forecast')
        assert.deepEqual(
          syntax.comments.map((each) => each.text).filter((each) => each !== '# TODO yours'),
          before.syntax.comments.map((each) => each.text),
        )
        if (text.includes('\r\n')) assert.doesNotMatch(after, /(?<!\r)\n/)
        const mended = before.findings.filter(({ rule }) => rule.startsWith('schema/'))
        const check = (edited: string): typeof before => analysisOf(edited, { name })
        assert.ok(isSound(before, mended.slice(0, 1), editsOf(text, fix), check), fix.title)
      }
    })
  }

  it('stays alone once there is more in it', () => {
    for (const text of ['team: supply-chain\n', '{ name: a }\n', '- name\n', 'name: [\n', 'just text\n'])
      assert.deepEqual(beginningsOf(text), [], text)
  })

  it('gets places to fill in where the editor has them', () => {
    const [, fiveStages] = beginningsOf('')
    const [edit] = fiveStages ? editsOf('', fiveStages) : []
    assert.match(edit?.snippet ?? '', /title: \$\{1:TODO what it does and for whom\}/)
    assert.equal(expandSnippet(edit?.snippet ?? '', {}), edit?.text)
  })
})

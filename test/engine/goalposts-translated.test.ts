import { deepEqual, match } from 'node:assert/strict'
import { historyOf } from '../../server/src/engine/rules/example-files.ts'
import { analysisOf, complete } from '../support/check.ts'
import { criteria, START, withHistory } from '../support/past.ts'

/** What is said of the last of some texts, each committed a month after the one before it and by somebody else. */
function said(...texts: readonly string[]): readonly string[] {
  const authors = ['Ana Ruiz', 'Luis Ortega', 'Mia Fan', 'Jo Best']
  const past = texts.map((each, at) => {
    return { date: `2026-0${at + 1}-20`, author: authors[at] ?? '', yaml: START + criteria(each) }
  })
  const text = complete(past.at(-1)?.yaml ?? '')
  const { findings } = analysisOf(text, { rules: withHistory, history: historyOf(past) })
  const ofCriteria = findings.filter(({ rule }) => /goalposts|criteria-added/.test(rule))
  return ofCriteria.map(({ severity, message }) => `${severity} ${message}`)
}

const TIME = 'unit: min, better: lower, baseline: 40, target: 20'
const COST = 'unit: EUR, better: lower, baseline: 21, target: 14, by: 2026-08-25'
const english = `{ metric: Handling time per case, ${TIME} }, { metric: Cost per case, ${COST} }`
const german = `{ metric: Bearbeitungszeit je Fall, ${TIME} }, { metric: Kosten je Fall, ${COST} }`

describe('criteria that are translated', () => {
  it('may be the same ones, as all but their names is', () => {
    const warnings = said(english, german)
    deepEqual(
      warnings.map((each) => each.replace(/ on 2026-02-20 by Luis Ortega .*/, '')),
      [
        'warning The criterion "Handling time per case" became "Bearbeitungszeit je Fall" with the same numbers',
        'warning The criterion "Cost per case" became "Kosten je Fall" with the same numbers',
      ],
    )
    deepEqual(said(english, german.replace('min', 'Minuten')).map(severityOf), ['warning', 'warning'])
    const alike = `{ metric: Person per case, ${TIME} }`
    deepEqual(
      said(
        `${alike}, { metric: Cost, ${COST} }`,
        `${alike.replace('per case', 'je Fall')}, { metric: Kosten, ${COST} }`,
      ).map(severityOf),
      ['warning', 'warning'],
    )
    deepEqual(said(english, german, english), [])
  })

  it('are the same ones under their first names again, be it with another number', () => {
    deepEqual(said(english, german, english.replace('target: 20', 'target: 10')), [])
    const [lowered, ...others] = said(english, german, english.replace('target: 20', 'target: 30'))
    match(
      lowered ?? '',
      /^error The target of "Handling time per case" was 20 min at the start and became 30 min on 2026-03-20 by Mia Fan /,
    )
    deepEqual(others, [])
    const of = (metric: string, target: number): string =>
      `{ metric: ${metric}, baseline: 9, target: ${target} }`
    deepEqual(said(of('Rework', 4), of('Rework of letters', 4), of('rework', 3)), [])
  })

  it('are other ones where one is, and some of the others keep their names', () => {
    const kept = '{ metric: Rework, baseline: 9, target: 4 }'
    const person = `{ metric: Person per case, ${TIME} }`
    const texts = [
      `${kept}, ${person}, { metric: Cost, ${COST} }`,
      `${kept}, ${person}, { metric: Joy, ${COST} }`,
    ]
    const [before = '', after = ''] = texts
    match(said(before, after.replace('per case', 'je Fall')).join('\n'), /^error The criterion "Cost" /m)
  })

  it('are easier afterwards where a number is', () => {
    const lowered = german.replace('target: 20', 'target: 30')
    match(
      said(english, german, lowered).join('\n'),
      /^error The target of "Bearbeitungszeit je Fall" was 20 min/m,
    )
  })

  it('are other ones where a single one is called otherwise, and where anything else changes or is left over', () => {
    const [time, cost] = [`{ metric: Handling time per case, ${TIME} }`, `{ metric: Happy people, ${COST} }`]
    for (const after of [
      `${time}, ${cost}`,
      german.replace('target: 20', 'target: 30'),
      german.replace('min', 'h'),
      german.replace('better: lower, baseline: 21', 'better: higher, baseline: 21'),
      german.replace('2026-08-25', '2027-08-25'),
      `${german}, { metric: Fehler, baseline: 9, target: 4 }`,
      `{ metric: Bearbeitungszeit je Fall, ${TIME} }`,
    ])
      match(said(english, after).join('\n'), /^error The criterion ".* per case" \(.*\) was dropped/m, after)
  })
})

describe('a criterion that is called otherwise', () => {
  const named = (metric: string): string => `{ metric: ${metric}, ${TIME} }`

  it('was by whoever changed what it measures, and not by who put that name right', () => {
    const [warning, ...others] = said(
      named('Handling time'),
      named('Handling time of simple cases'),
      named('Handling time of Simple cases'),
    )
    match(
      warning ?? '',
      /^warning .* became "Handling time of Simple cases" .* on 2026-02-20 by Luis Ortega /,
    )
    deepEqual(others, [])
  })

  it('may be the same in its new language, too', () => {
    const texts = [
      'Bearbeitungszeit je Fall',
      'Bearbeitungszeit der Faelle',
      'Bearbeitungszeit kleiner Fälle',
    ]
    const all = texts.map((each) => german.replace('Bearbeitungszeit je Fall', each))
    const [first, second] = all.slice(1).map((_, at) => said(english, ...all.slice(0, at + 2)))
    match(first?.[0] ?? '', /^warning .* became "Bearbeitungszeit der Faelle" /)
    match(
      second?.[0] ?? '',
      /^warning .* became "Bearbeitungszeit kleiner Fälle" .* on 2026-04-20 by Jo Best /,
    )
  })
})

function severityOf(text: string): string {
  return text.split(' ')[0] ?? ''
}

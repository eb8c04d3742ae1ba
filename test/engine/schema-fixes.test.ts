import assert from 'node:assert/strict'
import { analysisOf, applyFix, complete } from '../support/check.ts'

describe('fixes of the schema', () => {
  const fixes: readonly [string, string][] = [
    ['owners:\n  opertor: { name: Luis }\n', 'owners:\n  operator: { name: Luis }\n'],
    ['timeline:\n  start: 2026-2-3\n', 'timeline:\n  start: 2026-02-03\n'],
    ['timeline:\n  start: 2026/02/03\n', 'timeline:\n  start: 2026-02-03\n'],
    ['currency: €\n', 'currency: EUR\n'],
    ['currency: Euro\n', 'currency: EUR\n'],
    ['scope: { covers: 83 % }\n', 'scope: { covers: 83% }\n'],
    ['scope: { covers: "82,5 percent" }\n', 'scope: { covers: 82.5% }\n'],
    ['timeline:\n  start: 11.01.2027\n', 'timeline:\n  start: 2027-01-11\n'],
    ['kpis: { horizon: 60 Days }\n', 'kpis: { horizon: 60 days }\n'],
    ['kpis: { horizon: 60d }\n', 'kpis: { horizon: 60 days }\n'],
    ['kpis: { horizon: 1 yr }\n', 'kpis: { horizon: 1 year }\n'],
    ['owners:\n  sponsor: { budgetAuthority: yes }\n', 'owners:\n  sponsor: { budgetAuthority: true }\n'],
    ['owners:\n  sponsor: { budgetAuthority: ja }\n', 'owners:\n  sponsor: { budgetAuthority: true }\n'],
    ['workflow: { newLogin: nee }\n', 'workflow: { newLogin: false }\n'],
    ['compliance: { affectsPeople: non }\n', 'compliance: { affectsPeople: false }\n'],
    ['compliance: { affectsPeople: "sí" }\n', 'compliance: { affectsPeople: true }\n'],
    ['cost: { software: "14,5" }\n', 'cost: { software: 14.5 }\n'],
    ['kpis: { horizon: 6 mois }\n', 'kpis: { horizon: 6 months }\n'],
    ['kpis: { horizon: 1 Jahr }\n', 'kpis: { horizon: 1 year }\n'],
    ['kpis: { horizon: 8 semanas }\n', 'kpis: { horizon: 8 weeks }\n'],
    ['kpis: { horizon: 12 mesi }\n', 'kpis: { horizon: 12 months }\n'],
    ['kpis: { horizon: 6 weken }\n', 'kpis: { horizon: 6 weeks }\n'],
    ['timeline:\n  start: 30/06/2027\n', 'timeline:\n  start: 2027-06-30\n'],
    ['timeline:\n  start: 06/30/2027\n', 'timeline:\n  start: 2027-06-30\n'],
    ['cost: { software: 1.5k }\n', 'cost: { software: 1500 }\n'],
    ['cost: { software: 1.250.000 }\n', 'cost: { software: 1250000 }\n'],
    ['currency: usd\n', 'currency: USD\n'],
    ['cost: { software: "42000" }\n', 'cost: { software: 42000 }\n'],
    ['timeline:\n  start: 05/05/2027\n', 'timeline:\n  start: 2027-05-05\n'],
    ...[
      ['Deutschland', 'DE'],
      ['Germany', 'DE'],
      ['"ÖSTERREICH"', 'AT'],
      ['The Netherlands', 'NL'],
      ['Česko', 'CZ'],
      ['European Union', 'EU'],
      ['EU-wide', 'EU'],
      ['Texas', 'US-TX'],
      ['USA', 'US'],
      ['U.S.', 'US'],
      ['O\u0308sterreich', 'AT'],
      ['us-tx', 'US-TX'],
    ].map(([name, code]): [string, string] => [
      `compliance: { jurisdictions: [FR, ${name}] }\n`,
      `compliance: { jurisdictions: [FR, ${code}] }\n`,
    ]),
    ['stage: Rollout\n', 'stage: rollout\n'],
    ['name: Demand Forecast\n', 'name: demand-forecast\n'],
  ]
  for (const [before, after] of fixes) {
    it(before.trim().replace(/\s+/g, ' '), () => {
      const { findings, text } = analysisOf(complete(before), { rules: [] })
      const fix = findings[0]?.fixes[0]
      assert.ok(fix?.safe)
      assert.equal(applyFix(text, fix), complete(after))
      assert.deepEqual(analysisOf(complete(after), { rules: [] }).findings, [])
    })
  }
})

describe('fixes of the schema that decide something', () => {
  const fixes: readonly [string, string][] = [
    ['compliance: { jurisdictions: "Deutschland, Texas" }\n', 'compliance: { jurisdictions: [DE, US-TX] }\n'],
    // It may be twelve cases.
    ['scope: { covers: 12 }\n', 'scope: { covers: 12% }\n'],
    ['rollout: { volume: 15 }\n', 'rollout: { volume: 15% }\n'],
    ['scope: { covers: 0.83 }\n', 'scope: { covers: 83% }\n'],
    ['owners:\n  operator: { name: [A. Roy, L. Kim] }\n', 'owners:\n  operator: { name: A. Roy }\n'],
    ['criteria:\n  success: [{ baseline: 97.2% }]\n', 'criteria:\n  success: [{ baseline: 97.2 }]\n'],
    // Days of work are no days of the calendar.
    ['kpis: { horizon: 12 person-days }\n', 'kpis: { horizon: 12 days }\n'],
    // Three digits behind a comma or a point may be decimals.
    ['cost: { software: "1,250" }\n', 'cost: { software: 1250 }\n'],
    ['criteria:\n  success: [{ baseline: "1,250" }]\n', 'criteria:\n  success: [{ baseline: 1250 }]\n'],
    ['cost: { software: 12.500 € }\n', 'cost: { software: 12500 }\n'],
    // The file may count in another currency.
    ['cost: { software: 12 500 € }\n', 'cost: { software: 12500 }\n'],
    ["cost: { software: CHF 1'250'000 }\n", 'cost: { software: 1250000 }\n'],
  ]
  for (const [before, after] of fixes) {
    it(before.trim().replace(/\s+/g, ' '), () => {
      const { findings, text } = analysisOf(complete(before), { rules: [] })
      const fix = findings.flatMap((each) => each.fixes)[0]
      assert.ok(fix && !fix.safe)
      assert.equal(applyFix(text, fix), complete(after))
    })
  }

  it('are two for a date of which nobody knows whether the day or the month comes first', () => {
    const { findings, text } = analysisOf(complete('timeline:\n  start: 1/9/2026\n'), { rules: [] })
    const [{ message, fixes } = { message: '', fixes: [] }] = findings
    assert.equal(message, '"1/9/2026" is not written as a date. Write 2026-09-01 or 2026-01-09.')
    assert.deepEqual(
      fixes.map((fix) => [fix.safe, fix.suggestion, applyFix(text, fix)]),
      ['2026-09-01', '2026-01-09'].map((day) => [false, true, complete(`timeline:\n  start: ${day}\n`)]),
    )
  })

  it('are offered for a date with dashes that begins with the day, unless its month has no such day', () => {
    const said = (day: string): readonly (string | undefined)[] => {
      const [finding] = analysisOf(complete(`timeline:\n  start: ${day}\n`), { rules: [] }).findings
      return [finding?.message, ...(finding?.fixes ?? []).map(({ title }) => title)]
    }
    const unwritten = (day: string): string => `"${day}" is not written as a date.`
    assert.deepEqual(said('31-12-2026'), [`${unwritten('31-12-2026')} Write 2026-12-31.`, 'Write 2026-12-31'])
    assert.deepEqual(said('05-06-2026'), [
      `${unwritten('05-06-2026')} Write 2026-06-05 or 2026-05-06.`,
      ...['Write 2026-06-05', 'Write 2026-05-06'],
    ])
    assert.deepEqual(said('31-06-2026'), [
      '"31-06-2026" is not a date that exists. Write year, month and day, such as 2026-05-29.',
    ])
  })

  it('are told from those in which nobody but the author can choose', () => {
    const ofDate = (day: string): readonly string[] => offered(`timeline:\n  start: ${day}\n`)
    assert.deepEqual(ofDate('12/11/2026'), ['Write 2026-11-12, choice', 'Write 2026-12-11, choice'])
    assert.deepEqual(ofDate('13/11/2026'), ['Write 2026-11-13, safe'])
    assert.deepEqual(ofDate('11/13/2026'), ['Write 2026-11-13, safe'])
    assert.deepEqual(ofDate('1.2.26'), ['Write 2026-02-01'])
    assert.deepEqual(offered('vendor: { price: 3 }\n'), [
      'Replace by "pilotPrice", choice',
      'Replace by "productionPrice", choice',
    ])
    assert.deepEqual(offered('owners:\n  operator: { name: [A. Roy, L. Kim] }\n'), [
      'Choose A. Roy, choice',
      'Choose L. Kim, choice',
    ])
    assert.deepEqual(offered('scope: { covers: 0.83 }\n'), ['Write 83%, choice'])
    assert.deepEqual(offered('stage: piloting\n').slice(0, 2), [
      'Replace by "criteria", choice',
      'Replace by "ownership", choice',
    ])
  })

  it('take no later version of the format for this one by themselves', () => {
    const { findings } = analysisOf(complete('').replace('/v1', '/v2'), { rules: [] })
    assert.deepEqual(
      findings.flatMap(({ fixes }) => fixes).map(({ title, safe }) => [title, safe]),
      [['Replace by "pilot-as-code/v1"', false]],
    )
  })

  const unclear = [
    'scope: { covers: 1 }\n',
    'timeline:\n  start: 2026/13/45\n',
    'currency: dollar\n',
    'titel: B\n',
  ]
  const places = ['Georgia', 'worldwide', 'EU and Texas'].map(
    (name) => `compliance: { jurisdictions: [${name}] }\n`,
  )
  for (const text of [...unclear, ...places, 'kpis: { horizon: 6 m }\n']) {
    it(`are none for ${text.trim().replace(/\s+/g, ' ')}`, () => {
      const { findings } = analysisOf(complete(text), { rules: [] })
      assert.deepEqual(
        findings.map(({ fixes }) => fixes.length),
        [0],
      )
    })
  }
})

/** What may be done about the first finding, and whether a program may do it, or only the author can choose. */
function offered(yaml: string): readonly string[] {
  const [finding] = analysisOf(complete(yaml), { rules: [] }).findings
  return (finding?.fixes ?? []).map(
    ({ title, safe, suggestion }) => `${title}${safe ? ', safe' : ''}${suggestion ? ', choice' : ''}`,
  )
}

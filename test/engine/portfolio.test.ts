import assert from 'node:assert/strict'
import { analyze } from '../../server/src/engine/analyze.ts'
import { recommended, type Settings } from '../../server/src/engine/config/settings.ts'
import { checkPortfolio, whatItSays } from '../../server/src/engine/portfolio/check-portfolio.ts'
import { withPortfolio } from '../../server/src/engine/portfolio/place.ts'
import { portfolioRules, rules } from '../../server/src/engine/rules/all.generated.ts'
import { applyFix, TODAY } from '../support/check.ts'
import { membersOf, portfolioAnalysis, told } from '../support/portfolio.ts'

describe('the rules over a portfolio', () => {
  const busy = 'owners: { operator: { name: Luis Ortega } }\nuseCase: forecasting\n'
  const pilots = membersOf({
    a: `${busy}vendor: { tool: Augur }\ntimeline: { start: 2026-02-02 }\n`,
    b: `${busy}vendor: { tool: Prognos }\ntimeline: { start: 2026-02-02 }\n`,
    c: `${busy}timeline: { start: 2025-09-01, end: 2025-12-19 }\npriority: { rank: 1 }\n`,
    d: `${busy}timeline: { start: 2025-10-01, end: 2026-01-30 }\npriority: { rank: 1 }\n`,
    e: 'stage: stopped\nname: d\npredecessor: nobody\n',
  })

  it('find the same in any order of the files', () => {
    const expected = told(portfolioAnalysis(pilots))
    assert.ok(expected.length >= 8, expected.join('\n'))
    assert.deepEqual(told(portfolioAnalysis(pilots.toReversed())), expected)
    assert.deepEqual(told(portfolioAnalysis([...pilots.slice(2), ...pilots.slice(0, 2)])), expected)
  })

  it('take a file for a copy in whatever order its criteria and their readings stand', () => {
    const copies = (...texts: readonly (readonly string[])[]): number => {
      const files = texts.map(
        (each, at) => [`p${at}`, `criteria: { success: [${each.join(', ')}] }\n`] as const,
      )
      const { findings } = portfolioAnalysis(membersOf(Object.fromEntries(files)))
      return [...findings.values()].flat().filter(({ rule }) => rule === 'portfolio/copied').length
    }
    const [early, late] = ['{ date: 2026-03-02, value: 44 }', '{ date: 2026-04-06, value: 47 }']
    const rework = '{ metric: Rework, baseline: 9 }'
    const rate = (...readings: readonly (string | undefined)[]): string =>
      `{ metric: Rate, baseline: 40, readings: [${readings.join(', ')}] }`
    assert.equal(copies([rework, rate(early, late)], [rework, rate(late, early)]), 1)
    assert.equal(copies([rework, rate(early, late)], [rate(late, early), rework]), 1)
    const other = rework.replace('}', `, readings: [${late}] }`)
    assert.equal(copies([rework, rate(early, late)], [other, rate(early)]), 0)
    const baselines = [5, 10, 20].map((baseline) => `{ metric: M, baseline: ${baseline} }`)
    assert.deepEqual([copies(baselines, baselines), copies(baselines, baselines.toReversed())], [1, 0])
  })

  it('are silent on a stopped pilot, but for its name', () => {
    assert.deepEqual(
      told(portfolioAnalysis(pilots)).filter((line) => line.startsWith('e ')),
      ['e portfolio/duplicate-name error'],
    )
  })

  it('take a pilot for stopped that the gate at its end stopped, and for no retry what follows one that went on', () => {
    const retries = (...gates: readonly string[]): readonly string[] => {
      const over = `useCase: forecasting\ntimeline: { start: 2025-09-01, end: 2025-12-19 }\ngates: [${gates.join(', ')}]\n`
      const later = 'useCase: forecasting\ntimeline: { start: 2026-02-02 }\n'
      const { findings } = portfolioAnalysis(membersOf({ over, later }))
      const found = [...findings.values()].flat().filter(({ rule }) => rule === 'portfolio/silent-retry')
      return found.map(({ message }) => message.split('. ')[0] ?? '')
    }
    const gate = (day: string, decision: string): string =>
      `{ stage: rollout, due: ${day}, held: ${day}, decision: ${decision}, by: Dana Whitfield }`
    const stopped = ['"over" did forecasting before and was stopped']
    assert.deepEqual(retries(gate('2025-12-19', 'stop')), stopped)
    assert.deepEqual(retries(gate('2025-12-19', 'expand')), [])
    assert.deepEqual(retries(gate('2025-09-20', 'stop'), gate('2025-12-19', 'expand')), [])
    assert.deepEqual(retries(), ['"over" did forecasting before and ended on 2025-12-19 without a decision'])
  })

  it('say what has not run, and why', () => {
    const missing = [{ rule: 'history/verdict-missing', needs: 'history' }]
    assert.deepEqual(portfolioAnalysis(pilots).notRun, missing)
    assert.deepEqual(portfolioAnalysis(pilots, { departed: [] }).notRun, [])
  })

  const settings = (severity: 'info' | 'off' | undefined, options = {}): Settings => {
    return { ...recommended, rules: new Map([['portfolio/owner-overloaded', { severity, options }]]) }
  }
  const overloaded = (lines: readonly string[]): readonly string[] =>
    lines.filter((line) => line.includes('owner-overloaded'))

  it('weigh what the configuration of the file says, and look for what its options say', () => {
    const found = (given: Settings): readonly string[] =>
      overloaded(told(portfolioAnalysis(pilots, { settings: given })))
    assert.deepEqual(found(recommended), ['b portfolio/owner-overloaded warning'])
    assert.deepEqual(found(settings('info')), ['b portfolio/owner-overloaded info'])
    assert.deepEqual(found(settings('off')), [])
    assert.deepEqual(found(settings(undefined, { error: 4 })), ['b portfolio/owner-overloaded error'])
    assert.deepEqual(found(settings(undefined, { most: 4 })), [])
    const only = { settingsOf: (file: string) => (file.includes('/b.') ? settings('off') : recommended) }
    const { ran, ...analysis } = portfolioAnalysis(pilots, only)
    assert.deepEqual(overloaded(told({ ran, ...analysis })), ['a portfolio/owner-overloaded warning'])
    assert.deepEqual(
      pilots.map((pilot) => ran(pilot).has('portfolio/owner-overloaded')),
      [true, false, true, true, false],
    )
  })

  it('never take the name of another pilot for one of the pilot itself', () => {
    const members = membersOf({
      forecast: 'predecessor: forecast\n',
      'order-desk': 'predecessor: order-desk-2\n',
      'orders-desk': 'predecessor: ordr-desk\n',
    })
    const messages = [...portfolioAnalysis(members).findings.values()].flat().map(({ message }) => message)
    assert.ok(messages.includes('There is no other pilot "forecast". Correct the name, or add its file.'))
    assert.ok(messages.includes('There is no pilot "order-desk-2". Correct the name, or add its file.'))
    assert.ok(messages.includes('There is no pilot "ordr-desk". Did you mean "order-desk"?'))
  })

  it('declare a comparison with each name once, and none where there is no name', () => {
    const declared = (...names: readonly string[]): unknown => {
      const others = names.map((name, index) => [
        `o${index}`,
        `name: ${name}\nuseCase: x\nvendor: { tool: T${index} }\ntimeline: { start: 2026-04-01 }\n`,
      ])
      const last = 'useCase: x\nvendor: { tool: Z }\ntimeline: { start: 2026-05-01 }\n'
      const found = portfolioAnalysis(membersOf({ ...Object.fromEntries(others), last })).findings
      const said = found.get('pilots/last.pilot.yaml')?.find(({ rule }) => rule === 'portfolio/same-use-case')
      return said?.fixes.flatMap(({ changes }) => changes)
    }
    assert.deepEqual(declared('dup', 'dup', 'c'), [
      { do: 'insert', path: ['comparedWith'], value: ['dup', 'c'] },
    ])
    assert.deepEqual(declared('5', '6'), [])
  })

  it('know one name in two ways to write it', () => {
    const found = told(portfolioAnalysis(membersOf({ a: 'name: Order-Desk\n', 'order-desk': '' })))
    assert.ok(found.includes('a portfolio/duplicate-name error'), found.join('\n'))
  })
})

describe('findings of the portfolio in a file', () => {
  const WHY = '-- We decide them apart'
  const ids = portfolioRules.map(({ id }) => id)

  const inFile = (
    yaml: string,
    others: Readonly<Record<string, string>>,
  ): { rules: readonly string[]; suppressed: readonly string[]; fixed: string | undefined } => {
    const members = membersOf({ 'order-desk': yaml, ...others })
    const [own] = members
    assert.ok(own)
    const portfolio = portfolioAnalysis(members)
    const places = new Map(members.map((each) => [each.file, each.places]))
    const from = {
      ...whatItSays(portfolio, own),
      places: own.places,
      placesOf: (file: string) => places.get(file),
    }
    const late = rules.filter(({ id }) => id.startsWith('suppression/'))
    const circumstances = { today: TODAY, settings: recommended, rules: late, otherRules: ids }
    const { findings: found, suppressed } = withPortfolio(own.analysis, from, circumstances)
    const fix = found.flatMap(({ fixes }) => fixes)[0]
    return {
      rules: found.map(({ rule, span }) => `${rule} [${own.analysis.text.slice(span.start, span.end)}]`),
      suppressed: suppressed.map(({ finding, reason }) => `${finding.rule}: ${reason}`),
      fixed: fix && applyFix(own.analysis.text, fix),
    }
  }
  const ranked = { claims: 'priority: { rank: 1 }\n' }

  it('stand where the file lacks something, with a fix', () => {
    const { rules: found, fixed } = inFile('team: desk\n', ranked)
    assert.deepEqual(found, ['portfolio/unprioritised [stage]'])
    assert.match(fixed ?? '', /^priority:\n {2}rank: 2 # TODO yours$/m)
  })

  it('are silenced by a suppression, which is used then', () => {
    const comment = `# pilots-ignore-file portfolio/unprioritised ${WHY}\n`
    const name = 'apiVersion: pilot-as-code/v1\n'
    const { rules: found, suppressed } = inFile(
      `${comment}${name}name: order-desk\ntitle: Desk\nstage: data\n`,
      ranked,
    )
    assert.deepEqual(found, [])
    assert.deepEqual(suppressed, ['portfolio/unprioritised: We decide them apart'])
    const line = `priority:\n  # pilots-ignore-next-line portfolio/unprioritised ${WHY}\n  rank: 1\n`
    assert.deepEqual(
      inFile(line, { claims: 'priority: { rank: 1 }\ntimeline: { start: 2026-01-05 }\n' }).rules,
      [],
    )
  })

  it('leave a suppression unused that silences none of them', () => {
    const text = `priority:\n  # pilots-ignore-next-line portfolio/unprioritised ${WHY}\n  rank: 2\n`
    assert.deepEqual(inFile(text, ranked).rules, [
      `suppression/unused [# pilots-ignore-next-line portfolio/unprioritised ${WHY}]`,
    ])
  })

  it('may be silenced before anyone has looked at the other pilots', () => {
    const comment = `# pilots-ignore-file portfolio/unprioritised ${WHY}\n`
    const text = `${comment}apiVersion: pilot-as-code/v1\nname: order-desk\ntitle: Desk\nstage: data\n`
    const late = rules.filter(({ id }) => id.startsWith('suppression/'))
    const found = (otherRules: readonly string[]): readonly string[] =>
      analyze({ text }, { today: TODAY, settings: recommended, rules: late, otherRules }).findings.map(
        ({ rule }) => rule,
      )
    assert.deepEqual(found(ids), [])
    assert.deepEqual(found([]), ['suppression/unknown-rule'])
  })

  it('judge no suppression of a rule that did not look at the file', () => {
    const stopped = `stage: stopped\npriority:\n  # pilots-ignore-next-line portfolio/unprioritised ${WHY}\n  rank: 2\n`
    assert.deepEqual(inFile(stopped, ranked).rules, [])
    const other = `priority:\n  # pilots-ignore-next-line owners/operator-shared ${WHY}\n  rank: 2\n`
    assert.deepEqual(inFile(other, ranked).rules, [])
  })

  it('know a pilot that is there and cannot be read by its file, and by its name', () => {
    const files = {
      a: 'predecessor: B\n',
      b: 'name: [\n',
      c: 'predecessor: y\n',
      e: 'predecessor: x\n',
      d: '\tname: x\n',
    }
    const all = Object.entries(files).map(([name, text]) => {
      const circumstances = { today: TODAY, settings: recommended, rules }
      const own = text.startsWith('pre') ? `name: ${name}\nstage: data\n${text}` : text
      const analysis = analyze({ text: own, name: `${name}.pilot.yaml` }, circumstances)
      return { file: `pilots/${name}.pilot.yaml`, analysis, circumstances }
    })
    const around = { today: TODAY, rules: portfolioRules }
    const found = checkPortfolio(all, around).map(({ findings }) =>
      findings.some(({ rule }) => rule === 'portfolio/unknown-reference'),
    )
    assert.deepEqual(found, [false, false, true, false, false])
  })

  it('are not placed in a text that cannot be read', () => {
    assert.deepEqual(inFile('team: [desk\n', ranked).rules, ['yaml/syntax [[]'])
  })
})

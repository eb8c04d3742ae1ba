import assert from 'node:assert/strict'
import { recommended, type Settings } from '../../server/src/engine/config/settings.ts'
import { applyFix } from '../../server/src/engine/fix.ts'
import type { Facts } from '../../server/src/engine/portfolio/facts.ts'
import { whoIsWho } from '../../server/src/engine/portfolio/people.ts'
import { withPortfolio } from '../../server/src/engine/portfolio/place.ts'
import type { Member } from '../../server/src/engine/portfolio/portfolio.ts'
import { registryOf } from '../../server/src/engine/portfolio/registry.ts'
import { similarTo } from '../../server/src/engine/portfolio/similar.ts'
import { portfolioRules, rules } from '../../server/src/engine/rules/all.generated.ts'
import { isPortfolioRule } from '../../server/src/engine/rules/rule.ts'
import { personKey } from '../../server/src/engine/words/people.ts'
import { TODAY } from '../support/check.ts'
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

  it('are silent on a stopped pilot, but for its name', () => {
    assert.deepEqual(
      told(portfolioAnalysis(pilots)).filter((line) => line.startsWith('e ')),
      ['e portfolio/duplicate-name error'],
    )
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
    const found = (given: Settings): readonly string[] => overloaded(told(portfolioAnalysis(pilots, { settings: given })))
    assert.deepEqual(found(recommended), ['b portfolio/owner-overloaded warning'])
    assert.deepEqual(found(settings('info')), ['b portfolio/owner-overloaded info'])
    assert.deepEqual(found(settings('off')), [])
    assert.deepEqual(found(settings(undefined, { error: 4 })), ['b portfolio/owner-overloaded error'])
    assert.deepEqual(found(settings(undefined, { most: 4 })), [])
    const only = { settingsOf: (file: string) => (file.includes('/b.') ? settings('off') : recommended) }
    const { ran, ...analysis } = portfolioAnalysis(pilots, only)
    assert.deepEqual(overloaded(told({ ran, ...analysis })), [])
    assert.deepEqual(
      pilots.map((pilot) => ran(pilot).has('portfolio/owner-overloaded')),
      [true, false, true, true, false],
    )
  })

  it('know one name in two ways to write it', () => {
    const found = told(portfolioAnalysis(membersOf({ a: 'name: Order-Desk\n', 'order-desk': '' })))
    assert.ok(found.includes('a portfolio/duplicate-name error'), found.join('\n'))
  })

  it('take ten thousand pilots', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => member(index))
    const begin = performance.now()
    const { findings } = portfolioAnalysis(many, { departed: [] })
    const time = performance.now() - begin
    assert.ok(findings.size > 1_000)
    // A rule that compares every pilot with every other one takes minutes; all of them together take a tenth of a second.
    assert.ok(time < 1_500, `${Math.round(time)} ms`)
  })
})

/** Ten pilots a use case and twenty a person, some of them over; all in one use case would be the worst of them. */
function member(index: number): Member {
  const name = `pilot-${index}`
  const person = `Ada Person${index % 500}`
  const start = `202${4 + (index % 3)}-0${1 + (index % 9)}-01`
  const facts: Facts = {
    name,
    title: name,
    stage: index % 7 === 0 ? 'stopped' : 'rollout',
    active: index % 7 !== 0,
    useCase: index % 2 === 0 ? 'everything' : `case-${index % 1000}`,
    vendor: `Vendor ${index % 50}`,
    tool: undefined,
    operator: person,
    operatorKey: personKey(person),
    rank: index % 3 === 0 ? undefined : index,
    predecessor: index % 5 === 0 ? `pilt-${index}` : undefined,
    comparedWith: [],
    start,
    end: index % 4 === 0 ? '2026-03-01' : undefined,
    decided: undefined,
    decidedOn: undefined,
    yearlyCost: 10_000,
    currency: undefined,
    fingerprint: `${index % 5_000}`,
    mentions: Array.from({ length: 12 }, (_, each) => {
      const other = `Bo Name${(index * 12 + each) % 30_000}`
      return { refers: 'person', name: other, key: personKey(other), path: 'gates.by' }
    }),
  }
  return { file: `pilots/${name}.pilot.yaml`, facts }
}

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
    const { findings, ran } = portfolioAnalysis(members)
    const places = new Map(members.map((each) => [each.file, each.places]))
    const from = {
      findings: findings.get(own.file) ?? [],
      ran: ran(own),
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
    const { rules: found, suppressed } = inFile(`${comment}${name}name: order-desk\ntitle: Desk\nstage: data\n`, ranked)
    assert.deepEqual(found, [])
    assert.deepEqual(suppressed, ['portfolio/unprioritised: We decide them apart'])
    const line = `priority:\n  # pilots-ignore-next-line portfolio/unprioritised ${WHY}\n  rank: 1\n`
    assert.deepEqual(inFile(line, { claims: 'priority: { rank: 1 }\ntimeline: { start: 2026-01-05 }\n' }).rules, [])
  })

  it('leave a suppression unused that silences none of them', () => {
    const text = `priority:\n  # pilots-ignore-next-line portfolio/unprioritised ${WHY}\n  rank: 2\n`
    assert.deepEqual(inFile(text, ranked).rules, [
      `suppression/unused [# pilots-ignore-next-line portfolio/unprioritised ${WHY}]`,
    ])
  })

  it('judge no suppression of a rule that did not look at the file', () => {
    const stopped = `stage: stopped\npriority:\n  # pilots-ignore-next-line portfolio/unprioritised ${WHY}\n  rank: 2\n`
    assert.deepEqual(inFile(stopped, ranked).rules, [])
    const other = `priority:\n  # pilots-ignore-next-line owners/operator-shared ${WHY}\n  rank: 2\n`
    assert.deepEqual(inFile(other, ranked).rules, [])
  })

  it('are not placed in a text that cannot be read', () => {
    assert.deepEqual(inFile('team: [desk\n', ranked).rules, ['yaml/indentation []'])
  })
})

describe('suppressions of portfolio rules', () => {
  it('name rules that need the portfolio', () => {
    assert.ok(portfolioRules.every(isPortfolioRule))
  })
})

describe('who is who', () => {
  const known = (...names: readonly string[]): ((name: string) => string) => {
    const who = whoIsWho(names.map(personKey))
    return (name) => who(personKey(name))
  }

  it('takes an initial for the one person that it fits', () => {
    const who = known('Luis Ortega', 'Ana Ruiz')
    for (const name of ['L. Ortega', 'Ortega, Luis', 'Dr. Luis Ortega', 'Luis M. Ortega'])
      assert.equal(who(name), who('Luis Ortega'), name)
    for (const name of ['A. Ortega', 'L. Ruiz', 'Luis', 'Ortega', 'Luisa Ortega'])
      assert.notEqual(who(name), who('Luis Ortega'), name)
  })

  it('takes it for nobody when two fit', () => {
    const who = known('Luis Ortega', 'Lena Ortega')
    assert.notEqual(who('L. Ortega'), who('Luis Ortega'))
    assert.notEqual(who('L. Ortega'), who('Lena Ortega'))
    assert.equal(who('L. Ortega'), who('L Ortega'))
  })

  it('tells people apart by a second name where nothing else does', () => {
    const who = known('Juan Pablo Ruiz', 'Juan Carlos Ruiz', 'Juan Ruiz')
    assert.equal(new Set(['Juan Pablo Ruiz', 'Juan Carlos Ruiz', 'Juan Ruiz', 'J. Ruiz'].map(who)).size, 4)
    assert.equal(who('Juan P. Ruiz'), who('Juan Pablo Ruiz'))
  })
})

describe('a registry', () => {
  const registry = registryOf([
    { kind: 'person', name: 'luis.ortega', title: 'Luis Ortega', aliases: ['luis.ortega@example.com'] },
    { kind: 'team', name: 'supply-chain', title: 'Supply Chain' },
  ])

  it('finds people, teams and owners by any of their names', () => {
    for (const name of ['Luis Ortega', 'L. Ortega', 'luis.ortega', 'luis.ortega@example.com', 'Ortega, Luis'])
      assert.equal(registry.find('person', name)?.name, 'luis.ortega', name)
    for (const name of ['supply-chain', 'Supply Chain', 'SUPPLY_CHAIN'])
      assert.equal(registry.find('owner', name)?.name, 'supply-chain', name)
    assert.equal(registry.find('owner', 'Luis Ortega')?.kind, 'person')
    assert.equal(registry.find('person', 'supply-chain'), undefined)
    assert.equal(registry.find('person', 'Lena Ortega'), undefined)
  })

  it('covers what it holds entries of', () => {
    assert.deepEqual(
      (['person', 'team', 'owner', 'system', 'pilot'] as const).map((kind) => registry.covers(kind)),
      [true, true, true, false, false],
    )
  })

  it('suggests what was meant', () => {
    assert.equal(registry.meant('person', 'Luis Ortgea'), 'Luis Ortega')
    assert.equal(registry.meant('team', 'suply-chain'), 'supply-chain')
    assert.equal(registry.meant('team', 'finance'), undefined)
  })

  it('finds a similar name among thousands', () => {
    const similar = similarTo(Array.from({ length: 5_000 }, (_, index) => `system-${index}-orders`))
    assert.equal(similarTo(['netsuite-erp', 'excel'])('netsiute-erp'), 'netsuite-erp')
    assert.match(similar('system-12-ordres') ?? '', /^system-\d+-orders$/)
  })
})

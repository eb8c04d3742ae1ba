import assert from 'node:assert/strict'
import { notices } from '../../server/src/engine/notices.ts'
import { portfolioRules, rules } from '../../server/src/engine/rules/all.generated.ts'
import { matchesGolden } from './golden.ts'
import { pilots } from './memory-io.ts'

describe('pilots explain', () => {
  it('explains a rule', async () => {
    const { out, code } = await pilots(['explain', 'sample/team-missing'])
    matchesGolden('explain.txt', out)
    assert.equal(code, 0)
  })

  it('explains what the schema says', async () => {
    const { out } = await pilots(['explain', 'schema/date'])
    assert.match(out, /^schema\/date\n[\s\S]*What to do\n {2}Write it as 2026-05-29\./)
  })

  it('explains every message', async () => {
    for (const { id } of notices) {
      const { out, code } = await pilots(['explain', id])
      assert.equal(code, 0, id)
      assert.ok(out.startsWith(`${id}\n`) && out.includes('What to do\n'), out)
    }
  })

  it('explains every rule over all pilots', async () => {
    for (const { id } of portfolioRules) {
      const { out, code } = await pilots(['explain', id], { rules, portfolioRules })
      assert.equal(code, 0, id)
      assert.ok(out.startsWith(`${id}\n`) && out.includes('What to do\n'), out)
    }
    const { err } = await pilots(['explain', 'copied'], { rules, portfolioRules })
    assert.equal(err, 'pilots: There is no rule "copied". Did you mean "portfolio/copied"?\n')
  })

  it('says on which day its examples are judged, where the day decides', async () => {
    const { out } = await pilots(['explain', 'governance/phase-behind'], { rules })
    assert.ok(
      out.includes('Reported\n  Unless they name another day, the examples are checked on 2026-06-01.\n'),
      out,
    )
    assert.ok(out.includes('\n  Walking in month 4 (on 2026-06-09):\n'), out)
    const other = await pilots(['explain', 'governance/too-much'], { rules })
    assert.ok(!other.out.includes('judged on'), other.out)
  })

  it('shows of every bad example what the rule says of it', async () => {
    for (const { id } of [...rules, ...portfolioRules]) {
      const { out } = await pilots(['explain', id], { rules, portfolioRules })
      const [, shown = ''] = /\nReported\n([\s\S]*?)\nNot reported\n/.exec(out) ?? []
      assert.match(shown, /^ {2}- Line \d+, /m, id)
    }
  })

  it('names the rules of a group', async () => {
    const { err, code } = await pilots(['explain', 'portfolio'], { rules, portfolioRules })
    const ids = portfolioRules.flatMap(({ id }) => (id.startsWith('portfolio/') ? [id] : [])).join(', ')
    assert.deepEqual(
      [code, err],
      [2, `pilots: "portfolio" is a group of rules. Explain one of them: ${ids}.\n`],
    )
  })

  it('prints JSON for programs', async () => {
    const { out } = await pilots(['explain', 'sample/team-missing', '--format', 'json'])
    const { id, version, sections } = JSON.parse(out)
    assert.deepEqual([id, version, sections[0].heading], ['sample/team-missing', 1, 'Why it matters'])
  })
})

const config = `customRules:
  - id: acme/risk-number
    message: Risk management wants a number
    from: criteria
    require: { required: [summary] }
`

describe('custom rules', () => {
  const files = {
    'pilots.config.yaml': config.replaceAll('risk-number', 'top'),
    'in/pilots.config.yaml': config,
    'in/a.pilot.yaml': 'name: a\n',
  }

  it('are explained by the configuration here, and by those of the pilots below', async () => {
    for (const [id, path] of [
      ['acme/top', 'pilots.config.yaml'],
      ['acme/risk-number', 'in/pilots.config.yaml'],
    ]) {
      const { out, code } = await pilots(['explain', id ?? ''], { files })
      assert.equal(code, 0)
      assert.ok(out.startsWith(`${id}\n`) && out.includes(`${path}\n`), out)
    }
  })

  it('are shown with what their fix adds, where they have one', async () => {
    const fix = '    fix: "x-risk:\\n  number: R-0000\\n  since: 2026-01-01\\n"\n'
    const world = { files: { 'pilots.config.yaml': `${config}${fix}` } }
    const { out } = await pilots(['explain', 'acme/risk-number'], world)
    const shown = '\nThe fix adds\n\n      x-risk:\n        number: R-0000\n        since: 2026-01-01\n'
    assert.ok(out.includes(shown), out)
    const without = await pilots(['explain', 'acme/top'], { files })
    assert.doesNotMatch(without.out, /fix/)
  })

  it('are said to be refused, and why', async () => {
    const refused = `${config}  - id: acme/unsafe
    message: A cost centre is missing
    require: { properties: { team: { pattern: "(?=a)" } } }
`
    const { err, code } = await pilots(['explain', 'acme/unsafe'], {
      files: { 'pilots.config.yaml': refused },
    })
    assert.equal(code, 2)
    assert.match(
      err,
      /^pilots: The rule "acme\/unsafe" in pilots\.config\.yaml is not used\. .*pattern "\(\?=a\)" cannot be used/,
    )
  })

  it('may be missing where a configuration cannot be read, which is said', async () => {
    const broken = { 'pilots.config.yaml': `${config}rules: [\n` }
    const says = /^pilots: pilots\.config\.yaml has errors\..*\npilots: pilots\.config\.yaml:\d+:\d+: /
    const listed = await pilots(['rules'], { files: broken })
    assert.match(listed.err, says)
    assert.equal(listed.code, 2)
    const { err, code } = await pilots(['explain', 'acme/other'], { files: broken })
    assert.match(err, says)
    assert.match(err, /\npilots: There is no rule "acme\/other"\./)
    assert.equal(code, 2)
  })

  it('are among the names that may be meant', async () => {
    const { err } = await pilots(['explain', 'risk-number'], { files })
    assert.equal(err, 'pilots: There is no rule "risk-number". Did you mean "acme/risk-number"?\n')
  })

  it('are listed', async () => {
    const { out } = await pilots(['rules', '-f', 'json'], { files })
    const [first, second] = JSON.parse(out).rules
    assert.deepEqual(
      [first, second],
      [
        ['acme/risk-number', 'in/pilots.config.yaml'],
        ['acme/top', 'pilots.config.yaml'],
      ].map(([id, help]) => ({
        id,
        summary: 'Risk management wants a number',
        from: { criteria: 'warning' },
        needs: [],
        options: {},
        help,
      })),
    )
    assert.doesNotMatch((await pilots(['rules', '--no-config'], { files })).out, /acme/)
  })
})

describe('pilots rules', () => {
  it('lists the rules', async () => {
    matchesGolden('rules.txt', (await pilots(['rules'])).out)
  })

  it('prints JSON for programs', async () => {
    const { out } = await pilots(['rules', '-f', 'json'], { rules, portfolioRules })
    assert.deepEqual(
      JSON.parse(out).rules.map(({ id }: { id: string }) => id),
      [...rules, ...portfolioRules].map(({ id }) => id).sort(),
    )
  })
})

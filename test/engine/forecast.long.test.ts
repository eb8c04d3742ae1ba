import assert from 'node:assert/strict'
import { judge, understand } from '../../server/src/engine/analyze.ts'
import { recommended } from '../../server/src/engine/config/settings.ts'
import type { Finding, Fix } from '../../server/src/engine/finding.ts'
import { forecast } from '../../server/src/engine/forecast.ts'
import { addDays } from '../../server/src/engine/pilot/dates.ts'
import { checkPortfolio } from '../../server/src/engine/portfolio/check-portfolio.ts'
import { portfolioOnDays } from '../../server/src/engine/portfolio/days.ts'
import { portfolioRules, rules } from '../../server/src/engine/rules/all.generated.ts'
import type { Rule } from '../../server/src/engine/rules/rule.ts'
import { DAY, portfolioOf } from '../bench/portfolio.ts'
import { analysisOf, complete, TODAY } from '../support/check.ts'
import { grownFiles } from '../support/grown-portfolio.ts'

const docs = { summary: '', why: '', remedy: '', sources: [], bad: [], good: [] }

/** Reports while the date is one of these. */
function on(...days: readonly string[]): Rule {
  return {
    id: 'sample/on',
    from: { criteria: 'warning' },
    needs: ['today'],
    docs,
    *check({ keySpan }, { today }) {
      if (days.includes(today)) yield { at: keySpan, message: `It is ${today}.` }
    },
  }
}

function turnsOf(
  yaml: string,
  asked: readonly Rule[],
  until = '2026-06-10',
  name?: string,
): readonly string[] {
  const circumstances = { today: TODAY, settings: recommended, rules: asked }
  return forecast({ text: complete(yaml), name }, circumstances, { until }).map(({ date, finding, was }) => {
    return `${date} ${was ? `${was} ` : ''}${finding.severity} ${finding.rule}`
  })
}

describe('the forecast of a pilot', () => {
  it('names the first day of a finding, again when it comes back, and none of today', () => {
    const rule = on(TODAY, '2026-06-02', '2026-06-05', '2026-06-06', '2026-06-09')
    assert.deepEqual(turnsOf('stage: data\n', [rule]), [
      '2026-06-05 warning sample/on',
      '2026-06-09 warning sample/on',
    ])
  })

  it('holds the last day and no later one', () => {
    assert.deepEqual(turnsOf('stage: data\n', [on('2026-06-10', '2026-06-11')]), [
      '2026-06-10 warning sample/on',
    ])
  })

  it('names what only the decision that comes near asks for', () => {
    const rule: Rule = {
      id: 'sample/close',
      from: { close: 'warning' },
      docs,
      *check({ keySpan }) {
        yield { at: keySpan, message: 'It closes.' }
      },
    }
    assert.deepEqual(turnsOf('stage: data\ntimeline: { start: 2026-02-02, end: 2026-07-05 }\n', [rule]), [
      '2026-06-05 warning sample/close',
    ])
  })

  it('names a finding of today that comes to weigh more as its decision comes near', () => {
    const rule: Rule = {
      id: 'sample/always',
      from: { criteria: 'info', close: 'error' },
      docs,
      check: ({ keySpan }) => [{ at: keySpan, message: 'Always.' }],
    }
    const yaml = 'stage: data\ntimeline: { end: 2026-07-05 }\n'
    assert.deepEqual(turnsOf(yaml, [rule]), ['2026-06-05 info error sample/always'])
  })

  it('names a finding whose suppression ends', () => {
    const yaml = `# pilots-ignore-file sample/on until 2026-06-03 -- it is being dealt with\n${complete('')}`
    const days = Array.from({ length: 10 }, (_, index) => `2026-06-${String(index + 1).padStart(2, '0')}`)
    assert.deepEqual(turnsOf(yaml, [on(...days)]), ['2026-06-04 warning sample/on'])
  })

  it('is what checks of all days show', () => {
    const name = 'demand-forecast.pilot.yaml'
    const text = complete(
      'stage: rollout\ntimeline: { start: 2026-03-02, end: 2026-06-30, productionBy: 2026-08-01 }\ngates: [{ stage: rollout, due: 2026-06-15 }]\n',
    )
    const days = Array.from({ length: 63 }, (_, index) => addDays(TODAY, index))
    const findings = days.map((today) => analysisOf(text, { today, name }).findings.map(seen))
    const expected = days.flatMap((day, index) => {
      const before = findings[index - 1] ?? findings[0] ?? []
      return (findings[index] ?? []).filter((each) => !before.includes(each)).map((each) => `${day} ${each}`)
    })
    const turns = forecast(
      { text, name },
      { today: TODAY, settings: recommended, rules },
      { until: '2026-08-02' },
    )
    assert.ok(expected.length > 2)
    assert.deepEqual(turns.map(({ date, finding }) => `${date} ${seen(finding)}`).sort(), expected.sort())
  })

  it('asks a rule once that does not look at the date, or that the date cannot turn', () => {
    const asked = { silent: 0, fixing: 0, turning: 0 }
    const counting = (name: keyof typeof asked, more: Partial<Rule>): Rule => ({
      id: `sample/${name}`,
      from: { criteria: 'info' },
      docs,
      check({ keySpan }, scene) {
        asked[name]++
        return name === 'silent'
          ? []
          : [{ at: keySpan, message: 'It lacks.', fixes: [emptyFix(scene.today)] }]
      },
      ...more,
    })
    turnsOf('stage: data\n', [
      counting('silent', { needs: ['today'] }),
      counting('fixing', {}),
      counting('turning', { needs: ['today'] }),
    ])
    assert.deepEqual(asked, { silent: 1, fixing: 1, turning: 10 })
  })

  it('is the same where every rule is asked on every day', () => {
    const until = addDays(DAY, 60)
    const inEach = (asked: readonly Rule[]): readonly string[] =>
      [...portfolioOf({ pilots: 12, seed: 11 })].flatMap(([path, text]) =>
        forecast({ text, name: path }, { today: DAY, settings: recommended, rules: asked }, { until }).map(
          ({ date, was, finding }) => `${date} ${was} ${seen(finding)} ${finding.message}`,
        ),
      )
    const turns = inEach(rules)
    assert.deepEqual(turns, inEach(rules.map(askedDaily)))
    assert.ok(turns.length > 50)
  })
})

/** A rule that looks at the date before all else, and says that it may turn with it. */
function askedDaily(rule: Rule): Rule {
  return {
    ...rule,
    needs: [...(rule.needs ?? []), 'today'],
    check: (pilot, scene) => (scene.today === '' ? [] : rule.check(pilot, scene)),
  }
}

function emptyFix(title: string): Fix {
  return { title, safe: false, changes: [] }
}

describe('the forecast of a portfolio', () => {
  const today = '2026-05-01'
  const texts = Object.entries(grownFiles()).filter(([file]) => file.endsWith('.pilot.yaml'))
  const files = texts.map(([file, text]) => {
    const circumstances = { today, settings: recommended, rules: [] }
    const understood = understand({ text })
    return { file, understood, circumstances, analysis: judge(understood, circumstances) }
  })
  const around = { today, rules: portfolioRules, departed: [] }
  const foundOn = (day: string): readonly string[] => {
    const then = files.map((each) => {
      const circumstances = { ...each.circumstances, today: day }
      return { ...each, circumstances, analysis: judge(each.understood, circumstances) }
    })
    const checked = checkPortfolio(then, { ...around, today: day })
    return checked.flatMap(({ findings }, index) =>
      findings.map((each) => `${files[index]?.file} ${seen(each)}`),
    )
  }

  it('holds what checks of all days show', () => {
    const days = Array.from({ length: 30 }, (_, index) => addDays(today, index))
    const found = days.map(foundOn)
    const expected = days.flatMap((day, index) =>
      (found[index] ?? [])
        .filter((each) => index > 0 && !found[index - 1]?.includes(each))
        .map((each) => `${day} ${each}`),
    )
    const on = portfolioOnDays(files, around)
    const turns = files.flatMap(({ file, understood, circumstances }) =>
      forecast(understood.input, circumstances, { until: '2026-05-30', join: on(file) }).map(
        ({ date, finding }) => `${date} ${file} ${seen(finding)}`,
      ),
    )
    assert.deepEqual(turns.sort(), expected.sort())
    for (const rule of ['portfolio/no-decisions', 'portfolio/spend-without-production'])
      assert.ok(
        turns.some((each) => each.includes(rule)),
        rule,
      )
  })

  it('asks a rule over all pilots once for a day, and once for all days where it does not look at the date', () => {
    const asked: string[] = []
    const counting = portfolioRules
      .filter(({ id }) => /too-many|copied/.test(id))
      .map((rule) => ({
        ...rule,
        check: (...given: Parameters<typeof rule.check>) => {
          asked.push(rule.id)
          return rule.check(...given)
        },
      }))
    const on = portfolioOnDays(files, { ...around, rules: counting })
    for (const { file, understood, circumstances } of files)
      forecast(understood.input, circumstances, { until: '2026-05-03', join: on(file) })
    assert.deepEqual(asked.sort(), [
      'portfolio/copied',
      ...Array.from({ length: 3 }, () => 'portfolio/too-many'),
    ])
  })
})

/** A finding without what counts days. */
function seen({ rule, severity, span }: Finding): string {
  return `${rule} ${severity} ${span.start}`
}

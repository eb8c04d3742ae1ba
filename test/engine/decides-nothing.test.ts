import assert from 'node:assert/strict'
import { editsOf } from '../../server/src/engine/fix.ts'
import { fixFor } from '../../server/src/engine/mend.ts'
import { rules } from '../../server/src/engine/rules/all.generated.ts'
import { analysisOf, complete } from '../support/check.ts'

/** Files in which all is said but what a fix would decide: what it writes has no mark, or is one of several answers. */
const cases: readonly (readonly [rule: string, title: string, yaml: string])[] = [
  [
    'integration/unscoped',
    'It is scoped',
    'stage: rollout\nintegration:\n  systems:\n    - { system: erp, status: unscoped, effort: 5 days, owner: Sam Cole, scoped: 2026-05-04 }\n',
  ],
  [
    'stage/output-missing',
    'Insert the output of data',
    `stage: rollout
data: { sources: [{ system: erp }] }
integration:
  systems:
    - { system: erp, status: unscoped, effort: 5 days, owner: Sam Cole, scoped: 2026-05-04 }
`,
  ],
  [
    'outcome/questions-open',
    'Insert the answers',
    `stage: adoption
conditions:
  - { kind: staffing, what: A trainer on every shift, decision: undecided, decidedBy: Ann Roe, date: 2026-05-04 }
`,
  ],
  [
    'integration/security-review',
    'Insert a security review',
    'stage: rollout\nintegration:\n  systems:\n    - { system: erp, status: live, securityReview: { date: 2026-05-04 } }\n',
  ],
  [
    'compliance/artifact-missing',
    'Plan it',
    'stage: rollout\ncompliance: { affectsPeople: true, jurisdictions: [US-TX], artifacts: { userNotification: { status: missing, date: 2026-07-01 } } }\n',
  ],
  [
    'governance/crawl-incomplete',
    'Insert who owns the budget and a weekly check-in',
    `stage: rollout
owners: { sponsor: { name: Dana Whitfield } }
governance: { phase: crawl, dashboard: docs/numbers.md, escalation: Operator }
`,
  ],
  [
    'governance/walk-incomplete',
    'Insert a monthly review',
    `stage: rollout
governance: { phase: walk, steeringCommittee: COO, changeProcess: docs/changes.md, lastReview: 2026-05-18, returnMeasured: 2026-05-18 }
`,
  ],
  [
    'governance/run-incomplete',
    'Insert a quarterly review with the business',
    'stage: production\ngovernance: { phase: run, trainingProgramme: docs/training.md, improvement: Each month }\n',
  ],
  ['stage/past-end', 'Record that it scales', 'stage: rollout\ntimeline: { end: 2026-05-01 }\n'],
  ['stage/over-a-year', 'Record that it scales', 'stage: rollout\ntimeline: { start: 2025-03-03 }\n'],
  [
    'stage/past-production',
    'Decide on a new production date',
    'stage: rollout\ntimeline: { productionBy: 2026-05-01 }\n',
  ],
]

describe('where nobody chooses', () => {
  for (const [id, title, yaml] of cases)
    it(`nothing is decided by ${id}: ${title}`, () => {
      const text = complete(yaml)
      // Without the rules that speak in the place of one that is general.
      const asked = rules.filter((rule) => rule.id === id)
      const { findings } = analysisOf(text, { rules: asked })
      const found = findings.find(
        ({ rule, fixes }) => rule === id && fixes.some((fix) => fix.title === title),
      )
      assert.ok(found, findings.map(({ rule, fixes }) => `${rule} ${fixes[0]?.title}`).join('\n'))
      const fix = fixFor(found, true)
      assert.equal(
        fix?.title,
        undefined,
        fix &&
          editsOf(text, fix)
            .map((edit) => edit.text)
            .join('|'),
      )
    })

  for (const [yaml, expected] of [
    ['stage: TBD\n', undefined],
    ['stage: rollout\ntimeline: { readiness: very high }\n', undefined],
    ['stage: stopped\noutcome: { decision: pending }\n', undefined],
    ['stage: rollout\nconditions: [{ kind: sta }]\n', undefined],
    ['stage: rollot\n', 'Replace by "rollout"'],
    ['stage: rollout\nconditions: [{ kind: staf }]\n', 'Replace by "staffing"'],
  ] as const)
    it(`a word is mended that can only mean one: ${yaml}`, () => {
      const { findings } = analysisOf(complete(yaml), { rules: [] })
      const found = findings.find(({ rule }) => rule === 'schema/word')
      assert.ok(found && found.fixes.length > 1)
      assert.equal(fixFor(found, true)?.title, expected)
    })

  it('a system is scoped with marks on how far', () => {
    const text = complete(
      'stage: rollout\nintegration:\n  systems:\n    - { system: erp, status: unscoped }\n',
    )
    for (const id of ['integration/unscoped', 'stage/output-missing']) {
      const { findings } = analysisOf(text, { rules: rules.filter((rule) => rule.id === id) })
      const found = findings.find(({ message }) => message.includes('not scoped'))
      const fix = found && fixFor(found, true)
      assert.ok(fix, id)
      assert.match(
        editsOf(text, fix)
          .map((edit) => edit.text)
          .join('\n'),
        /TODO who builds it/,
        id,
      )
    }
  })
})

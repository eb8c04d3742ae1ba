import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { portfolioRules, rules } from '../../server/src/engine/rules/all.generated.ts'

/** The names that people suppress, configure and link to: one that is renamed or dropped breaks their files. */
const rulebook: Readonly<Record<string, string>> = {
  adoption: 'no-usage-check playbook-incomplete playbook-missing role-untrained',
  change: 'no-friction plan-missing wishful',
  compliance:
    'artifact-late artifact-missing bias-unresolved no-audit-trail not-applicable-unexplained unassessed',
  conditions: 'mostly-withdrawn no-production-path undecided undocumented',
  cost: 'budget-under-review lines-missing no-production-budget underestimated',
  criteria:
    'after-technology agreed-late deadline-passed go-undefined met-but-undecided mislabelled moving-away no-baseline no-deadline no-money no-readings no-source no-target no-usage-measure not-measurable only-technical perfection stop-undefined target-not-better undefined',
  data: 'audit-duration audit-incomplete audit-late audit-missing issues-open no-decision-points no-rules not-representative sources-missing',
  file: 'conflict-markers name placeholder',
  gates:
    'expanded-unproven first-late interval no-decider no-evidence none not-diagnosed overdue undecided usage-low',
  governance: 'crawl-incomplete missing phase-behind run-incomplete too-much walk-incomplete',
  history: 'criteria-added-late deadline-slipped decision-rewritten goalposts-moved verdict-missing',
  integration:
    'data-mismatch manual no-budget no-effort no-owner not-live security-review undefined unscoped',
  kpis: 'no-failure-modes no-horizon no-operational undefined unrelated',
  next: 'not-production overdue',
  outcome: 'missing questions-open scale-unproven stop-unexplained',
  owners:
    'champion-leaving delivery-owner-missing delivery-scope-incomplete delivery-without-mandate functions-uncovered it-late it-missing operator-from-vendor operator-in-it operator-is-sponsor operator-missing operator-named-late operator-not-a-person operator-not-accountable operator-outside-team operator-replaced operator-shared partner-leaves production-owner-late production-owner-missing sponsor-missing sponsor-without-authority',
  portfolio:
    'copied duplicate-name no-decisions owner-overloaded same-use-case silent-retry spend-without-production too-many unknown-reference unprioritised',
  production: 'no-runbook parallel undefined',
  rollout: 'early-adopters full-before-gate sandbox volume volunteers-only',
  scope: 'creep everything no-edge-cases too-wide unranked',
  stage:
    'dormant gate-missing impossible-dates ninety-day-missed no-production-date no-window open-ended output-missing over-a-year overstayed past-end past-production readiness-overstated regressed unrealistic',
  suppression: 'expired no-reason unknown-rule unused',
  value: 'below-cost buzzwords missing no-number not-one-sentence',
  vendor: 'idle locked-in no-exit price-jump price-unknown support-ends',
  workflow: 'habits new-login no-systems shadowing unmapped workaround-ignored',
}

describe('the rulebook', () => {
  const ids = Object.entries(rulebook).flatMap(([group, names]) =>
    names.split(' ').map((name) => `${group}/${name}`),
  )

  it('is complete', () => {
    const known = new Set([...rules, ...portfolioRules].map(({ id }) => id))
    assert.deepEqual(
      ids.filter((id) => !known.has(id)),
      [],
    )
  })

  it('stands in the index of the docs', () => {
    const index = readFileSync(new URL('../../docs/rules/README.md', import.meta.url), 'utf8')
    assert.deepEqual(
      ids.filter((id) => !index.includes(`[${id}](${id}.md)`)),
      [],
    )
  })
})

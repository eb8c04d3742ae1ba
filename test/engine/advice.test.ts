import assert from 'node:assert/strict'
import { analysisOf, applyFix, complete } from '../support/check.ts'

/** Name, fragment, what is said of it, and what the first fix makes of it. */
const cases: readonly [string, string, string, string?][] = [
  [
    'a list where a block belongs, once',
    'owners:\n  - name: Luis\n',
    '"owners" takes a block of keys and values, and this is a list. Write its keys without dashes.',
  ],
  [
    'a list in brackets where a block belongs',
    'owners: []\n',
    '"owners" takes a block of keys and values, and this is a list.',
  ],
  [
    'a list of keys where a block belongs',
    'owners:\n  sponsor:\n    - name: Silke Brandt\n    - budgetAuthority: true\n',
    '"sponsor" takes a block of keys and values, and this is a list. Write its keys without dashes.',
  ],
  [
    'a block where a list belongs',
    'criteria:\n  success:\n    metric: Hours per claim\n',
    '"success" takes a list, and this is a block. Begin each entry with a dash.',
  ],
  [
    'a block with a key of another block that is nearly the right one',
    'owner: { operator: { name: Luis Ortega } }\n',
    '"owner" is not a key of a pilot. Did you mean "owners"?',
    'owners: { operator: { name: Luis Ortega } }\n',
  ],
  [
    'a day under a key that says only that it is one',
    'gates: [{ stage: rollout, date: 2026-05-08 }]\n',
    '"date" is not a key of "gates". Did you mean "due" or "held"?',
    'gates: [{ stage: rollout, due: 2026-05-08 }]\n',
  ],
  [
    'a deadline',
    'criteria: { success: [{ metric: Cost per case, deadline: 2026-12-18 }] }\n',
    '"deadline" is not a key of "success". Did you mean "by"?',
    'criteria: { success: [{ metric: Cost per case, by: 2026-12-18 }] }\n',
  ],
  [
    'a key of which there are two kinds',
    'vendor: { name: Forecastly, price: 3500 }\n',
    '"price" is not a key of "vendor". Did you mean "pilotPrice" or "productionPrice"?',
  ],
  [
    'a day where many may be meant',
    'timeline: { kickoff: 2026-02-02 }\n',
    '"kickoff" is not a key of "timeline". Remove it, or name it "x-kickoff" if it is your own.',
  ],
  [
    'a name in the place of a block',
    'owners:\n  operator: Jens Petersen, Head of Claims\n',
    '"operator" takes a block of keys and values, and this is a text. Write { name: "Jens Petersen, Head of Claims" }.',
    'owners:\n  operator: { name: "Jens Petersen, Head of Claims" }\n',
  ],
  [
    'an amount in the place of a block',
    'cost: { productionBudget: 132000 }\n',
    '"productionBudget" takes a block of keys and values, and this is the number 132000. Write { amount: 132000 }.',
    'cost: { productionBudget: { amount: 132000 } }\n',
  ],
  [
    'a text in the place of a block that begins with something else',
    'data: { audit: done in May }\n',
    '"audit" takes a block of keys and values, and this is a text. Write its keys, such as "started" and "completed".',
  ],
  [
    'a list of texts where a block belongs',
    'criteria:\n  - fewer tickets\n  - happy users\n',
    '"criteria" takes a block of keys and values, and this is a list. Write its keys, such as "agreed" and "success".',
  ],
  [
    'a status in the place of a block that has one',
    'integration: { systems: [{ system: sap, securityReview: passed }] }\n',
    '"securityReview" takes a block of keys and values, and this is a text. Write { status: passed }.',
    'integration: { systems: [{ system: sap, securityReview: { status: passed } }] }\n',
  ],
  [
    'what says that there are none in the place of a list',
    'conditions: none\n',
    '"conditions" takes a list, and this is a text. Write [] if there are none.',
    'conditions: []\n',
  ],
  [
    'what is neither true nor false',
    'owners: { sponsor: { budgetAuthority: to be confirmed } }\n',
    '"budgetAuthority" takes true or false, and this is a text. Write true or false.',
  ],
  [
    'a single entry in the place of a list',
    'criteria: { go: Two gates in a row }\n',
    '"go" takes a list, and this is a text. Write [Two gates in a row].',
    'criteria: { go: [Two gates in a row] }\n',
  ],
  [
    'several entries in the place of a list',
    'workflow: { roles: "Planner, buyer" }\n',
    '"roles" takes a list, and this is a text. Write [Planner, buyer].',
    'workflow: { roles: [Planner, buyer] }\n',
  ],
  [
    'several words in the place of a list of them',
    'owners:\n  delivery:\n    covers: data-integration, deployment\n',
    '"covers" takes a list, and this is a text. Write [data-integration, deployment].',
    'owners:\n  delivery:\n    covers: [data-integration, deployment]\n',
  ],
  [
    'what is no word in the place of a list of words',
    'owners:\n  delivery:\n    covers: data, deployment\n',
    '"covers" takes a list, and this is a text. Begin each entry with a dash.',
  ],
  [
    'a single code in the place of a list',
    'compliance: { jurisdictions: US-TX }\n',
    '"jurisdictions" takes a list, and this is a text. Write [US-TX].',
    'compliance: { jurisdictions: [US-TX] }\n',
  ],
  [
    'names in the place of a list or a number',
    'rollout:\n  earlyAdopters: Ana Ruiz, Tom Becker\n',
    '"earlyAdopters" takes a list of names or a whole number, and this is a text. Write [Ana Ruiz, Tom Becker].',
    'rollout:\n  earlyAdopters: [Ana Ruiz, Tom Becker]\n',
  ],
  [
    'a number in words in the place of a list or a number',
    'rollout: { earlyAdopters: four people }\n',
    '"earlyAdopters" takes a list of names or a whole number, and this is a text.',
  ],
  [
    'a sentence with commas in the place of a list',
    'criteria:\n  stop: If the planners override more than half, we stop\n',
    '"stop" takes a list, and this is a text. Begin each entry with a dash.',
  ],
  [
    'a unit behind a number with a comma',
    'criteria: { success: [{ metric: Letter, baseline: "3,5 Tage" }] }\n',
    '"baseline" takes a number, and this is a text. Write 3.5, and keep "Tage" in its unit.',
    'criteria: { success: [{ metric: Letter, baseline: 3.5 }] }\n',
  ],
  [
    'an amount in thousands',
    'cost: { productionBudget: { amount: 120 T€ } }\n',
    '"amount" takes a number, and this is a text. Write 120000 if it is in the currency of the file.',
    'cost: { productionBudget: { amount: 120000 } }\n',
  ],
  [
    'an amount in millions',
    'cost: { productionBudget: { amount: "1,2 Mio. EUR" } }\n',
    '"amount" takes a number, and this is a text. Write 1200000 if it is in the currency of the file.',
    'cost: { productionBudget: { amount: 1200000 } }\n',
  ],
  [
    'millions where no number has a unit',
    'value: { amount: 1.2m, per: year }\n',
    '"amount" takes a number, and this is a text. Write 1200000.',
    'value: { amount: 1200000, per: year }\n',
  ],
  [
    'a share where no number has a unit',
    'compliance: { artifacts: { biasTesting: { status: done, gap: 1.1% } } }\n',
    '"gap" takes a number, and this is a text. Write 1.1, without the %.',
  ],
  [
    'a currency in words',
    'value: { amount: 14000 zł, per: month }\n',
    '"amount" takes a number, and this is a text. Write 14000 if it is in the currency of the file.',
  ],
  [
    'letters of which nobody knows the meaning behind an amount',
    'integration: { budget: 18 PT }\n',
    '"budget" takes a number, and this is a text. For example: 60000.',
  ],
  [
    'a unit behind a reading',
    'criteria: { success: [{ metric: Letter, readings: [{ date: 2026-05-08, value: 3m }] }] }\n',
    '"value" takes a number, and this is a text. Write 3, and keep "m" in its unit.',
  ],
  [
    'a unit behind a number',
    'criteria: { success: [{ metric: Letter, baseline: 45 min }] }\n',
    '"baseline" takes a number, and this is a text. Write 45, and keep "min" in its unit.',
    'criteria: { success: [{ metric: Letter, baseline: 45 }] }\n',
  ],
  [
    'a word of a key that is no noun',
    'value: { per: annum }\n',
    '"annum" is not a word that "per" takes. Use one of month, quarter, year or once.',
  ],
  [
    'the name of a month',
    'timeline: { start: "Oct 5, 2026" }\n',
    '"Oct 5, 2026" is not written as a date. Write 2026-10-05.',
    'timeline: { start: 2026-10-05 }\n',
  ],
  [
    'the name of a month in German',
    'timeline: { start: 31. März 2027 }\n',
    '"31. März 2027" is not written as a date. Write 2027-03-31.',
    'timeline: { start: 2027-03-31 }\n',
  ],
  [
    'a day that its month does not have',
    'timeline: { start: 31. Juni 2027 }\n',
    '"31. Juni 2027" is not written as a date. Write year, month and day, such as 2026-05-29.',
  ],
  [
    'a year of two digits',
    'timeline: { start: 29.01.27 }\n',
    '"29.01.27" is not written as a date. Write 2027-01-29.',
    'timeline: { start: 2027-01-29 }\n',
  ],
]

describe('advice of the schema', () => {
  for (const [name, yaml, message, fixed] of cases) {
    it(`is given on ${name}`, () => {
      const text = complete(yaml)
      const [finding, ...others] = analysisOf(text, { rules: [] }).findings
      assert.equal(finding?.message, message)
      assert.deepEqual(others, [])
      const [fix] = finding?.fixes ?? []
      if (fixed) assert.equal(fix ? applyFix(text, fix) : '', complete(fixed))
    })
  }

  it('is taken without asking where only one thing can be meant', () => {
    const isSafe = (date: string): boolean | undefined =>
      analysisOf(complete(`timeline: { start: "${date}" }\n`), { rules: [] }).findings[0]?.fixes[0]?.safe
    assert.deepEqual(['12. Okt. 2026', '2.11.2026', '29.01.27'].map(isSafe), [true, true, false])
  })
})

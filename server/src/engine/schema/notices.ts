import type { Notice } from '../notice.ts'

/** What the schema may say about a file, by name. */
export const schemaNotices: readonly Notice[] = [
  {
    id: 'schema/currency',
    summary: 'A currency is not written as its three capital letters.',
    remedy: 'Write the ISO 4217 code, such as USD.',
    bad: 'currency: dollars\n',
    good: 'currency: USD\n',
  },
  {
    id: 'schema/date',
    summary: 'A date does not exist, or is not written as year, month and day.',
    remedy: 'Write it as 2026-05-29.',
    bad: 'timeline: { start: 2026-02-30 }\n',
    good: 'timeline: { start: 2026-02-28 }\n',
  },
  {
    id: 'schema/duration',
    summary: 'A length of time is not a whole number and a unit.',
    remedy: 'Write it as 60 days, 8 weeks or 12 months.',
    bad: 'kpis: { horizon: one year }\n',
    good: 'kpis: { horizon: 1 year }\n',
  },
  {
    id: 'schema/email',
    summary: 'An e-mail address is not one.',
    remedy: 'Write it as name@example.com.',
    bad: 'owners:\n  operator: { name: Luis Ortega, email: luis.ortega }\n',
    good: 'owners:\n  operator: { name: Luis Ortega, email: luis.ortega@example.com }\n',
  },
  {
    id: 'schema/empty',
    summary: 'A text is written down and empty.',
    remedy: 'Fill it in, or remove the key.',
    bad: 'team: ""\n',
    good: 'team: supply-chain\n',
  },
  {
    id: 'schema/empty-file',
    summary: 'The file holds no value at all.',
    remedy: 'Begin with apiVersion, name, title and stage.',
  },
  {
    id: 'schema/form',
    summary: 'A value does not have the form that the format wants.',
    remedy: 'Write it like the example in the message.',
  },
  {
    id: 'schema/jurisdiction',
    summary: 'A place is not written as a country or state code.',
    remedy: 'Write the ISO 3166 code, such as US-TX or DE, or EU.',
    bad: 'compliance: { jurisdictions: [Texas] }\n',
    good: 'compliance: { jurisdictions: [US-TX] }\n',
  },
  {
    id: 'schema/kind',
    summary: 'A value is of the wrong kind: a text where a number belongs, or a block where a list does.',
    remedy: 'Write the kind of value that the message names.',
    bad: 'integration: { budget: "60000" }\n',
    good: 'integration: { budget: 60000 }\n',
  },
  {
    id: 'schema/missing-key',
    summary: 'A key is missing without which the file cannot be taken for a pilot.',
    remedy: 'Add the key: every pilot has apiVersion, name, title and stage.',
  },
  {
    id: 'schema/name',
    summary: 'A short name holds something other than small letters, digits and single hyphens.',
    remedy: 'Write it as demand-forecast.',
    bad: 'useCase: Demand Forecast\n',
    good: 'useCase: demand-forecast\n',
  },
  {
    id: 'schema/range',
    summary: 'A number lies outside what makes sense for its key.',
    remedy: 'Correct the number.',
    bad: 'priority: { impact: 7 }\n',
    good: 'priority: { impact: 5 }\n',
  },
  {
    id: 'schema/share',
    summary: 'A share is not a percentage from 0% to 100%.',
    remedy: 'Write it as 15%.',
    bad: 'rollout: { volume: a tenth }\n',
    good: 'rollout: { volume: 10% }\n',
  },
  {
    id: 'schema/too-long',
    summary: 'A text is longer than its key allows.',
    remedy: 'Shorten it.',
  },
  {
    id: 'schema/unknown-key',
    summary: 'A key is not one of the format, or stands in the wrong block.',
    remedy: 'Correct its spelling or move it; a key of your own starts with x-.',
    bad: 'owner:\n  operator: { name: Luis Ortega }\n',
    good: 'owners:\n  operator: { name: Luis Ortega }\nx-costCentre: 4711\n',
  },
  {
    id: 'schema/word',
    summary: 'A word is not one of those that the key knows.',
    remedy: 'Use one of the words that the message names.',
    bad: 'timeline: { plan: five-stages }\n',
    good: 'timeline: { plan: five-stage }\n',
  },
]

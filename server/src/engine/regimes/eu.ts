import type { Regime } from './regime.ts'

/** The European Union: the AI Act as amended in 2026. */
export const eu: readonly Regime[] = [
  {
    jurisdiction: 'EU',
    name: 'AI Act, transparency',
    source: 'Regulation (EU) 2024/1689, Article 50',
    asOf: '2026-11-20',
    since: '2026-08-02',
    note: 'It concerns systems that talk with people or make content. The amendment of 2026 left its date as it was.',
    artifacts: [{ key: 'transparencyNotice', level: 'depends' }],
  },
  {
    jurisdiction: 'EU',
    name: 'AI Act, high-risk systems',
    source: 'Regulation (EU) 2024/1689 as amended by Regulation (EU) 2026/1744',
    asOf: '2026-11-20',
    since: '2027-12-02',
    note:
      'As adopted, the duties for high-risk systems were to apply from 2026-08-02. The digital omnibus, Regulation (EU) 2026/1744 in ' +
      'force since 2026-07-27, moved them to 2027-12-02 for the uses of Annex III and to 2028-08-02 for products of Annex I (known from ' +
      'secondary sources). Whether a system is high-risk, and which duties fall on its provider and which on its user, is not decided here.',
    artifacts: [
      { key: 'humanReview', level: 'required' }, // Articles 14 and 26
      { key: 'auditTrail', level: 'required' }, // Articles 12, 19 and 26
      { key: 'transparencyNotice', level: 'required' }, // Articles 13 and 26
      { key: 'riskManagement', level: 'depends' }, // Article 9, for the provider
      { key: 'technicalDocumentation', level: 'depends' }, // Article 11, for the provider
      { key: 'conformityAssessment', level: 'depends' }, // Article 43, for the provider
    ],
  },
]

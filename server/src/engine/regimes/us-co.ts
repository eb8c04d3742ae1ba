import type { Regime } from './regime.ts'

/** Colorado: the act of 2024, repealed before it took effect, and the one that replaces it. */
export const usCo: readonly Regime[] = [
  {
    jurisdiction: 'US-CO',
    name: 'Colorado AI Act (SB 24-205)',
    source: 'Five-step production roadmap',
    asOf: '2026-02-08',
    since: '2024-05-17',
    until: '2026-05-14',
    note: 'Signed on 2024-05-17, delayed to 2026-06-30, and repealed on 2026-05-14 before it took effect. Until then teams prepared for it.',
    artifacts: [
      { key: 'riskAssessment', level: 'required' }, // R20
      { key: 'biasTesting', level: 'required' }, // R21
      { key: 'userNotification', level: 'required' }, // R22
      { key: 'optOut', level: 'required' }, // R23
      { key: 'annualAudit', level: 'required' }, // R24
    ],
  },
  {
    jurisdiction: 'US-CO',
    name: 'Automated Decision-Making Technology (SB 26-189)',
    source: 'Colorado SB 26-189',
    asOf: '2026-11-20',
    since: '2027-01-01',
    note:
      'Known from secondary sources. It drops the impact assessment and the risk programme of the act of 2024 and keeps notice, correction ' +
      'and human review for automated decisions about people. The rules of the Attorney General may add to it.',
    artifacts: [
      { key: 'userNotification', level: 'required' }, // SB 26-189, notice
      { key: 'correction', level: 'required' }, // SB 26-189, correction
      { key: 'humanReview', level: 'required' }, // SB 26-189, human review
    ],
  },
]

import type { Regime } from './regime.ts'

/** Texas. */
export const usTx: readonly Regime[] = [
  {
    jurisdiction: 'US-TX',
    name: 'Texas Responsible AI Governance Act (HB 149)',
    source: 'Five-step production roadmap',
    asOf: '2026-02-08',
    since: '2026-01-01',
    note:
      'The table of the source asks for more than the act as enacted, which puts notices mainly on state agencies and health care ' +
      'providers and orders no risk assessment or bias paper from every private firm. Ask counsel what applies to you.',
    artifacts: [
      { key: 'riskAssessment', level: 'required' }, // R20
      { key: 'biasTesting', level: 'required' }, // R21
      { key: 'userNotification', level: 'required' }, // R22
      { key: 'optOut', level: 'depends' }, // R23
      { key: 'annualAudit', level: 'recommended' }, // R24
    ],
  },
]

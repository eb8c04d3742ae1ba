/** A pilot that has everything to leave its first stage on 2026-06-01; the stage itself is left out. */
export const readyPilot: string = `apiVersion: pilot-as-code/v1
name: demand
title: Demand forecast
criteria:
  agreed: 2026-01-20
  success:
    - { metric: Forecast accuracy per SKU and week, kind: business, unit: "%", better: higher, baseline: 73, target: 82, by: 2026-08-25, source: warehouse }
    - { metric: Planner overtime a month, kind: business, unit: USD, better: lower, baseline: 31000, target: 12000, by: 2026-08-25, source: payroll }
  go: [Two gates decide to expand]
  stop: [Accuracy is below 75 at the second gate]
owners:
  sponsor: { name: Dana Whitfield, title: COO, budgetAuthority: true }
  operator: { name: Luis Ortega, title: Director, team: supply-chain, since: 2026-01-12, accountability: Accuracy is one of his goals for 2026. }
timeline: { start: 2026-05-04, end: 2026-09-25, productionBy: 2026-10-23 }
value: { statement: Overtime falls by $19000 a month., amount: 19000, per: month }
team: supply-chain
gates:
  - { stage: criteria, due: 2026-05-20, held: 2026-05-20, decision: advance, by: Dana Whitfield }
  - { stage: ownership, due: 2026-06-10 }
  - { stage: data, due: 2026-06-30 }
`

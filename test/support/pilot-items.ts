import type { Language } from '../../client/src/common/tree-node.ts'
import type { PilotItem } from '../../server/src/protocol/pilots.ts'

export const english: Language = {
  t: (message, ...args) => message.replace(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)])),
}

export function at(line: number): PilotItem['range'] {
  return { start: { line, character: 2 }, end: { line, character: 9 } }
}

export const forecast: PilotItem = {
  uri: 'file:///p/forecast.pilot.yaml',
  name: 'forecast',
  title: 'Forecast',
  readable: true,
  stage: 'data',
  operator: 'Luis Ortega',
  verdict: 'in-purgatory',
  signs: ['its end, 2026-05-01, passed without a decision'],
  readiness: 'medium',
  gaps: ['the data is not audited'],
  window: { from: '2026-06-08', to: '2026-07-27', isOver: false },
  delay: { since: '2026-10-02', cost: '19,000 USD' },
  outputs: [
    { stage: 'criteria', label: 'success criteria', exists: true, missing: [], range: at(3) },
    { stage: 'ownership', label: 'an operator', exists: false, missing: ['nobody is named'], range: at(5) },
    { stage: 'data', label: 'audited data', exists: false, missing: ['no audit'], range: at(7) },
    { stage: 'rollout', label: 'a rollout', exists: false, missing: ['no rollout'], range: at(0) },
    { stage: 'stopped', label: 'the decision to stop', exists: false, missing: ['no outcome'], range: at(0) },
  ],
  gates: [
    { stage: 'criteria', state: 'passed', date: '2026-01-20', range: at(20) },
    { stage: 'ownership', state: 'missing', date: undefined, range: undefined },
    { stage: 'data', state: 'overdue', date: '2026-03-06', range: at(22) },
  ],
  count: { error: 1, warning: 2, info: 0 },
  findings: [
    { rule: 'stage/past-end', severity: 'warning', message: 'It ended.', range: at(1) },
    { rule: 'owners/operator-missing', severity: 'error', message: 'Nobody\nanswers.', range: at(9) },
    { rule: 'cost/unknown', severity: 'warning', message: 'No cost.', range: at(0) },
  ],
  known: 0,
  notRun: [],
  range: at(2),
}

export const quiet: PilotItem = {
  ...forecast,
  uri: 'file:///p/route.pilot.yaml',
  name: 'route',
  title: 'Better routes',
  stage: 'production',
  operator: undefined,
  verdict: 'in-production',
  signs: [],
  gaps: [],
  window: undefined,
  delay: undefined,
  readiness: 'high',
  gates: [],
  count: { error: 0, warning: 0, info: 0 },
  findings: [],
}

export const pilots: readonly PilotItem[] = [forecast, quiet]

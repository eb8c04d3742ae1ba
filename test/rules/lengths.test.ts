import assert from 'node:assert/strict'
import { rules } from '../../server/src/engine/rules/all.generated.ts'
import { analysisOf, complete } from '../support/check.ts'

describe('however much a file lacks, a finding names the first of it', () => {
  const numbers = Array.from({ length: 40 }, (_, index) => index)
  const each = (line: (number: number) => string): string => numbers.map(line).join('\n')

  it('of the systems that an audit leaves out', () => {
    const sources = each((number) => `    - { system: ledger-${number}, owner: Kim Alvarado }`)
    const text = `stage: rollout\ndata:\n  audit: { completed: 2026-05-11, systems: [crm] }\n  sources:\n${sources}\n`
    assert.match(messageOf('data/audit-incomplete', text), /ledger-4 and 35 more\. Audit them/)
  })

  it('of the people who share the operation', () => {
    const people = 'Ana Ruiz, Ben Stone, Cleo Hart, Dana Cole, Eva Lind, Finn Moor and Gus Lee'
    const text = `stage: ownership\nowners: { operator: { name: "${people}" } }\n`
    assert.match(
      messageOf('owners/operator-shared', text),
      /^Ana Ruiz, .*, Eva Lind and 2 more are all operator\./,
    )
  })

  it('of what a stage has left open', () => {
    const criteria = each((number) => `    - { metric: Minutes to an answer of queue ${number}, target: 5 }`)
    const text = `stage: ownership\ncriteria:\n  success:\n${criteria}\n`
    assert.match(
      messageOf('stage/output-missing', text),
      /queue 4" has no baseline and no deadline and 35 more\./,
    )
  })

  it('of the criteria that are not met', () => {
    const criteria = each((number) => {
      const readings = 'readings: [{ date: 2026-05-11, value: 9 }]'
      return `    - { metric: Minutes of queue ${number}, better: lower, baseline: 10, target: 5, by: 2026-05-15, ${readings} }`
    })
    const text = `stage: production\noutcome: { decision: scale, date: 2026-05-20 }\ncriteria:\n  success:\n${criteria}\n`
    assert.match(messageOf('outcome/scale-unproven', text), /queue 4" is at 9 instead of 5 and 35 more/)
  })
})

function messageOf(rule: string, text: string): string {
  const { findings } = analysisOf(complete(text), { rules: rules.filter(({ id }) => id === rule) })
  return findings.find((finding) => finding.rule === rule)?.message ?? ''
}

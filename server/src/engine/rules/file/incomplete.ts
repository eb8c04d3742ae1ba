import { absentBlocks, neededBlocks } from '../../pilot/needs.ts'
import { stageOf } from '../../pilot/stages.ts'
import { listing } from '../../text/listing.ts'
import type { Rule } from '../rule.ts'

export const fileIncomplete: Rule = {
  id: 'file/incomplete',
  from: { data: 'error' },
  covers: true,
  options: { least: 8 },
  docs: {
    summary: 'The file holds most of what describes a pilot at its stage.',
    why: 'A few lines about a pilot that real people work with answer none of the questions that decide its fate: the file comes from an inventory, or was never kept up. Twenty findings would say the same thing twenty times, so while most is missing this one stands for them.',
    remedy:
      'Write down what is known, block by block. Until most blocks are there, whatever merely has to be added is not reported separately; whatever is wrong is, and so is a criterion without its numbers or a gate without its decision. To see everything now, switch this rule off.',
    options: {
      least: 'Fewest missing blocks, if they are more than half.',
    },
    sources: [
      { claim: 'M33', says: 'Each stage leaves an output behind.' },
      {
        claim: 'M71',
        says: 'A pilot with nobody accountable and nothing defined stays in evaluation for years.',
      },
    ],
    suppress: 'The file is only a record, and the pilot is managed elsewhere.',
    bad: [
      {
        title: 'A row from an inventory',
        yaml: `stage: rollout
#^^^^ error: Of the 17 blocks that a pilot in rollout has, 15 are missing: owners, criteria, data, integration, workflow, conditions, rollout, gates, change, adoption, kpis, production, compliance, governance and cost. Write down what is known of them.
value: { statement: Planners need less overtime. }
timeline: { start: 2026-02-02 }
`,
      },
      {
        title: 'Real data with nothing around it',
        yaml: `stage: data
#^^^^ error
data:
  sources: [{ system: netsuite-erp, quality: production }]
`,
      },
    ],
    good: [
      { title: 'A pilot begins with four lines', yaml: 'stage: criteria\n' },
      {
        title: 'Half of it is there: the rest is reported piece by piece',
        yaml: `stage: data
value: { statement: Overtime falls from 31000 to 12000 a month. }
timeline: { start: 2026-05-04 }
owners: { operator: { name: Luis Ortega } }
criteria: { agreed: 2026-04-20 }
data: { audit: { started: 2026-05-11 } }
`,
      },
      { title: 'A stopped pilot owes nothing more', yaml: 'stage: stopped\n' },
    ],
  },

  *check(pilot, { option }) {
    const stage = stageOf(pilot)
    const [needed, absent] = [neededBlocks(stage), absentBlocks(pilot)]
    if (absent.length < option('least') || absent.length * 2 <= needed.length) return
    const share = `Of the ${needed.length} blocks that a pilot in ${stage} has, ${absent.length} are missing`
    yield { at: pilot.keySpan, message: `${share}: ${listing(absent)}. Write down what is known of them.` }
  },
}

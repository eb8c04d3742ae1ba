import { isAbsent, isAbsentAt, isUnlistedAt } from '../../pilot/located.ts'
import { adoptionTemplate } from '../../templates/adoption.ts'
import { insertMissing } from '../../templates/changes.ts'
import { listing } from '../../text/listing.ts'
import type { Rule } from '../rule.ts'

export const adoptionPlaybookIncomplete: Rule = {
  id: 'adoption/playbook-incomplete',
  from: { adoption: 'error' },
  docs: {
    summary: 'The playbook has four parts: training, reporting, edge cases and governance.',
    why: 'Each part answers a reason to go back to the old way: I do not know how, nobody notices, it does not fit my case, nobody cares any more. Six months in, a playbook brings 67 % more use than the first training alone.',
    remedy: 'Add the missing part, or say where it is written.',
    sources: [
      { claim: 'M54', says: 'The playbook holds training for each role.' },
      { claim: 'M55', says: 'It makes use visible to managers.' },
      { claim: 'M56', says: 'It says what to do with edge cases.' },
      { claim: 'M57', says: 'It says who governs the system afterwards.' },
      {
        claim: 'M58',
        says: 'Six months in, a written playbook brings 67 % more use than the initial training alone.',
      },
    ],
    bad: [
      {
        title: 'Nothing for edge cases',
        yaml: `stage: adoption
adoption:
#^^^^^^^ error: The playbook lacks a way for edge cases. Add what people need to keep using it.
  playbook: docs/adoption-playbook.md
  training: [{ role: Technician, format: 20 minutes at the machine }]
  reporting: Weekly share of dictated entries per shift
  governance: Monthly review led by the operator
`,
      },
      {
        title: 'A document, and not a word on its contents',
        yaml: `stage: production
adoption: { playbook: docs/adoption-playbook.md, training: [] }
#^^^^^^^ error
`,
      },
    ],
    good: [
      {
        title: 'All four parts',
        yaml: `stage: adoption
adoption:
  playbook: docs/adoption-playbook.md
  training: [{ role: Planner, format: Two 45-minute sessions }]
  reporting: Weekly use and override report to the COO
  edgeCases: docs/edge-cases.md
  governance: Monthly model review led by the operator
`,
      },
      {
        title: 'Still being written, in the rollout',
        yaml: `stage: rollout
adoption: { playbook: docs/adoption-playbook.md }
`,
      },
      { title: 'No playbook at all, which another rule reports', yaml: 'stage: adoption\n' },
    ],
  },

  *check(pilot, { today }) {
    const { adoption } = pilot
    if (!adoption || isAbsentAt(pilot, 'adoption', 'playbook')) return
    const missing = parts.filter(([key]) => (key === 'training' ? isUnlistedAt : isAbsent)(adoption, key))
    if (missing.length === 0) return
    const names = listing(missing.map(([, name]) => name))
    const [keys, whole] = [missing.map(([key]) => key), adoptionTemplate(pilot, today)]
    yield {
      at: adoption.keySpan,
      message: `The playbook lacks ${names}. Add what people need to keep using it.`,
      fixes: [
        { title: `Insert ${names}`, safe: false, changes: insertMissing(pilot, 'adoption', { keys, whole }) },
      ],
    }
  },
}

const parts = [
  ['training', 'training'],
  ['reporting', 'reporting on use'],
  ['edgeCases', 'a way for edge cases'],
  ['governance', 'governance afterwards'],
] as const

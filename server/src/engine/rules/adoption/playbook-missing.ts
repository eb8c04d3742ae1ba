import { isAbsent, isAbsentAt } from '../../pilot/located.ts'
import { hasReached } from '../../pilot/stages.ts'
import { adoptionTemplate } from '../../templates/adoption.ts'
import { insertMissing } from '../../templates/changes.ts'
import { hole, type TemplateBlock } from '../../yaml/template.ts'
import type { Rule } from '../rule.ts'

export const adoptionPlaybookMissing: Rule = {
  id: 'adoption/playbook-missing',
  from: { rollout: 'warning', adoption: 'error' },
  docs: {
    summary: 'There is a written playbook for adoption.',
    why: 'The first group learns from the project team; everyone else learns from what is written down. Six months in, a written playbook brings 67 % more use than the first training alone.',
    remedy:
      'Write it while the first group works: training for each role, reporting, edge cases, and who looks after it later.',
    sources: [
      { claim: 'M53', says: 'Full production needs a written adoption playbook.' },
      {
        claim: 'M58',
        says: 'Six months in, a written playbook brings 67 % more use than the initial training alone.',
      },
    ],
    bad: [
      {
        title: 'Everyone is to use it, but nothing is written',
        yaml: `stage: adoption
#^^^^ error: There is no adoption playbook. Write down how everyone learns it, uses it and gets help, and link it.
`,
      },
      {
        title: 'Training alone is not a playbook',
        yaml: `stage: rollout
adoption:
#^^^^^^^ warning
  training:
    - { role: Planner, format: Two 45-minute sessions }
`,
      },
    ],
    good: [
      {
        title: 'A playbook in the rollout',
        yaml: `stage: rollout
adoption: { playbook: docs/adoption-playbook.md }
`,
      },
      { title: 'Nobody uses it yet', yaml: 'stage: data\n' },
    ],
  },

  *check(pilot, { today }) {
    if (!isAbsentAt(pilot, 'adoption', 'playbook')) return
    const whole = hasReached(pilot, 'adoption')
    const template: TemplateBlock = whole
      ? adoptionTemplate(pilot, today)
      : { playbook: hole('path of the adoption playbook') }
    const keys = Object.keys(template).filter((key) => isAbsent(pilot.adoption, key))
    yield {
      at: (pilot.adoption ?? pilot).keySpan,
      message:
        'There is no adoption playbook. Write down how everyone learns it, uses it and gets help, and link it.',
      fixes: [
        {
          title: 'Insert the playbook',
          safe: false,
          changes: insertMissing(pilot, 'adoption', { keys, whole: template }),
        },
      ],
    }
  },
}

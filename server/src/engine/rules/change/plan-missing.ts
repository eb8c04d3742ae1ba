import { isAbsentAt } from '../../pilot/located.ts'
import type { Pilot } from '../../pilot/model.generated.ts'
import { hasReached } from '../../pilot/stages.ts'
import { insertMissing } from '../../templates/changes.ts'
import { hole, type TemplateBlock } from '../../yaml/template.ts'
import type { Rule } from '../rule.ts'

export const changePlanMissing: Rule = {
  id: 'change/plan-missing',
  from: { data: 'info', rollout: 'error' },
  docs: {
    summary: 'There is a written plan for the change, not only for the system.',
    why: 'The change is put off until the system works, and by then nobody and nothing is left for it. About 70 % of what makes AI pay off is people and process; algorithms are about 10 %.',
    remedy:
      'Write down who is told what and when, who helps in the first weeks, and what ends. Name who is in charge of it.',
    sources: [
      {
        claim: 'K23',
        says: 'Managing the change is put off, although the plan has to exist before the pilot ends.',
      },
      { claim: 'R06', says: 'Algorithms are 10 %, data and technology 20 %, people and process 70 %.' },
    ],
    bad: [
      {
        title: 'Real users, but no plan',
        yaml: `stage: rollout
#^^^^ error: There is no change plan. Write down who is told, trained and helped, and link it.
`,
      },
      {
        title: 'An owner without a plan',
        yaml: `stage: data
change:
#^^^^^ info
  owner: Luis Ortega
`,
      },
    ],
    good: [
      {
        title: 'A plan with an owner',
        yaml: `stage: rollout
change: { plan: docs/change-plan.md, owner: Luis Ortega }
`,
      },
      { title: 'Nobody has to change anything yet', yaml: 'stage: ownership\n' },
    ],
  },

  *check(pilot) {
    if (!isAbsentAt(pilot, 'change', 'plan')) return
    yield {
      at: (pilot.change ?? pilot).keySpan,
      message: 'There is no change plan. Write down who is told, trained and helped, and link it.',
      fixes: [
        {
          title: 'Insert the change plan',
          safe: false,
          changes: insertMissing(pilot, 'change', { keys: ['plan'], whole: template(pilot) }),
        },
      ],
    }
  },
}

function template(pilot: Pilot): TemplateBlock {
  const plan = {
    plan: hole('path of the change plan'),
    owner: pilot.owners?.operator?.name?.value ?? hole('full name'),
  }
  return hasReached(pilot, 'rollout')
    ? { ...plan, friction: [hole('what the first users stumbled over')] }
    : plan
}

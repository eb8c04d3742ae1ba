import { hasUnread } from '../../pilot/located.ts'
import type { Adoption } from '../../pilot/model.generated.ts'
import { trainingTemplate } from '../../templates/adoption.ts'
import { appendAt } from '../../templates/changes.ts'
import type { Rule } from '../rule.ts'

export const adoptionRoleUntrained: Rule = {
  id: 'adoption/role-untrained',
  from: { adoption: 'warning' },
  docs: {
    summary: 'Each role whose work changes is trained.',
    why: 'The untrained role is usually the one that hands out the work, and it goes on handing it out the old way. Use then stops where one role meets the next.',
    remedy: 'Plan training for each role of the workflow, with its form and date.',
    sources: [{ claim: 'M54', says: 'There is training for each user role.' }],
    bad: [
      {
        title: 'Two roles, one training',
        yaml: `stage: adoption
workflow:
  roles: [Technician, Shift planner]
#                     ^^^^^^^^^^^^^ warning: No training is planned for the role "Shift planner". Say how these people learn it, and by when.
adoption:
  training:
    - { role: Technician, format: 20 minutes at the machine }
`,
      },
      {
        title: 'Training for others',
        yaml: `stage: production
workflow: { roles: [Claims handler, Senior handler] }
#                   ^^^^^^^^^^^^^^ warning
adoption: { training: [{ role: Managers }, { role: Senior handlers }] }
`,
      },
      {
        title: 'A note that mentions both',
        yaml: `stage: adoption
workflow: { roles: [Technician, Shift planner] }
#                               ^^^^^^^^^^^^^ warning
adoption: { training: [{ role: Technicians and machinists (both shifts) }] }
`,
      },
    ],
    good: [
      {
        title: 'Both roles',
        yaml: `stage: adoption
workflow: { roles: [Planner, Buyer] }
adoption: { training: [{ role: planners }, { role: Buyer }] }
`,
      },
      {
        title: 'One course for two roles, and one for all',
        yaml: `stage: adoption
workflow: { roles: [Dispatcher, Driver] }
adoption: { training: [{ role: Dispatchers and drivers }] }
`,
      },
      {
        title: 'Everyone gets the same',
        yaml: `stage: adoption
workflow: { roles: [Desk agent, Team lead] }
adoption: { training: [{ role: The whole team }] }
`,
      },
      {
        title: 'Two roles that share a noun, and a note',
        yaml: `stage: adoption
workflow: { roles: [Claims handler, Senior handler, Secretary, Foreman] }
adoption:
  training:
    - { role: Claims and senior handlers (all levels) }
    - { role: Secretaries }
    - { role: Foremen }
`,
      },
      {
        title: 'No training at all, which another rule reports',
        yaml: `stage: adoption
workflow: { roles: [Desk agent, Team lead] }
adoption: { playbook: docs/desk-playbook.md }
`,
      },
    ],
  },

  *check({ workflow, adoption }, { today }) {
    if (!adoption?.training?.items.length || hasUnread(adoption.training, 'role')) return
    const trained = trainedRoles(adoption)
    if (trained === 'everyone') return
    for (const role of workflow?.roles?.items ?? []) {
      if (trained.has(plain(role.value))) continue
      yield {
        at: role.span,
        message: `No training is planned for the role "${role.value}". Say how these people learn it, and by when.`,
        related: [{ message: 'These roles are trained.', span: adoption.training.keySpan }],
        fixes: [
          {
            title: `Insert a training for ${role.value}`,
            safe: false,
            changes: [appendAt(adoption, ['training'], trainingTemplate(role.value, today))],
          },
        ],
      }
    }
  },
}

function trainedRoles({ training }: Adoption): ReadonlySet<string> | 'everyone' {
  const names =
    training?.items.map(({ role }) => role?.value.slice(0, 200).replace(BRACKETS, ' ') ?? '') ?? []
  if (names.some((name) => EVERYONE.test(name))) return 'everyone'
  return new Set(names.flatMap((name) => [name, ...rolesIn(name)]).map(plain))
}

const BRACKETS = /\([^()]*\)/g
const EVERYONE =
  /^\s*(?:alle?\b|every|both\b|jede|tou(?:s|tes?)\b|tout le monde|tod[oa]s\b|tutt[ei]\b|iedereen|(?:(?:the|das) )?(?:whole|entire|full|ganze|gesamte) )/i

/** The roles in a text that names several. What shares its last word with the one behind it gets that: `Claims and senior handlers`. */
function rolesIn(name: string): readonly string[] {
  const parts = name.split(/[,;/&+]|\s(?:and|und|et|y|e|en)\s/i).map((part) => part.trim())
  const noun = parts.at(-1)?.split(' ').at(-1) ?? ''
  return [...parts, ...parts.map((part) => `${part} ${noun}`)]
}

/** Without case, blanks and the plural of the last word. */
function plain(role: string): string {
  const words = role.toLowerCase().trim().replace(/\s+/g, ' ')
  return words.replace(/ies$/, 'y').replace(/men$/, 'man').replace(/s$/, '')
}

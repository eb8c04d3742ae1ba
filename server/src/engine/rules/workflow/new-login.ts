import type { Rule } from '../rule.ts'

export const workflowNewLogin: Rule = {
  id: 'workflow/new-login',
  from: { data: 'warning' },
  docs: {
    summary: 'People find it in the tools that they already use, without another login.',
    why: 'A separate portal is visited as long as someone asks for it, and forgotten afterwards. Installed is not used: of 49 seats, about 7 were in use.',
    remedy: 'Show the result inside the tool where the work is done, or sign people in from there.',
    sources: [
      {
        claim: 'R33',
        says: 'It has to live inside existing tools, with no separate login and no extra steps.',
      },
      { claim: 'M03', says: 'The tool is installed on 49 seats and used on about 7.' },
    ],
    bad: [
      {
        title: 'A portal of its own',
        yaml: `stage: data
workflow:
  newLogin: true
#           ^^^^ warning: People have to log into something new. Bring the result into the tools that they use already.
`,
      },
      {
        title: 'Still there in the rollout',
        yaml: `stage: rollout
workflow: { map: docs/planner-day.md, newLogin: true }
#                                               ^^^^ warning
`,
      },
    ],
    good: [
      {
        title: 'Inside the CRM',
        yaml: `stage: rollout
workflow:
  systems: [crm]
  newLogin: false
`,
      },
      {
        title: 'Nothing is said about it',
        yaml: `stage: rollout
workflow:
  map: docs/planner-day.md
`,
      },
    ],
  },

  *check({ workflow }) {
    if (workflow?.newLogin?.value !== true) return
    const home = workflow.systems?.items[0]?.value
    const where =
      home === undefined ? 'the tools that they use already' : `${home} or another tool that they use already`
    yield {
      at: workflow.newLogin.span,
      message: `People have to log into something new. Bring the result into ${where}.`,
    }
  },
}

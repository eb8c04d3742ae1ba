import type { Fix } from '../../finding.ts'
import { handCarried } from '../../pilot/hand-carried.ts'
import { integratedOf } from '../../pilot/systems.ts'
import { insertAt } from '../../templates/changes.ts'
import { choice } from '../../yaml/template.ts'
import type { Rule } from '../rule.ts'

export const integrationManual: Rule = {
  id: 'integration/manual',
  from: { data: 'warning', rollout: 'error' },
  wrong: true,
  docs: {
    summary: 'Data flows by itself; nobody carries it in files.',
    why: 'A person who exports a file every Monday is invisible in the pilot and missing in production. While they are on leave the system answers from old data, and nobody knows since when.',
    remedy: 'Connect the system of record through an interface, events or its database.',
    sources: [{ claim: 'K15', says: 'The pilot runs on data put together by hand, such as a CSV file.' }],
    suppress: 'A file is the agreed interface, and machines write and read it.',
    bad: [
      {
        title: 'Seven people mail a file every Monday',
        yaml: `stage: data
integration:
  systems:
    - system: retailer-portals
      method: file
#             ^^^^ warning: Data of retailer-portals is carried by file. Connect it by an interface, events or its database.
`,
      },
      {
        title: 'The words give it away',
        yaml: `stage: rollout
data:
  sources:
    - { system: crm, contents: Weekly CSV from Sales }
#                              ^^^^^^^^^^^^^^^^^^^^^ error: "Weekly CSV from Sales" is carried by hand ("CSV"). Connect crm by an interface, events or its database.
`,
      },
      {
        title: 'A system that is a file',
        yaml: `stage: rollout
integration:
  systems: [{ system: Excel export of the stock list, status: live }]
#                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: "Excel export of the stock list" is carried by hand ("Excel export"). Connect the system behind it by an interface, events or its database.
`,
      },
    ],
    good: [
      {
        title: 'An interface',
        yaml: `integration:
  systems: [{ system: netsuite-erp, method: api }, { system: export-control, method: event }]
`,
      },
      {
        title: 'E-mail is what is sorted, not how the data is carried',
        yaml: `data:
  sources: [{ system: e-mail, contents: Tickets that arrive by e-mail }]
integration:
  systems: [{ system: e-mail, method: event }, { system: Excel add-in }]
`,
      },
      {
        title: 'The old CSV files were loaded once, and an interface does the rest',
        yaml: `data:
  sources: [{ system: crm, contents: CSV files until 2021 and the live records since then }]
integration:
  systems: [{ system: crm, method: api }]
`,
      },
    ],
  },

  *check(pilot) {
    for (const { system, method } of integratedOf(pilot)) {
      if (method?.value !== 'file' && method?.value !== 'manual') continue
      const carried = method.value === 'file' ? 'by file' : 'by hand'
      yield {
        at: method.span,
        message: `Data of ${system?.value ?? 'a system'} is carried ${carried}. ${advice('it')}`,
        fixes: automatic.map((text): Fix => {
          const change = { do: 'replace', span: method.span, text } as const
          return { title: `Connect it by ${text}`, safe: false, suggestion: true, changes: [change] }
        }),
      }
    }
    for (const { text, words, target, system } of handCarried(pilot)) {
      const value = choice(...automatic)
      const changes = system ? [insertAt(system, ['method'], value)] : []
      yield {
        at: text.span,
        message: `"${text.value}" is carried by hand ("${words}"). ${advice(target)}`,
        fixes: system ? [{ title: 'Insert a method', safe: false, suggestion: true, changes }] : [],
      }
    }
  },
}

const automatic = ['api', 'event', 'database'] as const

function advice(system: string): string {
  return `Connect ${system} by an interface, events or its database.`
}

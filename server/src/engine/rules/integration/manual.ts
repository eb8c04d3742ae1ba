import type { Fix } from '../../finding.ts'
import type { DataSource, IntegrationSystem, Pilot } from '../../pilot/model.generated.ts'
import { integratedOf, isSameSystem, sourcesOf } from '../../pilot/systems.ts'
import { manualData } from '../../words/manual.ts'
import { choice } from '../../yaml/template.ts'
import type { Report, Rule } from '../rule.ts'

export const integrationManual: Rule = {
  id: 'integration/manual',
  from: { data: 'warning', rollout: 'error' },
  docs: {
    summary: 'Data flows by itself, and nobody carries it in files.',
    why: 'A person who exports a file every Monday is invisible in the pilot and missing in production. When they are on leave the system answers from old data, and nobody knows since when.',
    remedy: 'Connect the system of record by an interface, events or its database.',
    sources: [{ claim: 'K15', says: 'The pilot runs on data put together by hand, such as a CSV file.' }],
    suppress: 'A file is the agreed interface, and a machine writes and reads it.',
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
        title: 'The words say it',
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
        title: 'E-mail is what is sorted, and not how the data is carried',
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
    for (const each of integratedOf(pilot)) yield* ofSystem(each)
    for (const each of sourcesOf(pilot)) if (!isConnected(pilot, each)) yield* ofSource(each)
  },
}

function* ofSystem(each: IntegrationSystem): Iterable<Report> {
  const { system, method } = each
  if (method && isByHand(method.value)) {
    const { span } = method
    const carried = method.value === 'file' ? 'by file' : 'by hand'
    const fixes = (['api', 'event', 'database'] as const).map((text): Fix => {
      return { title: `Connect it by ${text}`, safe: false, changes: [{ do: 'replace', span, text }] }
    })
    yield { at: span, message: `Data of ${system?.value ?? 'a system'} is carried ${carried}. ${advice('it')}`, fixes }
  }
  const words = system && manualData.find(system.value)
  if (method || !system || words === undefined) return
  const value = choice('api', 'event', 'database')
  yield {
    at: system.span,
    message: `"${system.value}" is carried by hand ("${words}"). ${advice('the system behind it')}`,
    fixes: [{ title: 'Insert a method', safe: false, changes: [{ do: 'insert', into: each, path: ['method'], value }] }],
  }
}

function* ofSource({ system, contents }: DataSource): Iterable<Report> {
  const text = [contents, system].find((each) => each && manualData.find(each.value) !== undefined)
  if (!text) return
  const target = text === system ? 'the system behind it' : (system?.value ?? 'the system')
  yield {
    at: text.span,
    message: `"${text.value}" is carried by hand ("${manualData.find(text.value)}"). ${advice(target)}`,
  }
}

/** Whether the integration already says how the source is connected, or is reported for it. */
function isConnected(pilot: Pilot, { system }: DataSource): boolean {
  return integratedOf(pilot).some((each) => {
    const same = system && each.system && isSameSystem(each.system.value, system.value)
    return same === true && (each.method !== undefined || manualData.find(system?.value ?? '') !== undefined)
  })
}

function isByHand(method: string): boolean {
  return method === 'file' || method === 'manual'
}

function advice(system: string): string {
  return `Connect ${system} by an interface, events or its database.`
}

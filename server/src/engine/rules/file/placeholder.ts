import { isUnanswered } from '../../pilot/unanswered.ts'
import { isUnknownKey } from '../../schema/describe.ts'
import { placeholderIn } from '../../words/placeholder.ts'
import type { Entry, Scalar, Syntax, SyntaxNode } from '../../yaml/node.ts'
import { isMarked, MARK } from '../../yaml/template.ts'
import { isUnwritten } from '../../yaml/value.ts'
import type { Report, Rule } from '../rule.ts'

export const filePlaceholder: Rule = {
  id: 'file/placeholder',
  from: { criteria: 'warning', stopped: 'warning' },
  general: true,
  docs: {
    summary: 'Every value in the file is one that the author means.',
    why: 'A placeholder looks like an answer in every list and report. The question behind it is then first asked when the answer is needed.',
    remedy:
      'Write what belongs there, or remove the key until it is known. A number or date from a template counts as much as what follows from it.',
    sources: [{ claim: 'H04', says: 'Placeholders stand in fields that have to be filled in.' }],
    bad: [
      {
        title: 'Words that hold a place',
        yaml: `summary: TBD
#        ^^^ warning: "summary" still says "TBD". Write what belongs there, or remove the key.
workflow:
  roles: [Planner, "???"]
#                  ^^^^^ warning: "roles" still says "???". Write what belongs there, or remove the key.
`,
      },
      {
        title: 'A key without a value',
        yaml: `stage: stopped
summary:
#^^^^^^ warning: "summary" is empty. Write what belongs there, or remove the key.
`,
      },
      {
        title: 'A number and a text from a template',
        yaml: `criteria:
  success:
    - metric: TODO what is counted
#             ^^^^^^^^^^^^^^^^^^^^ warning
      target: 82 # TODO yours
#             ^^ warning: "target" still has 82 from a template. Write your own, and remove the comment behind it.
`,
      },
      {
        title: 'Words that are not an answer',
        yaml: `adoption: { playbook: n/a }
#                     ^^^ warning: "n/a" is no answer to "playbook". Write what belongs there, or say why there is none.
criteria:
  stop: [none]
#        ^^^^ warning
vendor:
  exit: Monthly export, TBD with legal
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: "exit" still says "TBD with legal". Write what belongs there, or remove the key.
`,
      },
    ],
    good: [
      {
        title: 'A "none" with its reason, and one that is an answer',
        yaml: `production: { runbook: "None needed: it runs once, on one day." }
scope: { exceptions: none }
`,
      },
      {
        title: 'A text about placeholders',
        yaml: 'summary: See the TBD list in the wiki, the TODO app, and sobre todo (TBC) the rest of the todo list.\n',
      },
      { title: "A team's own keys", yaml: 'x-costCentre: TBD\nx-owner:\n' },
      { title: 'An empty list is an answer', yaml: 'conditions: []\n' },
      {
        title: 'A tool named like a list',
        yaml: 'workflow: { systems: [Todo list in Notion, Todoist] }\n',
      },
    ],
  },

  check({ node }, { file: { syntax } }) {
    return reportsIn(node?.entries ?? [], syntax)
  },

  checkEntry(entry, { file: { syntax } }) {
    return reportsIn([entry], syntax)
  },
}

interface Scene {
  readonly text: string
  /** Whether there is a mark of a template at all. */
  readonly isTemplate: boolean
  /** Where values were looked at: an anchored one is met again at each of its aliases. Absent where there is none. */
  readonly seen: Set<number> | undefined
  readonly reports: Report[]
}

function reportsIn(entries: readonly Entry[], { text }: Syntax): readonly Report[] {
  const seen = text.includes('*') ? new Set<number>() : undefined
  const scene: Scene = { text, isTemplate: text.includes(MARK), seen, reports: [] }
  visitAll(entries, [], scene)
  return scene.reports
}

/** `above` are the keys that lead to the block. */
function visitAll(entries: readonly Entry[], above: readonly string[], scene: Scene): void {
  for (const entry of entries) {
    if (entry.merged || entry.key.startsWith('x-')) continue
    // A key that the schema does not know in a block that it knows is its to report. It is loaded when it is first asked.
    if (isUnwritten(entry.value) && isUnknownKey(entry.key, above)) continue
    visit(entry, entry.value, { above, scene })
  }
}

function visit(entry: Entry, value: SyntaxNode, at: { above: readonly string[]; scene: Scene }): void {
  const { above, scene } = at
  if (value.kind === 'mapping') visitAll(value.entries, [...above, entry.key], scene)
  else if (value.kind === 'sequence') for (const item of value.items) visit(entry, item, at)
  else if (!scene.seen?.has(value.span.start)) {
    scene.seen?.add(value.span.start)
    const report = reportOn(entry, value, scene)
    if (report) scene.reports.push(report)
  }
}

function reportOn(entry: Entry, value: Scalar, { text, isTemplate }: Scene): Report | undefined {
  const advice = 'Write what belongs there, or remove the key.'
  if (entry.value === value && isUnwritten(value))
    return { at: entry.keySpan, message: `"${entry.key}" is empty. ${advice}` }
  const said = typeof value.value === 'string' ? value.value : ''
  const holds = placeholderIn(said)
  if (holds !== undefined)
    return { at: value.span, message: `"${entry.key}" still says "${holds}". ${advice}` }
  if (isUnanswered(entry.key, said)) {
    const message = `"${said}" is no answer to "${entry.key}". Write what belongs there, or say why there is none.`
    return { at: value.span, message }
  }
  if (!isTemplate || !isMarked(text, value.span.end)) return undefined
  const message = `"${entry.key}" still has ${value.value} from a template. Write your own, and remove the comment behind it.`
  return { at: value.span, message }
}

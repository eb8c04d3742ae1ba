import { isDotted } from '../../text/grouped.ts'
import type { Entry, Scalar, SyntaxNode } from '../../yaml/node.ts'
import type { Report, Rule } from '../rule.ts'

export const fileThousands: Rule = {
  id: 'file/thousands',
  from: { criteria: 'warning' },
  docs: {
    summary: 'A number is read as its author means it.',
    why: 'In much of the world a dot separates the thousands. In YAML it starts a fraction: the pilot seems to cost a thousandth, and every sum, chart and comparison believes it.',
    remedy: 'Write thousands without a dot, and fractions without trailing zeros.',
    sources: [
      { claim: 'H08', says: 'In one public inventory 134 cells hold a year that was read as a day in 1905.' },
    ],
    bad: [
      {
        title: 'A cost with a dot between the thousands',
        yaml: `cost:
  software: 35.000
#           ^^^^^^ warning: "35.000" is read as 35. Write 35000, or 35 if that is meant.
  oneTime: { implementation: 12.500, data: 8000 }
#                            ^^^^^^ warning: "12.500" is read as 12.5. Write 12500, or 12.5 if that is meant.
`,
      },
      {
        title: 'Zeros that no fraction needs',
        yaml: `criteria:
  success:
    - { metric: Letters per month, baseline: 12.000, target: 9.500 }
#                                            ^^^^^^ warning
#                                                            ^^^^^ warning
`,
      },
    ],
    good: [
      {
        title: 'Thousands without a dot, and an amount with cents',
        yaml: 'cost: { software: 35000, oneTime: { implementation: 12500.50, data: 0.125 } }\n',
      },
      {
        title: 'A fraction with three digits',
        yaml: 'criteria: { success: [{ metric: Grams per pack, baseline: 4.125, target: 3.250 }] }\n',
      },
      { title: "A team's own keys", yaml: 'x-counter: 35.000\n' },
    ],
  },

  check({ node }, { file: { syntax } }) {
    return GROUPED.test(syntax.text) ? reportsIn(node?.entries ?? [], syntax.text) : []
  },

  checkEntry(entry, { file: { syntax } }) {
    return reportsIn([entry], syntax.text)
  },
}

/** Whatever could be such a number: hardly any text has one. */
const GROUPED = /[1-9]\d{0,2}\.\d{3}(?!\d)/

/** Amounts, of which no currency is written with three digits behind the dot but a few of small coins. */
const AMOUNTS: ReadonlySet<string> = new Set([
  ...['amount', 'budget', 'software', 'implementation', 'data', 'integration', 'change', 'impact'],
  ...['pilotPrice', 'productionPrice'],
])

function reportsIn(entries: readonly Entry[], text: string): readonly Report[] {
  // An anchored number is met again at each of its aliases.
  const found = new Map<number, Report>()
  const visit = (key: string, node: SyntaxNode): void => {
    if (node.kind === 'sequence') for (const item of node.items) visit(key, item)
    else if (node.kind === 'mapping') visitAll(node.entries)
    else for (const report of reportsOn(key, node, text)) found.set(node.span.start, report)
  }
  const visitAll = (all: readonly Entry[]): void => {
    for (const { key, value, merged } of all) if (!merged && !key.startsWith('x-')) visit(key, value)
  }
  visitAll(entries)
  return [...found.values()]
}

/** Of nearly all values. */
const NONE: readonly Report[] = []

function reportsOn(key: string, { value, style, span }: Scalar, text: string): readonly Report[] {
  if (typeof value !== 'number' || style !== 'plain' || span.end - span.start > 7) return NONE
  const written = text.slice(span.start, span.end)
  if (!isDotted(written) || !(AMOUNTS.has(key) || written.endsWith('00'))) return NONE
  const thousands = written.replace('.', '')
  const fixes = [thousands, String(value)].map((number) => ({
    title: `Write ${number}`,
    safe: false,
    suggestion: true,
    changes: [{ do: 'replace', span, text: number } as const],
  }))
  const message = `"${written}" is read as ${value}. Write ${thousands}, or ${value} if that is meant.`
  return [{ at: span, message, fixes }]
}

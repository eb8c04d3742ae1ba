import type { Change, Finding } from './finding.ts'
import type { Rulebook } from './rulebook.ts'
import type { Span } from './text/span.ts'
import { type Entry, entryOf, type SyntaxNode } from './yaml/node.ts'
import { isMarked } from './yaml/template.ts'
import { isUnwritten } from './yaml/value.ts'

/** The findings that are told, and those of general rules in whose place they stand. */
export interface Specific {
  readonly findings: readonly Finding[]
  readonly hidden: readonly Finding[]
}

/**
 * A general rule is silent where a specific one already reports the same place, or asks for what the place lacks. Of a number or
 * a day that is still a template's only that is said, as gravely as what follows from it, which would hold of nothing that the
 * author wrote. What turns with the date is said all the same, since whoever left a day there takes it for their own. Of a day
 * that cannot be right nothing follows.
 */
export function specific(
  findings: readonly Finding[],
  text: string,
  { general, rules }: Pick<Rulebook, 'general' | 'rules'>,
): Specific {
  const wrongDays = new Set(findings.filter(({ rule }) => rule === IMPOSSIBLE).map(placeOf))
  if (wrongDays.size === 0 && !findings.some(({ rule }) => general.has(rule))) return { findings, hidden: [] }
  const samples = new Set(
    findings.filter(({ rule, span }) => rule === PLACEHOLDER && isMarked(text, span.end)).map(placeOf),
  )
  const isWorkedOut = (each: Finding): boolean => {
    const rule = rules.get(each.rule)
    if (!rule || rule.general || rule.id === IMPOSSIBLE) return false
    const isLasting = !rule.needs || rule.lasting === true
    return placesOf(each).some((at) => wrongDays.has(at) || (isLasting && samples.has(at)))
  }
  const workedOut = new Set(samples.size + wrongDays.size > 0 ? findings.filter(isWorkedOut) : [])
  const errors = new Set([...workedOut].filter(({ severity }) => severity === 'error').flatMap(placesOf))
  const told = findings
    .filter((each) => !workedOut.has(each))
    .map((each): Finding => {
      return each.rule === PLACEHOLDER && errors.has(placeOf(each)) ? { ...each, severity: 'error' } : each
    })
  const own = told.filter(({ rule }) => !general.has(rule))
  // What a fix would change is worked out anew where a finding was kept, and so asked for where a key is empty.
  const isEmptyKey = ({ rule, span }: Finding): boolean => general.has(rule) && text[span.end] === ':'
  const fixes = told.some(isEmptyKey) ? own.flatMap((each) => each.fixes) : []
  const filled = fixes.flatMap(({ changes }) => changes.flatMap(emptyKey))
  const taken = new Set([...own, ...filled].map(placeOf))
  const isHidden = (each: Finding): boolean => general.has(each.rule) && taken.has(placeOf(each))
  return { findings: told.filter((each) => !isHidden(each)), hidden: told.filter(isHidden) }
}

const PLACEHOLDER = 'file/placeholder'
const IMPOSSIBLE = 'stage/impossible-dates'

/** The key that stands there empty, and that a fix would fill: that it is empty is said with what lacks. */
function emptyKey(change: Change): readonly { readonly span: Span }[] {
  if (!('path' in change)) return []
  let node: SyntaxNode | undefined = change.into?.node
  for (const key of change.path) {
    const entry: Entry | undefined = node?.kind === 'mapping' ? entryOf(node, key) : undefined
    if (entry && isUnwritten(entry.value)) return [{ span: entry.keySpan }]
    node = entry?.value
  }
  return []
}

function placesOf({ span, related }: Finding): readonly number[] {
  return [{ span }, ...related].map(placeOf)
}

/** A number for each place: there may be thousands, and a text would have to be made for each. */
function placeOf({ span }: { readonly span: Span }): number {
  return span.start * LONGER + span.end
}

/** Than any text that is read. */
const LONGER = 2 ** 26

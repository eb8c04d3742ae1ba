import type { Finding, PastChange, Related } from './finding.ts'
import type { Kept, KeptFinding, KeptFix } from './kept.ts'
import { isDate } from './pilot/dates.ts'
import { stages } from './pilot/stages.ts'
import type { Extract, Facts, Named, Places } from './portfolio/facts.ts'
import { isFlag, isNumber, isText, listOf, maybe, oneOf, recordOf, type Shape } from './shape.ts'
import type { Span } from './text/span.ts'
import type { PatchEdit } from './yaml/patch.ts'

/** Whether something that was written down is what can be kept of a text of this length. Never throws. */
export function isKept(value: unknown, length: number): value is Kept {
  const isSpan = spanIn(length)
  const isFinding = findingIn(isSpan)
  const isSilenced = recordOf<Kept['suppressed'][number]>({ finding: isFinding, reason: isText })
  return recordOf<Kept>({
    findings: listOf(isFinding),
    suppressed: listOf(isSilenced),
    covered: listOf(isFinding),
    currency: isText,
    extract: maybe(recordOf<Extract>({ facts: isFacts, places: placesIn(isSpan) })),
  })(value)
}

function spanIn(length: number): Shape<Span> {
  const isOffset = (value: unknown): value is number =>
    Number.isInteger(value) && isNumber(value) && value >= 0 && value <= length
  const isRecord = recordOf<Span>({ start: isOffset, end: isOffset })
  return (value): value is Span => isRecord(value) && value.start <= value.end
}

function findingIn(isSpan: Shape<Span>): Shape<KeptFinding> {
  const isEdit = recordOf<PatchEdit>({ span: isSpan, text: isText, snippet: isText })
  return recordOf<KeptFinding>({
    rule: isText,
    severity: oneOf('error', 'warning', 'info'),
    message: isText,
    span: isSpan,
    related: listOf(recordOf<Related>({ message: isText, file: isAbsent, span: isSpan })),
    fixes: listOf(recordOf<KeptFix>({ title: isText, safe: isFlag, edits: maybe(listOf(isEdit)) })),
    past: maybe(isPastChange),
  })
}

/** By itself a file leads to no other. */
function isAbsent(value: unknown): value is undefined {
  return value === undefined
}

const isDay = (value: unknown): value is string => isText(value) && isDate(value)

const isPastChange: Shape<NonNullable<Finding['past']>> = recordOf<PastChange>({
  commit: maybe(isText),
  date: isDay,
  author: maybe(isText),
  before: maybe(isText),
  after: maybe(isText),
})

const isFacts: Shape<Facts> = recordOf<Facts>({
  name: maybe(isText),
  title: maybe(isText),
  stage: oneOf(...stages),
  active: isFlag,
  useCase: maybe(isText),
  vendor: maybe(isText),
  tool: maybe(isText),
  operator: maybe(isText),
  operatorKey: maybe(isText),
  rank: maybe(isNumber),
  predecessor: maybe(isText),
  comparedWith: listOf(isText),
  start: maybe(isDay),
  end: maybe(isDay),
  decided: maybe(oneOf('scale', 'stop', 'passed')),
  decidedOn: maybe(isDay),
  yearlyCost: maybe(isNumber),
  currency: maybe(isText),
  fingerprint: maybe(isText),
  mentions: listOf(
    recordOf<Named>({
      refers: oneOf('person', 'team', 'owner', 'system', 'pilot'),
      name: isText,
      key: isText,
      path: isText,
    }),
  ),
})

function placesIn(isSpan: Shape<Span>): Shape<Places> {
  const isPlace = maybe(isSpan)
  return recordOf<Places>({
    ...{ file: isSpan, name: isPlace, useCase: isPlace, operator: isPlace, rank: isPlace },
    ...{ end: isPlace, cost: isPlace, criteria: isPlace, mentions: listOf(isSpan) },
  })
}

import type { Finding, PastChange, Related } from './finding.ts'
import type { Kept, KeptFinding, KeptFix } from './kept.ts'
import type { Identity } from './pilot/identity.ts'
import { stages } from './pilot/stages.ts'
import type { Extract, Facts, Places } from './portfolio/facts.ts'
import { areMentions, type Mentions } from './portfolio/named.ts'
import { unpacked } from './portfolio/packed.ts'
import {
  isDay,
  isFlag,
  isNumber,
  isRecord,
  isText,
  listOf,
  maybe,
  oneOf,
  recordOf,
  type Shape,
} from './shape.ts'
import type { Span } from './text/span.ts'
import type { PatchEdit } from './yaml/patch.ts'

/** What is found in a file by itself leads to no other file. */
function isAbsent(value: unknown): value is undefined {
  return value === undefined
}

function isOffset(value: unknown, length?: number): value is number {
  return isNumber(value) && Number.isInteger(value) && value >= 0 && length !== undefined && value <= length
}

function areOffsets(value: unknown, length?: number): value is string {
  const offsets = isText(value) ? unpacked(value) : undefined
  return offsets?.every((offset) => isOffset(offset, length)) === true
}

const hasEnds = recordOf<Span>({ start: isOffset, end: isOffset })

function isSpan(value: unknown, length?: number): value is Span {
  return hasEnds(value, length) && value.start <= value.end
}

const areLists = recordOf<Mentions>({ texts: listOf(isText), numbers: isText })

function areNames(value: unknown): value is Mentions {
  return areLists(value) && areMentions(value)
}

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
  rank: maybe((value) => value === 'unread' || isNumber(value)),
  predecessor: maybe(isText),
  comparedWith: listOf(isText),
  start: maybe(isDay),
  end: maybe(isDay),
  decided: maybe(oneOf('scale', 'stop', 'passed')),
  decidedOn: maybe(isDay),
  yearlyCost: maybe(isNumber),
  currency: maybe(isText),
  fingerprint: maybe(isText),
  mentions: areNames,
})

/** Keys by offsets, as JSON. */
function areWays(value: unknown): value is string {
  try {
    const ways: unknown = isText(value) ? JSON.parse(value) : undefined
    return isRecord(ways) && Object.values(ways).every(isText)
  } catch {
    return false
  }
}

const isPlace = maybe(isSpan)

const isPlaces: Shape<Places> = recordOf<Places>({
  ...{ file: isSpan, name: isPlace, useCase: isPlace, operator: isPlace, rank: isPlace },
  ...{ end: isPlace, cost: isPlace, criteria: isPlace, mentions: areOffsets },
})

const isFinding: Shape<KeptFinding> = recordOf<KeptFinding>({
  rule: isText,
  severity: oneOf('error', 'warning', 'info'),
  message: isText,
  span: isSpan,
  related: listOf(recordOf<Related>({ message: isText, file: isAbsent, span: isSpan })),
  fixes: listOf(
    recordOf<KeptFix>({
      title: isText,
      safe: isFlag,
      suggestion: maybe(isFlag),
      edits: maybe(listOf(recordOf<PatchEdit>({ span: isSpan, text: isText, snippet: isText }))),
    }),
  ),
  past: maybe(isPastChange),
})

/** Whether something that was written down is what can be kept of a text of this length. Never throws. */
export const isKept: Shape<Kept> = recordOf<Kept>({
  findings: listOf(isFinding),
  suppressed: listOf(recordOf<Kept['suppressed'][number]>({ finding: isFinding, reason: isText })),
  covered: listOf(isFinding),
  currency: isText,
  extract: maybe(recordOf<Extract>({ facts: isFacts, places: isPlaces })),
  ways: maybe(areWays),
  computed: maybe(isText),
  called: maybe(recordOf<Identity>({ name: maybe(isText), title: maybe(isText) })),
})

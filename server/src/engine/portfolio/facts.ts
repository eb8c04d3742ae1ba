import type { IsoDate } from '../pilot/dates.ts'
import { decisionSince } from '../pilot/gates.ts'
import type { Located } from '../pilot/located.ts'
import type { Pilot } from '../pilot/model.generated.ts'
import { criteriaOf } from '../pilot/progress.ts'
import { isActive, type Stage, stageOf } from '../pilot/stages.ts'
import type { Span } from '../text/span.ts'
import type { Syntax } from '../yaml/node.ts'
import { type Mention, mentionsOf } from './mentions.ts'

/**
 * What the rules over all pilots need of one: small, plain data that can be kept on disk by the hash of the text.
 * It depends on the text alone, never on the day or on other files.
 */
export interface Facts {
  readonly name: Named | undefined
  readonly title: string | undefined
  readonly stage: Stage
  readonly active: boolean
  /** Where to report what the file lacks. */
  readonly keySpan: Span
  readonly useCase: Named | undefined
  readonly tool: string | undefined
  readonly operator: Named | undefined
  readonly rank: { readonly value: number; readonly span: Span } | undefined
  readonly predecessor: string | undefined
  readonly comparedWith: readonly string[]
  readonly start: IsoDate | undefined
  readonly end: IsoDate | undefined
  /** The decision that ended the pilot, or that passed it on at its end. */
  readonly decided: 'scale' | 'stop' | 'passed' | undefined
  readonly decidedOn: IsoDate | undefined
  /** Money per year for software, with the part of a vendor's price that a pilot pays; in the file's currency. */
  readonly yearlyCost: number | undefined
  readonly currency: string | undefined
  /** Numbers and dates of the criteria, to tell a copy by; absent with fewer than three of them. */
  readonly fingerprint: string | undefined
  readonly criteriaSpan: Span | undefined
  readonly mentions: readonly Mention[]
}

export interface Named {
  readonly value: string
  readonly span: Span
}

export function factsOf(pilot: Pilot, { root }: Syntax): Facts {
  const { name, title, useCase, vendor, owners, priority, predecessor, comparedWith, timeline, criteria } =
    pilot
  return {
    name: plain(name),
    title: title?.value,
    stage: stageOf(pilot),
    active: isActive(pilot),
    keySpan: pilot.keySpan,
    useCase: plain(useCase),
    tool: vendor?.tool?.value ?? vendor?.name?.value,
    operator: plain(owners?.operator?.name),
    rank: priority?.rank && { value: priority.rank.value, span: priority.rank.span },
    predecessor: predecessor?.value,
    comparedWith: comparedWith?.items.map(({ value }) => value) ?? [],
    start: timeline?.start?.value ?? timeline?.approved?.value,
    end: timeline?.end?.value,
    ...decision(pilot),
    yearlyCost: yearlyCost(pilot),
    currency: pilot.currency?.value,
    fingerprint: fingerprint(pilot),
    criteriaSpan: criteria?.keySpan,
    mentions: mentionsOf(root),
  }
}

function plain(text: Located<string> | undefined): Named | undefined {
  return text && { value: text.value, span: text.span }
}

function decision(pilot: Pilot): Pick<Facts, 'decided' | 'decidedOn'> {
  const { outcome, timeline } = pilot
  if (outcome?.decision) return { decided: outcome.decision.value, decidedOn: outcome.date?.value }
  const end = timeline?.end?.value
  const passed = end === undefined ? undefined : decisionSince(pilot, end)
  return { decided: passed === undefined ? undefined : 'passed', decidedOn: passed }
}

function yearlyCost({ cost, vendor }: Pilot): number | undefined {
  const software = cost?.software?.value
  const monthly = vendor?.pilotPrice?.value
  return software ?? (monthly === undefined ? undefined : monthly * 12)
}

/** Baselines, readings and their dates; targets may well be the same in two places. */
function fingerprint(pilot: Pilot): string | undefined {
  const numbers = criteriaOf(pilot).flatMap(({ baseline, readings }) => [
    ...(baseline ? [String(baseline.value)] : []),
    ...(readings?.items ?? []).map(({ date, value }) => `${date?.value ?? ''}=${value?.value ?? ''}`),
  ])
  return numbers.length < 3 ? undefined : numbers.join(' ')
}

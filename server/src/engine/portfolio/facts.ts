import { ofLast, remembered } from '../once.ts'
import type { IsoDate } from '../pilot/dates.ts'
import { endDecision, gatesOf } from '../pilot/gates.ts'
import { isAbsentAt } from '../pilot/located.ts'
import type { Pilot } from '../pilot/model.generated.ts'
import { criteriaOf } from '../pilot/progress.ts'
import { isActive, type Stage, stageOf } from '../pilot/stages.ts'
import type { Reference } from '../schema/describe.ts'
import type { Span } from '../text/span.ts'
import { kindOfName, personKey } from '../words/people.ts'
import type { Syntax } from '../yaml/node.ts'
import { mentionsOf } from './mentions.ts'
import { type Mentions, mentions } from './named.ts'
import { packed, unpacked } from './packed.ts'

/**
 * What the rules over all pilots need of one: small, plain data that can be kept by the hash of the text. It depends on the
 * text alone, never on the day or on other files, and knows no places: an edit that moves lines changes nothing in it.
 */
export interface Facts {
  readonly name: string | undefined
  readonly title: string | undefined
  readonly stage: Stage
  readonly active: boolean
  readonly useCase: string | undefined
  readonly vendor: string | undefined
  readonly tool: string | undefined
  readonly operator: string | undefined
  /** What the operator is compared by; absent when the name is not that of one person. */
  readonly operatorKey: string | undefined
  /** `unread`: one is written that is no number. */
  readonly rank: number | 'unread' | undefined
  readonly predecessor: string | undefined
  readonly comparedWith: readonly string[]
  readonly start: IsoDate | undefined
  readonly end: IsoDate | undefined
  /** How the pilot ended: its outcome, or a gate that passed it on at its end. */
  readonly decided: 'scale' | 'stop' | 'passed' | undefined
  readonly decidedOn: IsoDate | undefined
  /** Money per year for software, or twelve times what the pilot pays a month; in the file's currency. */
  readonly yearlyCost: number | undefined
  readonly currency: string | undefined
  /** Numbers and dates of the criteria, to tell a copy by; absent where there are too few to tell. */
  readonly fingerprint: string | undefined
  /** Every name that stands for a person, team, system or other pilot, in the order of the text. */
  readonly mentions: Mentions
}

/** Where the facts stand in the present text. */
export interface Places {
  /** Where to report what the file lacks. */
  readonly file: Span
  readonly name: Span | undefined
  readonly useCase: Span | undefined
  readonly operator: Span | undefined
  readonly rank: Span | undefined
  readonly end: Span | undefined
  readonly cost: Span | undefined
  readonly criteria: Span | undefined
  /** Of each mention, in the order of the facts, where it starts and where it ends, packed. */
  readonly mentions: string
}

/** A place of a file by what stands there, or the number of a mention. */
export type Anchor = Exclude<keyof Places, 'mentions'> | number

export interface Extract {
  readonly facts: Facts
  readonly places: Places
}

export function extract(pilot: Pilot, { root }: Syntax): Extract {
  const names = mentionsOf(root)
  const { name, title, useCase, vendor, owners, priority, predecessor, comparedWith, timeline } = pilot
  const operator = owners?.operator?.name?.value
  const facts: Facts = {
    name: name?.value,
    title: title?.value,
    stage: stageOf(pilot),
    active: isActive(pilot),
    useCase: useCase?.value,
    vendor: vendor?.name?.value,
    tool: vendor?.tool?.value,
    operator,
    operatorKey:
      operator !== undefined && kindOfName(operator) === 'person' ? personKey(operator) : undefined,
    rank: priority?.rank?.value ?? (isAbsentAt(pilot, 'priority', 'rank') ? undefined : 'unread'),
    predecessor: predecessor?.value,
    comparedWith: comparedWith?.items.map(({ value }) => value) ?? [],
    start: timeline?.start?.value ?? timeline?.approved?.value,
    end: timeline?.end?.value,
    ...decision(pilot),
    yearlyCost: yearlyCost(pilot),
    currency: pilot.currency?.value,
    fingerprint: fingerprint(pilot),
    mentions: mentions(
      names.map(({ refers, path, name }) => ({ refers, path, name, key: referenceKey(refers, name) })),
    ),
  }
  const spans = names.flatMap(({ span }) => [span.start, span.end])
  return { facts, places: placesOf(pilot, packed(spans)) }
}

/** The span of an anchor; where it is not there, the place for what the file lacks. */
export function spanOf(places: Places, anchor: Anchor): Span {
  return foundAt(places, anchor) ?? places.file
}

/** The span of an anchor that is there. */
export function foundAt(places: Places, anchor: Anchor): Span | undefined {
  if (typeof anchor !== 'number') return places[anchor]
  const [start, end] = offsetsIn(places.mentions).slice(anchor * 2, anchor * 2 + 2)
  return start === undefined || end === undefined ? undefined : { start, end }
}

/** Who asks about one mention mostly asks about others of the same pilot. */
const offsetsIn = ofLast((text: string) => unpacked(text) ?? [])

/** What the names of a kind are compared by. */
export function referenceKey(refers: Reference, name: string): string {
  return mayBePerson(refers) ? personKey(name) : thingKey(name)
}

/** Whether a name of this kind may be that of a person: an owner is a person or a team. */
export function mayBePerson(refers: Reference): refers is 'owner' | 'person' {
  return refers === 'owner' || refers === 'person'
}

const thingKey = remembered((name) => {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '-')
})

function placesOf(
  { name, useCase, owners, priority, timeline, cost, vendor, criteria, keySpan }: Pilot,
  spans: string,
): Places {
  return {
    file: keySpan,
    name: name?.span,
    useCase: useCase?.span,
    operator: owners?.operator?.name?.span,
    rank: priority?.rank?.span,
    end: timeline?.end?.span,
    cost: cost?.software?.span ?? vendor?.pilotPrice?.span,
    criteria: criteria?.keySpan,
    mentions: spans,
  }
}

function decision(pilot: Pilot): Pick<Facts, 'decided' | 'decidedOn'> {
  const { outcome, timeline } = pilot
  if (outcome?.decision) return { decided: outcome.decision.value, decidedOn: outcome.date?.value }
  const end = timeline?.end?.value
  const day = end === undefined ? undefined : endDecision(pilot, end)
  if (day === undefined) return { decided: undefined, decidedOn: undefined }
  const stopped = gatesOf(pilot).some(
    ({ held, decision: made }) => held?.value === day && made?.value === 'stop',
  )
  return { decided: stopped ? 'stop' : 'passed', decidedOn: day }
}

function yearlyCost({ cost, vendor }: Pilot): number | undefined {
  const monthly = vendor?.pilotPrice?.value
  return cost?.software?.value ?? (monthly === undefined ? undefined : monthly * 12)
}

/** Fewer numbers than this may well agree by chance, and a zero says only that nothing was done this way before. */
const TELLING = 3

/** Baselines, readings and their dates; targets may well be the same in two places. What was measured is the same in any order. */
function fingerprint(pilot: Pilot): string | undefined {
  const criteria = criteriaOf(pilot).map(({ baseline, readings }) => [
    ...(baseline ? [String(baseline.value)] : []),
    ...(readings?.items ?? []).map(({ date, value }) => `${date?.value ?? ''}=${value?.value ?? ''}`).sort(),
  ])
  const telling = criteria.flat().filter((each) => each !== '0')
  const prints = criteria.map((each) => each.join(' ')).filter((each) => each !== '')
  const isMeasured = prints.some((each) => each.includes('='))
  return telling.length < TELLING ? undefined : (isMeasured ? prints.sort() : prints).join(' ')
}

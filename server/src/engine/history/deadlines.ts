import { groupBy } from '../group-by.ts'
import { daysBetween, type IsoDate, latest } from '../pilot/dates.ts'
import { gatesOf } from '../pilot/gates.ts'
import type { Located } from '../pilot/located.ts'
import type { Pilot } from '../pilot/model.generated.ts'
import { compareTexts } from '../text/compare.ts'
import { type Commitments, commitmentsOf, type GateCommitment } from './commitments.ts'
import { startedOn } from './course.ts'
import { type FileHistory, type Step, stepsOf } from './history.ts'

/** A promised date that was moved later after the pilot had started. */
export interface Slip {
  /** As a sentence begins with it: `The end`. */
  readonly what: string
  readonly first: IsoDate
  readonly now: Located<IsoDate>
  /** What the last of these changes made of it. */
  readonly to: IsoDate
  /** Each change that made it later than it ever was. */
  readonly moves: readonly Step[]
  readonly last: Step
}

/** The dates of the present text that are later than they were promised, in the order end, production, gates. */
export function slipsOf(history: FileHistory, pilot: Pilot, today: IsoDate): readonly Slip[] {
  const start = history.revisions[0]?.commitments
  if (!start) return []
  const present = commitmentsOf(pilot)
  const started = startedOn(history, present, today)
  const planned = latest(started, history.revisions[0]?.date) ?? today
  const isPlan = ({ before, date }: Step): boolean =>
    date <= planned || (started === undefined && before.start !== undefined)
  const steps = stepsOf(history, present, today).map((step) => ({ ...step, isPlan: isPlan(step) }))
  const { end, productionBy } = pilot.timeline ?? {}
  return [
    slip('The end', dated('end', start, steps), end),
    slip('The production date', dated('productionBy', start, steps), productionBy),
    ...gateTracks(start, steps).map((track) => {
      const gate = gatesOf(pilot).find(
        ({ stage, due }) => stage?.value === track.stage && due?.value === track.now,
      )
      return slip(`The ${track.stage} gate`, track, gate?.due)
    }),
  ].filter((each) => each !== undefined)
}

interface Track {
  readonly first: IsoDate | undefined
  readonly now: IsoDate | undefined
  /** Those that still hold: a move that was taken back is none. */
  readonly moves: readonly Move[]
}

interface Move {
  readonly step: Step
  readonly from: IsoDate
  readonly to: IsoDate
}

interface DatedStep extends Step {
  /**
   * Until the end of the day of the start, and of that on which the file came, every date is a plan, and may change. A start that is
   * moved once it has come makes no plan of it again.
   */
  readonly isPlan: boolean
}

interface GateTrack extends Track {
  readonly stage: string
  readonly now: IsoDate
}

function slip(what: string, { first, moves }: Track, now: Located<IsoDate> | undefined): Slip | undefined {
  const last = moves.at(-1)
  if (first === undefined || !now || !last || now.value <= first) return undefined
  return { what, first, now, to: last.to, moves: moves.map(({ step }) => step), last: last.step }
}

function dated(key: 'end' | 'productionBy', start: Commitments, steps: readonly DatedStep[]): Track {
  return steps.reduce((track, step) => moveTo(track, step.after[key], step), newTrack(start[key]))
}

function newTrack(date: IsoDate | undefined): Track {
  return { first: date, now: date, moves: [] }
}

function moveTo(track: Track, now: IsoDate | undefined, step: DatedStep): Track {
  if (now === undefined || now === track.now) return track
  if (track.first === undefined || step.isPlan) return newTrack(now)
  const moves = track.moves.filter(({ from }) => from < now)
  const last = moves.at(-1)
  const furthest = last?.to ?? track.first
  if (now <= furthest) return { ...track, now, moves }
  // What is put right on the day on which it was written is one move.
  const isSame = last !== undefined && last.step.date === step.date
  const kept = isSame ? moves.slice(0, -1) : moves
  return { ...track, now, moves: [...kept, { step, from: isSame ? last.from : furthest, to: now }] }
}

function gateTracks(start: Commitments, steps: readonly DatedStep[]): readonly GateTrack[] {
  return steps.reduce(followGates, start.gates.flatMap(newGate))
}

function newGate({ stage, due }: GateCommitment): readonly GateTrack[] {
  return due === undefined ? [] : [{ ...newTrack(due), now: due, stage }]
}

/** A gate has no name: one whose date is gone is the one that has a new date instead, in the order of the dates. */
function followGates(tracks: readonly GateTrack[], step: DatedStep): readonly GateTrack[] {
  const open = step.after.gates.flatMap(newGate).sort((a, b) => compareTexts(a.now, b.now))
  const sameOf = ({ stage, now }: GateTrack): string => `${now} ${stage}`
  const [same, ofStage] = [queues(open, sameOf), queues(open, ({ stage }) => stage)]
  const left = new Set(open)
  const take = (gates: GateTrack[] = []): GateTrack | undefined => {
    for (let gate = gates.pop(); gate; gate = gates.pop()) if (left.delete(gate)) return gate
    return undefined
  }
  const kept = new Set(tracks.filter((track) => take(same.get(sameOf(track)))))
  const followed = tracks.flatMap((track) => {
    if (kept.has(track)) return [track]
    const gate = take(ofStage.get(track.stage))
    if (gate) return [movedGate(track, gate.now, step)]
    // One that was taken out before it was held may come back with another date.
    return step.isPlan || isHeldIn(step.before, track) ? [] : [track]
  })
  return [...followed, ...left]
}

/** Those of each key, the last one first, so that the first is the next to be taken. */
function queues<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, T[]> {
  return new Map(Array.from(groupBy(items, keyOf), ([key, group]) => [key, group.toReversed()]))
}

function isHeldIn({ gates }: Commitments, { stage, now }: GateTrack): boolean {
  return gates.some((gate) => gate.stage === stage && gate.due === now && gate.held !== undefined)
}

/** Days by which a gate may be put off before it is due: it is a matter of calendars. */
const CALENDAR_DAYS = 7

function movedGate(track: GateTrack, now: IsoDate, step: DatedStep): GateTrack {
  const { first, now: was } = track
  const small = first !== undefined && step.date <= was && daysBetween(first, now) <= CALENDAR_DAYS
  return small ? { ...track, now } : { ...moveTo(track, now, step), now, stage: track.stage }
}

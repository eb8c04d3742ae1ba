import { daysBetween, type IsoDate } from '../pilot/dates.ts'
import { gatesOf } from '../pilot/gates.ts'
import type { Located } from '../pilot/located.ts'
import type { Pilot } from '../pilot/model.generated.ts'
import { type Commitments, commitmentsOf, type GateCommitment } from './commitments.ts'
import { type FileHistory, type Step, stepsOf } from './history.ts'

/** A promised date that was moved later after the pilot had started. */
export interface Slip {
  /** As a sentence begins with it: `The end`. */
  readonly what: string
  readonly first: IsoDate
  readonly now: Located<IsoDate>
  /** Each change that made it later than it ever was. */
  readonly moves: readonly Step[]
  readonly last: Step
}

/** The dates of the present text that are later than they were promised, in the order end, production, gates. */
export function slipsOf(history: FileHistory, pilot: Pilot, today: IsoDate): readonly Slip[] {
  const start = history.revisions[0]?.commitments
  if (!start) return []
  const steps = stepsOf(history, commitmentsOf(pilot), today)
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
  readonly latest: IsoDate | undefined
  readonly now: IsoDate | undefined
  readonly moves: readonly Step[]
}

interface GateTrack extends Track {
  readonly stage: string
  readonly now: IsoDate
}

function slip(what: string, { first, moves }: Track, now: Located<IsoDate> | undefined): Slip | undefined {
  const last = moves.at(-1)
  if (first === undefined || !now || !last || now.value <= first) return undefined
  return { what, first, now, moves, last }
}

function dated(key: 'end' | 'productionBy', start: Commitments, steps: readonly Step[]): Track {
  return steps.reduce((track, step) => moveTo(track, step.after[key], step), newTrack(start[key]))
}

function newTrack(date: IsoDate | undefined): Track {
  return { first: date, latest: date, now: date, moves: [] }
}

function moveTo(track: Track, now: IsoDate | undefined, step: Step): Track {
  if (now === undefined || now === track.now) return track
  if (track.latest === undefined || isPlanning(step)) return newTrack(now)
  if (now <= track.latest) return { ...track, now }
  return { ...track, now, latest: now, moves: [...track.moves, step] }
}

/** Before the start every date is a plan, and may change. */
function isPlanning({ before, date }: Step): boolean {
  return before.start !== undefined && before.start > date
}

function gateTracks(start: Commitments, steps: readonly Step[]): readonly GateTrack[] {
  return steps.reduce(followGates, start.gates.flatMap(newGate))
}

function newGate({ stage, due }: GateCommitment): readonly GateTrack[] {
  return due === undefined ? [] : [{ ...newTrack(due), now: due, stage }]
}

/** A gate has no name: one whose date is gone is the one that has a new date instead, in the order of the dates. */
function followGates(tracks: readonly GateTrack[], step: Step): readonly GateTrack[] {
  const open = step.after.gates.flatMap(newGate).sort((a, b) => (a.now < b.now ? -1 : Number(a.now > b.now)))
  const take = (fits: (gate: GateTrack) => boolean): GateTrack | undefined => {
    const index = open.findIndex(fits)
    return index < 0 ? undefined : open.splice(index, 1)[0]
  }
  const kept = new Set(
    tracks.filter(({ stage, now }) => take((gate) => gate.stage === stage && gate.now === now)),
  )
  const followed = tracks.flatMap((track) => {
    if (kept.has(track)) return [track]
    const gate = take(({ stage }) => stage === track.stage)
    return gate ? [movedGate(track, gate.now, step)] : []
  })
  return [...followed, ...open]
}

/** Days by which a gate may be put off before it is due: it is a matter of calendars. */
const CALENDAR_DAYS = 7

function movedGate(track: GateTrack, now: IsoDate, step: Step): GateTrack {
  const { first, now: was } = track
  const small = first !== undefined && step.date <= was && daysBetween(first, now) <= CALENDAR_DAYS
  return small ? { ...track, now } : { ...moveTo(track, now, step), now, stage: track.stage }
}

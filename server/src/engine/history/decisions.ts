import { ofEach } from '../once.ts'
import { addDays, type IsoDate } from '../pilot/dates.ts'
import type { Pilot } from '../pilot/model.generated.ts'
import { commitmentsOf, type GateCommitment } from './commitments.ts'
import { type FileHistory, isBegunAnew, madeOn, type Step } from './history.ts'
import { type DecidedGate, placesOf } from './same-gates.ts'

/** One decided gate, followed through the texts. */
interface GateTrack {
  /** As it was decided; what is put right within some days was never decided, and whoever moves a day later moves no gate. */
  readonly first: DecidedGate
  /** The day on which its decision came. */
  readonly since: IsoDate
  /** As it stood last. */
  readonly last: GateCommitment
  /** Its place among the gates of the last text; absent where that has it no more. */
  readonly at: number | undefined
  /** What made it let more pass than it had, or took it out. */
  readonly lost: Step | undefined
}

/** A gate that does not decide any more what it decided. */
export type RewrittenGate = GateTrack & { readonly lost: Step }

/** The gates of the past that let the pilot go on where they did not, and those that are gone and had not let it. */
export function rewrittenGates(history: FileHistory, pilot: Pilot, today: IsoDate): readonly RewrittenGate[] {
  const [after, before] = [commitmentsOf(pilot), history.revisions.at(-1)?.commitments]
  if (!before || isBegunAnew(history, after, today)) return []
  const { unread } = history
  const tracks = follow(committed(history), { revision: undefined, unread, date: today, before, after })
  return tracks.filter(isRewritten)
}

function isRewritten(track: GateTrack): track is RewrittenGate {
  return track.lost !== undefined
}

/** Asked again at every key. */
const committed = ofEach(({ revisions }: FileHistory): readonly GateTrack[] => {
  let tracks: readonly GateTrack[] = []
  for (const [at, revision] of revisions.entries()) {
    const { date, commitments: after } = revision
    const before = revisions[at - 1]?.commitments ?? { ...after, gates: [] }
    tracks = follow(tracks, { revision, date, before, after })
  }
  return tracks
})

function follow(tracks: readonly GateTrack[], step: Step): readonly GateTrack[] {
  const { gates } = step.after
  if (isSame(step.before.gates, gates)) return tracks
  const { places, others } = placesOf(tracks, gates)
  const known = tracks.flatMap((track) => nextOf(track, places.get(track), step))
  const since = step.date
  const fresh = others.flatMap((at) => {
    const gate = gates[at]
    return gate && isDecided(gate) ? [{ first: gate, since, last: gate, at, lost: undefined }] : []
  })
  return [...known, ...fresh]
}

/** Whether nothing became of any gate, as in most texts. */
function isSame(before: readonly GateCommitment[], after: readonly GateCommitment[]): boolean {
  if (before.length !== after.length) return false
  return before.every(({ stage, due, held, decision, by, notes }, at) => {
    const is = after[at]
    const isThen = is?.stage === stage && is.due === due && is.held === held
    return isThen && is.decision === decision && is.by === by && is.notes === notes
  })
}

/** Days within which a decision may be put right. */
const CORRECTION = 14

function nextOf(track: GateTrack, at: number | undefined, step: Step): readonly GateTrack[] {
  const { first, since, lost } = track
  const gate = at === undefined ? undefined : step.after.gates[at]
  const last = gate ?? track.last
  if (madeOn(step) <= addDays(since, CORRECTION))
    return gate && isDecided(gate) ? [{ first: gate, since, last, at, lost: undefined }] : []
  if (!isEasier(first, gate)) {
    const isAlike = gate && isDecided(gate) && leeway(gate) === leeway(first)
    const { decision, by, notes } = isAlike ? gate : first
    return [{ first: { ...first, decision, by, notes }, since, last, at, lost: undefined }]
  }
  const [was, is] = [track.at === undefined ? undefined : track.last.held, gate?.held]
  return [{ first, since, last, at, lost: lost && !was === !is ? lost : step }]
}

/** Whether a gate lets more pass than it did. One that is not held any more has decided nothing; who decided nothing is asked for it. */
function isEasier(first: DecidedGate, now: GateCommitment | undefined): boolean {
  if (!now?.held) return !passes(first)
  return (leeway(now) ?? 0) > (leeway(first) ?? 0)
}

function passes(gate: GateCommitment): boolean {
  return leeway(gate) === 2
}

/** How far a decision lets the pilot go on; absent without one. */
function leeway({ decision }: GateCommitment): number | undefined {
  return decision === undefined ? undefined : LEEWAYS[decision]
}

const LEEWAYS: Readonly<Record<string, number>> = { stop: 0, diagnose: 1, hold: 1, advance: 2, expand: 2 }

function isDecided(gate: GateCommitment): gate is DecidedGate {
  return gate.stage !== '' && gate.held !== undefined && leeway(gate) !== undefined
}

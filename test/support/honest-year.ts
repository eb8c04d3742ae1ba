import { addDays } from '../../server/src/engine/pilot/dates.ts'
import type { Random } from '../bench/random.ts'
import type { Commit } from './git-repository.ts'

/** A pilot of which nobody moves the goalposts, however the file is written. */
interface Honest {
  readonly folder: string
  readonly file: string
  readonly name: string
  readonly title: string
  readonly stage: number
  readonly criteria: readonly Criterion[]
  readonly gates: readonly string[]
  readonly comment: string
  readonly isFlow: boolean
  readonly isLast: boolean
  readonly lineEnd: string
}

interface Criterion {
  readonly metric: string
  readonly unit: string
  readonly better: string
  readonly numbers: readonly [baseline: number, target: number]
  readonly within: string
  readonly source: string
  readonly readings: readonly string[]
}

/** A year of commits, and the file that each pilot is in at its end, with its text. */
export interface Year {
  readonly commits: readonly Commit[]
  readonly files: ReadonlyMap<string, string>
  readonly end: string
}

const START = '2026-02-02'
const STAGES = ['criteria', 'ownership', 'data', 'rollout', 'adoption']
const VILLAIN = 'Iago'

/** What teams do in a year; with a villain, one commit after the start makes the first target easier. */
export function yearOf(random: Random, hasVillain: boolean): Year {
  const team = new Team(random)
  const villainy = hasVillain ? random.between(12, 20) : undefined
  for (let round = 1; round <= 30; round++) team.pass(round, round === villainy)
  return { commits: team.commits, files: new Map(team.pilots.map(written)), end: addDays(team.day, 5) }
}

class Team {
  readonly #random: Random
  readonly commits: Commit[] = []
  pilots: readonly Honest[]
  day = '2026-01-08'

  constructor(random: Random) {
    this.#random = random
    this.pilots = Array.from({ length: random.between(1, 3) }, (_, at) => newPilot(`p${at}`, random))
    this.#commit(this.pilots, { mark: 'main0' })
  }

  pass(round: number, isVillain: boolean): void {
    const random = this.#random
    this.day = addDays(this.day, random.between(3, 10))
    const at = isVillain ? 0 : random.between(0, this.pilots.length - 1)
    const [before, other] = [this.pilots[at], this.pilots[(at + 1) % this.pilots.length]]
    if (!before || !other) return
    const edit = isVillain ? lower : random.pick(edits)
    const after = edit(before, { random, day: this.day, round })
    const isInPlace = pathOf(before) === pathOf(after)
    const mark = `main${round}`
    if (!isVillain && before !== other && random.chance(0.08)) {
      this.pilots = this.pilots.map((each) => exchanged(each, before, other))
      this.#commit(this.pilots, { mark })
    } else if (!isVillain && isInPlace && random.chance(0.35)) this.#merge(before, after, round)
    else {
      this.#put(before, after)
      const renames = isInPlace ? {} : { [pathOf(before)]: pathOf(after) }
      this.#commit([after], { mark, renames, ...(isVillain ? { author: VILLAIN } : {}) })
    }
  }

  /** Two lines change the same file, or only the one does, and either may be the first parent. */
  #merge(before: Honest, after: Honest, round: number): void {
    const random = this.#random
    const from = `main${round - 1}`
    const trunk = random.chance(0.5) ? { ...before, title: `${before.title}, revised` } : before
    const both = { ...after, title: trunk === before ? after.title : trunk.title }
    this.#commit([after], { mark: `branch${round}`, from })
    this.#commit([trunk], { mark: `trunk${round}`, from })
    this.day = addDays(this.day, random.between(0, 9))
    const lines = [`branch${round}`, `trunk${round}`]
    const [first = '', merge = ''] = random.chance(0.4) ? lines : lines.toReversed()
    this.#put(before, both)
    this.#commit([both], { mark: `main${round}`, from: first, merge })
  }

  #put(before: Honest, after: Honest): void {
    this.pilots = this.pilots.map((each) => (each === before ? after : each))
  }

  #commit(pilots: readonly Honest[], commit: Omit<Commit, 'date' | 'files'>): void {
    const files = Object.fromEntries([['read.me', `${this.commits.length}`], ...pilots.map(written)])
    const author = this.#random.pick(['Ana Ruiz', 'Luis Ortega', 'Wei Zhang'])
    this.commits.push({ date: this.day, author, files, ...commit })
  }
}

function newPilot(name: string, random: Random): Honest {
  const shared = { better: '', within: '60 days', source: 'dwh', readings: [] }
  const first = { ...shared, metric: 'Cases by hand', unit: 'cases', numbers: [140, 70] } as const
  const second = random.pick<Criterion>([
    { ...shared, metric: 'Handling time', unit: 'h', numbers: [3, 1.5] },
    { ...shared, metric: 'Rework', unit: '"%"', numbers: [9, 4] },
    { ...shared, metric: 'Letters sorted', unit: 'letters per day', numbers: [40, 80] },
  ])
  const place = { folder: 'pilots', file: name, name, title: `Desk ${name}`, stage: 0 }
  const form = { comment: '', isFlow: true, isLast: false, lineEnd: '\n' }
  return { ...place, ...form, criteria: [first, second], gates: ['due: 2026-06-10', 'due: 2026-09-10'] }
}

interface Moment {
  readonly random: Random
  readonly day: string
  readonly round: number
}

type Edit = (pilot: Honest, moment: Moment) => Honest

const lower: Edit = (pilot) =>
  ofCriterion(pilot, 0, ({ numbers: [from, to], ...rest }) => {
    return { ...rest, numbers: [from, from + (to - from) / 2] }
  })

const inAny =
  (change: (criterion: Criterion, moment: Moment) => Partial<Criterion>): Edit =>
  (pilot, moment) => {
    const at = moment.random.between(0, pilot.criteria.length - 1)
    return ofCriterion(pilot, at, (each) => ({ ...each, ...change(each, moment) }))
  }

function ofCriterion(pilot: Honest, at: number, change: (criterion: Criterion) => Criterion): Honest {
  return { ...pilot, criteria: pilot.criteria.map((each, place) => (place === at ? change(each) : each)) }
}

const edits: readonly [Edit, ...Edit[]] = [
  inAny(({ readings }, { day }) => ({
    readings: [...readings, `{ date: ${day}, value: ${readings.length} }`],
  })),
  inAny(({ numbers: [from, to] }) => ({ better: to > from ? 'higher' : 'lower' })),
  inAny((_, { random }) => ({ source: random.pick(['dwh', 'crm', 'erp']) })),
  inAny(({ metric }) => ({
    metric:
      metric.toUpperCase() === metric
        ? `${metric.slice(0, 1)}${metric.slice(1).toLowerCase()}`
        : metric.toUpperCase(),
  })),
  inAny(({ metric }) => ({
    metric: metric.startsWith('Share of ') ? metric.slice(9) : `Share of ${metric}`,
  })),
  inAny(({ within }) => ({ within: within === '60 days' ? '2 months' : '60 days' })),
  inAny(inAnotherUnit),
  (pilot, { round }) => ({ ...pilot, title: `${pilot.title.replace(/ \d+$/, '')} ${round}` }),
  (pilot, { random }) => ({
    ...pilot,
    comment: random.pick(['', '# what counts', '# was zählt', '# 数える']),
  }),
  (pilot) => ({ ...pilot, isFlow: !pilot.isFlow }),
  (pilot) => ({ ...pilot, isLast: !pilot.isLast }),
  (pilot) => ({ ...pilot, lineEnd: pilot.lineEnd === '\n' ? '\r\n' : '\n' }),
  (pilot) => ({ ...pilot, criteria: pilot.criteria.toReversed() }),
  (pilot, { day }) => ({
    ...pilot,
    stage: day < START ? pilot.stage : Math.min(pilot.stage + 1, STAGES.length - 1),
  }),
  (pilot) => ({ ...pilot, folder: pilot.folder === 'pilots' ? 'ai' : 'pilots' }),
  (pilot, { round }) => ({ ...pilot, name: `${pilot.name.replace(/-\d+$/, '')}-${round}` }),
  (pilot, { round }) => ({ ...pilot, file: `${pilot.name}-in-${round}` }),
  (pilot, { day }) => {
    const held = (gate: string): string =>
      gate.slice(5) <= day ? `${gate}, held: ${day}, decision: expand, by: Dana` : gate
    return { ...pilot, gates: pilot.gates.map((gate) => (gate.includes('held') ? gate : held(gate))) }
  },
]

/** The same numbers, counted otherwise. */
function inAnotherUnit({ unit, numbers: [from, to] }: Criterion): Partial<Criterion> {
  if (unit === 'h') return { unit: 'min', numbers: [from * 60, to * 60] }
  if (unit === 'min') return { unit: 'h', numbers: [from / 60, to / 60] }
  if (unit === 'letters per day') return { unit: 'letters/week', numbers: [from * 5, to * 5] }
  if (unit === 'letters/week') return { unit: 'letters per day', numbers: [from / 5, to / 5] }
  return unit === '"%"' ? { unit: 'percent' } : {}
}

/** Each of two files gets the text of the other one. */
function exchanged(pilot: Honest, one: Honest, other: Honest): Honest {
  const place = ({ folder, file }: Honest): Pick<Honest, 'folder' | 'file'> => ({ folder, file })
  if (pilot === one) return { ...one, ...place(other) }
  return pilot === other ? { ...other, ...place(one) } : pilot
}

function pathOf({ folder, file }: Honest): string {
  return `${folder}/${file}.pilot.yaml`
}

function written(pilot: Honest): readonly [path: string, text: string] {
  const { name, title, stage, criteria, gates, comment, isLast, lineEnd } = pilot
  const head = [
    comment,
    'apiVersion: pilot-as-code/v1',
    `name: ${name}`,
    `title: ${title}`,
    `stage: ${STAGES[stage]}`,
  ]
  const plan = [`timeline: { start: ${START}, end: 2026-12-18, productionBy: 2027-01-15 }`]
  const goals = [
    'criteria:',
    '  agreed: 2026-01-20',
    '  success:',
    ...criteria.flatMap((each) => linesOf(each, pilot)),
  ]
  const dates = ['gates:', ...gates.map((gate) => `  - { stage: rollout, ${gate} }`)]
  const lines = [...head, ...(isLast ? [...dates, ...plan, ...goals] : [...goals, ...plan, ...dates]), '']
  return [pathOf(pilot), lines.join(lineEnd)]
}

function linesOf(
  { metric, unit, better, numbers: [baseline, target], within, source, readings }: Criterion,
  { isFlow }: Honest,
): readonly string[] {
  const way = better === '' ? [] : [`better: ${better}`]
  const keys = [`metric: ${metric}`, `unit: ${unit}`, ...way, `baseline: ${baseline}`, `target: ${target}`]
  const all = [...keys, `within: ${within}`, `source: ${source}`, `readings: [${readings.join(', ')}]`]
  return isFlow ? [`    - { ${all.join(', ')} }`] : all.map((key, at) => `    ${at === 0 ? '-' : ' '} ${key}`)
}

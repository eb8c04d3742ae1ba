import { listing } from '../text/listing.ts'
import type { Span } from '../text/span.ts'
import { kindOfName } from '../words/people.ts'
import { lastHeldGate, letsPass, mayHavePassed } from './gates.ts'
import { type Block, isAbsent, isAbsentAt, isUnlistedAt, quoted } from './located.ts'
import { impressionIn, named } from './metrics.ts'
import type { Pilot } from './model.generated.ts'
import { criteriaOf, lacksDeadline } from './progress.ts'
import type { Stage } from './stages.ts'
import { integratedOf, issuesOf } from './systems.ts'

/** What a stage leaves behind, as it stands in the file: without it, the next stage has nothing to build on. */
export interface Output {
  readonly stage: Stage
  readonly label: string
  readonly exists: boolean
  /** What it lacks, each as half a sentence; empty when it exists. */
  readonly missing: readonly string[]
  /** Where the first thing that it lacks belongs. */
  readonly at: Span
}

/** The outputs of all stages in their order, or of those that are asked for; those of the two ends are the decision itself. */
export function outputsOf(pilot: Pilot, isAsked: (stage: Stage) => boolean = () => true): readonly Output[] {
  const rows = table.filter(({ stage }) => isAsked(stage))
  return rows.map(({ stage, label, gaps }) => {
    const found = gaps(pilot)
    const missing = found.map(({ says }) => says)
    return { stage, label, exists: missing.length === 0, missing, at: found[0]?.at ?? pilot.keySpan }
  })
}

/** What the output of one stage lacks. */
export function gapsOf(pilot: Pilot, stage: Stage): readonly Gap[] {
  return table.find((row) => row.stage === stage)?.gaps(pilot) ?? []
}

interface Row {
  readonly stage: Stage
  readonly label: string
  gaps(pilot: Pilot): readonly Gap[]
}

/** One thing that an output lacks. */
export interface Gap {
  /** Half a sentence. */
  readonly says: string
  /** The place where a rule about this very gap reports it. */
  readonly at: Span
  /** Whether it is a decision that is lacking. */
  readonly decides?: boolean
}

const table: readonly Row[] = [
  { stage: 'criteria', label: 'success criteria with baseline, target and deadline', gaps: criteriaGaps },
  { stage: 'ownership', label: 'an operator with a stated accountability', gaps: operatorGaps },
  { stage: 'data', label: 'audited and repaired data, a scoped integration', gaps: dataGaps },
  { stage: 'rollout', label: 'a rollout whose last gate decided to expand', gaps: rolloutGaps },
  { stage: 'adoption', label: 'an adoption playbook in four parts, and production KPIs', gaps: adoptionGaps },
  { stage: 'production', label: 'the decision to scale', gaps: scaleGaps },
  { stage: 'stopped', label: 'the decision to stop, its reason and what was learned', gaps: stopGaps },
]

function criteriaGaps(pilot: Pilot): readonly Gap[] {
  if (isUnlistedAt(pilot, 'criteria', 'success')) {
    return gapIf(true, 'no success criterion is defined', pilot.criteria ?? pilot)
  }
  return criteriaOf(pilot).flatMap((criterion) => {
    const { metric, keySpan } = criterion
    const name = named(criterion)
    if (metric && impressionIn(criterion))
      return [{ says: `${name} is no result that can be measured`, at: metric.span }]
    const lacks = [
      isAbsent(criterion, 'baseline') && 'no baseline',
      isAbsent(criterion, 'target') && 'no target',
      lacksDeadline(criterion) && 'no deadline',
    ].filter((part) => part !== false)
    return lacks.length > 0 ? [{ says: `${name} has ${listing(lacks)}`, at: keySpan }] : []
  })
}

function operatorGaps(pilot: Pilot): readonly Gap[] {
  const operator = pilot.owners?.operator
  if (isAbsentAt(pilot, 'owners', 'operator', 'name')) {
    return [{ says: 'nobody is named as operator', at: (operator ?? pilot.owners ?? pilot).keySpan }]
  }
  const name = operator?.name
  if (!operator || !name) return []
  if (kindOfName(name.value) !== 'person') return [{ says: `${name.value} is not a person`, at: name.span }]
  return isAbsent(operator, 'accountability')
    ? [{ says: `nothing says what ${name.value} answers for`, at: operator.keySpan }]
    : []
}

function dataGaps(pilot: Pilot): readonly Gap[] {
  const { data, integration } = pilot
  const open = issuesOf(pilot).filter((issue) => isAbsent(issue, 'done'))
  const systems = integratedOf(pilot)
  const vague = systems.filter((each) => isAbsent(each, 'status') || each.status?.value === 'unscoped')
  return [
    ...gapIf(
      isAbsentAt(pilot, 'data', 'audit', 'completed'),
      'the data is not audited',
      data?.audit ?? data ?? pilot,
    ),
    ...open.map(({ what, keySpan }) => ({
      says: `${quoted(what, 'a data issue')} is not done`,
      at: keySpan,
    })),
    ...gapIf(
      isUnlistedAt(pilot, 'integration', 'systems'),
      'no system is named for the integration',
      integration ?? pilot,
    ),
    ...vague.map(({ system, keySpan }) => ({
      says: `${system?.value ?? 'a system'} is not scoped`,
      at: keySpan,
    })),
  ]
}

function rolloutGaps(pilot: Pilot): readonly Gap[] {
  const last = lastHeldGate(pilot, 'rollout')
  const place = { keySpan: last?.decision?.span ?? (pilot.gates ?? pilot).keySpan }
  const decided = last
    ? `the last rollout gate, of ${last.held.value}, did not decide to expand`
    : 'no rollout gate is held'
  return [
    ...gapIf(isAbsent(pilot, 'rollout'), 'no rollout is described', place),
    ...gapIf(!(last && letsPass(last)) && !mayHavePassed(pilot), decided, place).map((gap) => ({
      ...gap,
      decides: true,
    })),
  ]
}

function adoptionGaps(pilot: Pilot): readonly Gap[] {
  const { adoption, kpis } = pilot
  const parts = {
    playbook: 'playbook',
    training: 'training',
    reporting: 'reporting',
    edgeCases: 'way for edge cases',
    governance: 'governance',
  }
  const lacks = Object.entries(parts).filter(([key]) => isAbsentAt(pilot, 'adoption', key))
  return [
    ...lacks.flatMap(([, name]) => gapIf(true, `the adoption has no ${name}`, adoption ?? pilot)),
    ...gapIf(isAbsentAt(pilot, 'kpis', 'measures'), 'no production KPI is defined', kpis ?? pilot),
  ]
}

function scaleGaps(pilot: Pilot): readonly Gap[] {
  return gapIf(
    pilot.outcome?.decision?.value !== 'scale',
    'nobody decided to scale it',
    pilot.outcome ?? pilot,
  )
}

function stopGaps(pilot: Pilot): readonly Gap[] {
  const { outcome } = pilot
  return [
    ...gapIf(outcome?.decision?.value !== 'stop', 'nobody decided to stop it', outcome ?? pilot),
    ...gapIf(isAbsentAt(pilot, 'outcome', 'because'), 'the stop has no reason', outcome ?? pilot),
    ...gapIf(
      isAbsentAt(pilot, 'outcome', 'learned'),
      'nothing is said about what was learned',
      outcome ?? pilot,
    ),
  ]
}

function gapIf(lacks: boolean, says: string, place: Pick<Block, 'keySpan'>): readonly Gap[] {
  return lacks ? [{ says, at: place.keySpan }] : []
}

import { type Analysis, isReadable } from '../analyze.ts'
import type { Change } from '../finding.ts'
import { editsOf } from '../fix.ts'
import { stageOf } from '../pilot/stages.ts'
import { applyEdits } from '../text/edit.ts'
import type { Syntax } from '../yaml/node.ts'
import { parse } from '../yaml/parse.ts'
import type { PatchEdit } from '../yaml/patch.ts'
import { type Plain, plainValue } from '../yaml/value.ts'
import { advance, stageBehind, whyNoStage } from './advance.ts'
import { decide } from './decide.ts'
import { entryInto, type Under } from './entry.ts'
import { type Missing, missingIn } from './missing.ts'
import { read } from './read.ts'
import { type Outcome, type Plan, type Refusal, refuse, type Situation, type Step } from './step.ts'
import { stop } from './stop.ts'

/** The edits of a step, or why it cannot be taken, with what is missing where that is the reason. */
export type Taken =
  | { readonly kind: 'edits'; readonly edits: readonly PatchEdit[] }
  | (Refusal & { readonly missing?: readonly Missing[] })

/** Takes a step with a pilot. Changes nothing but what the step is about, or nothing at all. */
export function takeStep(analysis: Analysis, step: Step, under: Under): Taken {
  const unreadable = whyUnreadable(analysis)
  if (unreadable !== undefined) return refuse(unreadable)
  const { pilot, today } = analysis
  const situation = { pilot, stage: stageOf(pilot), today }
  switch (step.do) {
    case 'decide':
      return carriedOut(analysis, decide(situation, step))
    case 'advance':
      return advanced(analysis, situation, under)
    case 'read':
      return carriedOut(analysis, read(situation, step))
    case 'stop':
      return carriedOut(analysis, stop(situation, step))
  }
}

/** Why nothing can be done with a file: where it does not parse, or that it holds no pilot. */
export function whyUnreadable({ syntax, lines }: Analysis): string | undefined {
  if (isReadable(syntax)) return undefined
  const problem = syntax.problems.find(({ fatal }) => fatal || syntax.unread)
  if (!problem) return 'The file holds no pilot yet. Begin it with apiVersion, name, title and stage.'
  const { line } = lines.positionAt(problem.span.start)
  return `The file does not parse. Mend line ${line + 1} first: ${problem.message}`
}

function advanced(analysis: Analysis, situation: Situation, under: Under): Taken {
  const to = stageBehind(situation.stage)
  if (to === undefined) return refuse(whyNoStage(situation.stage))
  const entry = entryInto(analysis, to, under)
  const outcome = advance(situation, entry)
  return outcome.kind === 'refused'
    ? { ...outcome, missing: missingIn(entry) }
    : carriedOut(analysis, outcome)
}

function carriedOut({ text, syntax }: Analysis, outcome: Outcome): Taken {
  if (outcome.kind === 'refused') return outcome
  const by = (changes: readonly Change[]): readonly PatchEdit[] =>
    editsOf(text, { title: '', safe: false, changes })
  const edits = by(outcome.changes)
  const isWhole = outcome.changes.every((change) => by([change]).length > 0)
  return isWhole && keepsTheRest(syntax, parse(applyEdits(text, edits)), outcome)
    ? { kind: 'edits', edits }
    : refuse(UNUSUAL)
}

const UNUSUAL =
  'The file is written in a way in which this cannot be changed for you, such as with an alias in this place. Change it by hand.'

/** Whether the text parses as well as before, and says the same as before everywhere else. */
function keepsTheRest(before: Syntax, after: Syntax, { under }: Plan): boolean {
  if (!before.root || !after.root || after.problems.length > before.problems.length) return false
  const [was, is] = [before.root, after.root].map((root) => {
    return under.reduce<Plain>((value, path) => without(value, path), plainValue(root))
  })
  return JSON.stringify(was) === JSON.stringify(is)
}

function without(value: Plain, path: readonly (string | number)[]): Plain {
  const [step, ...rest] = path
  if (typeof value !== 'object' || value === null || step === undefined) return value
  const entries = Object.entries(value).flatMap(([key, inner]): [string, Plain][] => {
    if (key !== String(step)) return [[key, inner]]
    return rest.length === 0 ? [] : [[key, without(inner, rest)]]
  })
  return Object.fromEntries(entries)
}

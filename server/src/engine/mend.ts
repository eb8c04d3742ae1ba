import type { Analysis } from './analyze.ts'
import type { Finding, Fix } from './finding.ts'
import { editsOf } from './fix.ts'
import { ofLast } from './once.ts'
import { isSound, type Recheck } from './sound-edit.ts'
import { applyEdits } from './text/edit.ts'

/** What became of a text whose findings were mended. */
export interface Mended {
  /** That of the mended text; the one given when nothing changed. */
  readonly analysis: Analysis
  /** In the order in which they were applied. */
  readonly applied: readonly Applied[]
  /** Whether another round would change nothing. */
  readonly settled: boolean
}

export interface Applied {
  /** What was wrong, as it stood in the text right before. */
  readonly finding: Finding
  readonly fix: Fix
}

/** Rounds after which fixes that undo each other are left to a person. */
const ROUNDS = 5

/**
 * The fix of a finding that is applied where nobody chooses: the first, where that is no suggestion and need not be safe, or the
 * first safe one.
 */
export function fixFor<T extends Pick<Fix, 'safe' | 'suggestion'>>(
  { fixes }: { readonly fixes: readonly T[] },
  unsafe: boolean,
): T | undefined {
  const [first] = fixes
  return unsafe && first && !first.suggestion ? first : fixes.find(({ safe }) => safe)
}

/**
 * Applies the first fix of each finding unless it is a suggestion, or only the safe ones, round after round until nothing changes.
 * Each is tried in memory before it counts: it is dropped when the text no longer parses, the finding stays, or another error
 * comes. A text that does not parse stays as it is. The safe ones come first: what is spelled right then is not missing any more.
 */
export function mend(analysis: Analysis, { unsafe }: { readonly unsafe: boolean }, recheck: Recheck): Mended {
  const safe = mendBy(analysis, false, recheck)
  if (!unsafe) return safe
  const { applied, ...rest } = mendBy(safe.analysis, true, recheck)
  return { ...rest, applied: [...safe.applied, ...applied] }
}

function mendBy(analysis: Analysis, unsafe: boolean, recheck: Recheck): Mended {
  const fixOf = (finding: Finding): Fix | undefined => fixFor(finding, unsafe)
  const applied: Applied[] = []
  let current = analysis
  if (analysis.syntax.unread || analysis.syntax.problems.some(({ fatal }) => fatal))
    return { analysis, applied, settled: true }
  for (let round = 1; round <= ROUNDS; round++) {
    const before = current.text
    // The text that is tried is the one that is taken right after.
    const tried = ofLast((text: string) => recheck(text))
    current = roundOf(current, { fixOf, applied, recheck: tried })
    if (current.text === before) return { analysis: current, applied, settled: true }
  }
  return { analysis: current, applied, settled: false }
}

interface Round {
  fixOf(finding: Finding): Fix | undefined
  readonly applied: Applied[]
  readonly recheck: Recheck
}

/** Each finding that is there at the beginning has its turn once; after a fix the places of the others are those of the new text. */
function roundOf(start: Analysis, { fixOf, applied, recheck }: Round): Analysis {
  const turns = new Map<string, number>()
  for (const finding of start.findings) turns.set(nameOf(finding), (turns.get(nameOf(finding)) ?? 0) + 1)
  /** How many of a name could not be mended: those stand in front of the others of the name. */
  const passed = new Map<string, number>()
  let current = start
  for (let next = turnOf(current, turns, passed); next; next = turnOf(current, turns, passed)) {
    const name = nameOf(next)
    turns.set(name, (turns.get(name) ?? 0) - 1)
    const fix = fixOf(next)
    const after = fix && applyOne(current, { finding: next, fix }, recheck)
    if (fix && after) {
      applied.push({ finding: next, fix })
      current = after
    } else passed.set(name, (passed.get(name) ?? 0) + 1)
  }
  return current
}

function turnOf(
  { findings }: Analysis,
  turns: ReadonlyMap<string, number>,
  passed: ReadonlyMap<string, number>,
): Finding | undefined {
  const seen = new Map<string, number>()
  return findings.find((finding) => {
    const name = nameOf(finding)
    const index = seen.get(name) ?? 0
    seen.set(name, index + 1)
    return (turns.get(name) ?? 0) > 0 && index >= (passed.get(name) ?? 0)
  })
}

function applyOne(analysis: Analysis, { finding, fix }: Applied, recheck: Recheck): Analysis | undefined {
  const edits = editsOf(analysis.text, fix)
  if (edits.length === 0 || !isSound(analysis, [finding], edits, recheck)) return undefined
  return recheck(applyEdits(analysis.text, edits))
}

function nameOf({ rule, message }: Finding): string {
  return `${rule} ${message}`
}

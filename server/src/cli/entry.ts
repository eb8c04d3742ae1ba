import type { Analysis } from '../engine/analyze.ts'
import type { Finding } from '../engine/finding.ts'
import type { Checklist, Passage } from '../engine/pilot/entry.ts'
import type { Stage } from '../engine/pilot/stages.ts'

/** Whether a pilot may enter a stage, and what speaks against it. */
export interface Entry extends Pick<Checklist, 'outputs'> {
  readonly gates: readonly Waivable[]
  readonly path: string
  readonly name: string | undefined
  readonly title: string
  readonly from: Stage
  readonly to: Stage
  /** Of the file as if it were at the stage. */
  readonly analysis: Analysis
  /** The errors that the file would have there, but for what the checklist says. */
  readonly blocking: readonly Finding[]
}

/** A gate; a waived one is asked for neither by the configuration nor by the file, which suppresses the rule. */
export interface Waivable extends Passage {
  readonly waived: boolean
}

/** Whether nothing speaks against it. */
export function mayEnter({
  outputs,
  gates,
  blocking,
}: Pick<Entry, 'outputs' | 'gates' | 'blocking'>): boolean {
  const isOpen =
    outputs.some(({ exists }) => !exists) || gates.some(({ passed, waived }) => !passed && !waived)
  return !isOpen && blocking.length === 0
}

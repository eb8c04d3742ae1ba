import type { Analysis } from '../engine/analyze.ts'
import type { Finding } from '../engine/finding.ts'
import { type CostOfDelay, delayOf } from '../engine/pilot/delay.ts'
import { type ComputedReadiness, readinessOf, type Window, windowOf } from '../engine/pilot/readiness.ts'
import { type Stage, stages } from '../engine/pilot/stages.ts'
import { judgementOf, type Outlook, outlookOf } from '../engine/pilot/verdict.ts'
import { isFlag, isNumber, isText, listOf, maybe, oneOf, recordOf } from '../engine/shape.ts'

/** What is worked out of a pilot by itself, beside its findings. */
interface Computed {
  readonly outlook: Outlook
  readonly readiness: ComputedReadiness
  readonly window: Window | undefined
  readonly costOfDelay: CostOfDelay | undefined
}

/** As one text, to be kept beside the findings for a report that shows it: the tree is not read again for it. */
export function computedText(analysis: Analysis, currency: string): string {
  return JSON.stringify(computedOf(analysis, currency))
}

function computedOf({ pilot, findings, today }: Analysis, currency: string): Computed {
  return {
    outlook: outlookOf(pilot, findings, today),
    readiness: readinessOf(pilot),
    window: windowOf(pilot),
    costOfDelay: delayOf(pilot, today, currency),
  }
}

/** The stage of a pilot and what is computed of it, with all that was found in its file, as the reports for programs have it. */
export function computedJson(
  analysis: Analysis,
  findings: readonly Finding[],
  currency: string,
): { readonly stage: Stage; readonly computed: object } {
  const known = knownFrom(analysis.computed) ?? computedOf(analysis, currency)
  const { outlook, ...rest } = known
  return { stage: outlook.stage, computed: { ...judgementOf(outlook, findings), ...rest } }
}

/** It may come from a file, and is worked out anew where it is not what would be written. */
function knownFrom(text: string | undefined): Computed | undefined {
  if (text === undefined) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return isComputed(value) ? value : undefined
  } catch {
    return undefined
  }
}

const isComputed = recordOf<Computed>({
  outlook: recordOf<Outlook>({ stage: oneOf(...stages), reasoned: isFlag, signs: listOf(isText) }),
  readiness: recordOf<ComputedReadiness>({ level: oneOf('high', 'medium', 'low'), gaps: listOf(isText) }),
  window: maybe(recordOf<Window>({ from: isText, to: isText })),
  costOfDelay: maybe(
    recordOf<CostOfDelay>({
      ...{ since: isText, months: isNumber, total: isNumber, currency: isText },
      ...{ value: maybe(isNumber), software: maybe(isNumber) },
    }),
  ),
})

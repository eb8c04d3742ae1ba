import type { Finding } from '../engine/finding.ts'
import type { PortfolioFile } from '../engine/portfolio/check-portfolio.ts'
import type { Prepared } from './analyze-many.ts'
import { Baselines } from './baselines.ts'
import { type CheckOptions, choosesPilots } from './check-paths.ts'
import type { Io } from './io.ts'
import type { Target } from './report/formats.ts'
import { jsonl, jsonlHead, jsonlOf } from './report/jsonl.ts'
import type { Parts } from './report/parts.ts'
import { type Report, reportedFile } from './report/reported.ts'

/** A report that is written while the files are still being checked. */
export interface Stream {
  /** Begins the report, and takes each file when it is known; `undefined` where what counts is known at the end alone. */
  begin(
    subjects: readonly Prepared[],
  ): Promise<((subject: Prepared, file: PortfolioFile) => void) | undefined>
  /** All of the report that is not written yet. */
  rest(report: Report): Parts
}

/** The stream for the reports of a check, where one that can be written line by line is all that is asked for. */
export function streamFor(
  targets: readonly Target[],
  options: CheckOptions,
  { io, base }: { readonly io: Io; readonly base: string },
): Stream | undefined {
  const [target, other] = targets
  if (target?.name !== 'jsonl' || target.file !== undefined || other) return undefined
  const { quiet, since, staged, suppressions } = options
  if (quiet || since !== undefined || staged || choosesPilots(options) || suppressions === false)
    return undefined
  let told: Set<Finding> | undefined
  return {
    async begin(subjects) {
      if (options.baseline !== false && (await hasBaseline(subjects, io))) return undefined
      const known = new Set<Finding>()
      told = known
      io.out(jsonlHead(subjects[0]?.circumstances.today ?? options.asOf ?? io.today))
      return ({ path }, { analysis }) => {
        const file = reportedFile({ path, analysis, states: undefined }, base)
        io.out(jsonlOf(file))
        for (const { finding } of [...file.found, ...file.suppressed]) known.add(finding)
      }
    },
    rest: (report) => jsonl(report, told),
  }
}

async function hasBaseline(subjects: readonly Prepared[], io: Io): Promise<boolean> {
  const baselines = new Baselines(io)
  for (const { full } of subjects) if ((await baselines.placeOf(full)) !== undefined) return true
  return false
}

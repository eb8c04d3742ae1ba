import type { Change, Fix } from './finding.ts'
import type { Move } from './moved.ts'
import type { Report } from './rules/rule.ts'

/** A report without what its fixes are made of: blocks of the text in which it was found. */
export interface KeptReport extends Omit<Report, 'fixes'> {
  readonly fixes: readonly Omit<Fix, 'changes'>[]
}

/** What is kept of reports. */
export function keepReports(reports: readonly Report[]): readonly KeptReport[] {
  return reports.map((report) => ({
    ...report,
    fixes: report.fixes?.map(({ title, safe, suggestion }) => ({ title, safe, suggestion })) ?? NONE,
  }))
}

/** The same at the places where they stand now; `undefined` where one of these is not known. */
export function movedReports(kept: readonly KeptReport[], move: Move): readonly KeptReport[] | undefined {
  const moved: KeptReport[] = []
  for (const report of kept) {
    const [at, related] = [move(report.at), movedRelated(report.related, move)]
    if (!at || !related) return undefined
    const isThere = at === report.at && related.length === 0
    moved.push(isThere ? report : { ...report, at, related })
  }
  return moved
}

function movedRelated(related: Report['related'] = [], move: Move): Report['related'] {
  if (related.length === 0) return related
  const moved = related.flatMap((each) => {
    const span = each.file === undefined ? move(each.span) : each.span
    return span ? [{ ...each, span }] : []
  })
  return moved.length === related.length ? moved : undefined
}

/** The reports with their fixes, for which the rule is asked `again` by whoever reads one. */
export function withFixes(kept: readonly KeptReport[], again: () => readonly Report[]): readonly Report[] {
  return kept.map((report, which): Report => {
    if (hasNoFix(report)) return report
    return { ...report, fixes: report.fixes.map((fix, at) => new LaterFix(fix, again, { which, at })) }
  })
}

/** Whether nothing is kept apart of a finding or report: then what is kept is the whole of it. */
export function hasNoFix<T extends { readonly fixes: readonly unknown[] }>(
  kept: T,
): kept is T & { readonly fixes: readonly [] } {
  return kept.fixes.length === 0
}

/** One of thousands, as the reports may be: it holds no function of its own. */
class LaterFix implements Fix {
  readonly title: string
  readonly safe: boolean
  readonly suggestion: boolean | undefined
  readonly #again: () => readonly Report[]
  readonly #which: number
  readonly #at: number

  constructor(
    { title, safe, suggestion }: Omit<Fix, 'changes'>,
    again: () => readonly Report[],
    { which, at }: { readonly which: number; readonly at: number },
  ) {
    this.title = title
    this.safe = safe
    this.suggestion = suggestion
    this.#again = again
    this.#which = which
    this.#at = at
  }

  get changes(): readonly Change[] {
    return this.#again()[this.#which]?.fixes?.[this.#at]?.changes ?? []
  }
}

const NONE: readonly never[] = []

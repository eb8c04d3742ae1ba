import { analysisOf, type Kept, keep, recaller, type Subject } from '../engine/kept.ts'
import type { PortfolioFile } from '../engine/portfolio/check-portfolio.ts'

/** What is kept of each of many files. */
export interface Keeping {
  /** Whether a report shows the edits of the fixes. */
  readonly edits: boolean
}

/** A file by its path from the root. */
export interface NamedSubject extends Subject {
  readonly full: string
}

/** Analyzes files one by one and keeps of each what the reports need. */
export async function analyzeMany(
  subjects: readonly NamedSubject[],
  keeping: Keeping,
): Promise<readonly PortfolioFile[]> {
  const recall = recaller()
  return subjects.map((subject) => {
    const kept = keptOf(subject, keeping)
    const { full, circumstances } = subject
    return { file: full, analysis: recall(kept, subject), circumstances, extract: kept.extract }
  })
}

function keptOf(subject: Subject, keeping: Keeping): Kept {
  return keep(analysisOf(subject), keeping)
}

import type { Analysis, Circumstances, Input } from './analyze.ts'
import { analyzeContent, type Content } from './analyze-content.ts'
import type { Finding, Fix } from './finding.ts'
import { editsOf } from './fix.ts'
import { notRun } from './lacking.ts'
import { once } from './once.ts'
import { lowerPilot } from './pilot/lower.ts'
import type { Pilot } from './pilot/model.generated.ts'
import { type Extract, extract } from './portfolio/facts.ts'
import type { Suppressed } from './suppress.ts'
import { lineIndex } from './text/line-index.ts'
import type { Syntax } from './yaml/node.ts'
import { parse } from './yaml/parse.ts'
import type { PatchEdit } from './yaml/patch.ts'

/**
 * What is kept of the analysis of one of many files, beside its text: plain data, a fraction of what its tree takes. It
 * can be written down, and handed to another thread.
 */
export interface Kept {
  readonly findings: readonly KeptFinding[]
  readonly suppressed: readonly (Omit<Suppressed, 'finding'> & { readonly finding: KeptFinding })[]
  readonly covered: readonly KeptFinding[]
  readonly currency: string
  /** What the rules over all pilots are given; absent where the text cannot be read. */
  readonly extract?: Extract | undefined
}

export interface KeptFinding extends Omit<Finding, 'fixes'> {
  readonly fixes: readonly KeptFix[]
}

export interface KeptFix extends Omit<Fix, 'changes'> {
  /** Absent where nobody was going to ask for them. */
  readonly edits?: readonly PatchEdit[]
}

/** A file with all that its analysis depends on. */
export interface Subject {
  readonly content: Content
  readonly file: Omit<Input, 'text'>
  readonly circumstances: Circumstances
}

/** Takes from an analysis what is worth keeping; with the edits of the fixes where a report will show them. */
export function keep(analysis: Analysis, { edits }: { readonly edits: boolean }): Kept {
  const { text, syntax, pilot, readable, findings, suppressed, covered, currency } = analysis
  const kept = ({ fixes, ...finding }: Finding): KeptFinding => ({
    ...finding,
    fixes: fixes.map((fix) => {
      const { title, safe } = fix
      return edits ? { title, safe, edits: editsOf(text, fix) } : { title, safe }
    }),
  })
  return {
    findings: findings.map(kept),
    suppressed: suppressed.map(({ finding, reason }) => ({ finding: kept(finding), reason })),
    covered: covered.map(kept),
    currency,
    ...(readable && { extract: extract(pilot, syntax) }),
  }
}

/** Turns what was kept into analyses. */
export type Recall = (kept: Kept, subject: Subject) => Analysis

/**
 * The tree and the pilot of a recalled analysis are read from its text when someone asks for them. Those of the last text
 * stay, since who asks once asks again.
 */
export function recaller(): Recall {
  let last: { readonly text: string; readonly syntax: Syntax; readonly pilot: Pilot } | undefined
  const read = (text: string): NonNullable<typeof last> => {
    if (last?.text !== text) {
      const syntax = parse(text)
      last = { text, syntax, pilot: lowerPilot(syntax) }
    }
    return last
  }
  return (kept, subject) => {
    const { content, file, circumstances } = subject
    const text = content.kind === 'text' ? content.text : ''
    const recall = (list: readonly KeptFinding[], find: Find): readonly Finding[] =>
      list.map((finding, index) => recalled(finding, () => find(analysisOf(subject), index)))
    const lines = once(() => lineIndex(text))
    const silenced = recall(
      kept.suppressed.map(({ finding }) => finding),
      ({ suppressed }, index) => suppressed[index]?.finding,
    )
    return {
      text,
      get lines() {
        return lines()
      },
      get syntax() {
        return read(text).syntax
      },
      get pilot() {
        return read(text).pilot
      },
      readable: kept.extract !== undefined,
      findings: recall(kept.findings, ({ findings }, index) => findings[index]),
      suppressed: silenced.map((finding, index) => ({
        finding,
        reason: kept.suppressed[index]?.reason ?? '',
      })),
      covered: recall(kept.covered, ({ covered }, index) => covered[index]),
      notRun: content.kind === 'text' ? notRun(circumstances, file) : [],
      today: circumstances.today,
      currency: kept.currency,
    }
  }
}

/** Analyzes a file by itself. */
export function analysisOf({ content, file, circumstances }: Subject): Analysis {
  return analyzeContent(content, file, circumstances)
}

type Find = (again: Analysis, index: number) => Finding | undefined

function recalled({ fixes, ...finding }: KeptFinding, find: () => Finding | undefined): Finding {
  return {
    ...finding,
    fixes: fixes.map(({ title, safe, edits }, index) => ({
      title,
      safe,
      get changes() {
        return (
          edits?.map((edit) => ({ do: 'replace', ...edit }) as const) ?? find()?.fixes[index]?.changes ?? []
        )
      },
    })),
  }
}

/** The analysis with other findings. What it reads only on demand is not read for it, as a copy would. */
export function revised(
  analysis: Analysis,
  changes: Partial<Pick<Analysis, 'findings' | 'suppressed' | 'notRun'>>,
): Analysis {
  const { text, readable, findings, suppressed, covered, notRun, today, currency } = analysis
  return {
    ...{ text, readable, findings, suppressed, covered, notRun, today, currency },
    ...changes,
    get lines() {
      return analysis.lines
    },
    get syntax() {
      return analysis.syntax
    },
    get pilot() {
      return analysis.pilot
    },
  }
}

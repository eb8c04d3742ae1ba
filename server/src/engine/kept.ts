import type { Analysis, Circumstances, Input } from './analyze.ts'
import { analyzeContent, type Content } from './analyze-content.ts'
import { knownSettings } from './config/known-settings.ts'
import type { Finding, Fix } from './finding.ts'
import { type WaysTo, waysIn } from './fingerprint.ts'
import { editsOf } from './fix.ts'
import type { Identity } from './pilot/identity.ts'
import { type Extract, extract } from './portfolio/facts.ts'
import type { Suppressed } from './suppress.ts'
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
  /** What the findings are told apart by, where somebody may ask for that. */
  readonly ways?: string | undefined
  /** What a report shows of the pilot beside them. */
  readonly computed?: string | undefined
  /** What a text that cannot be read calls its pilot all the same; the facts say it of another one. */
  readonly called?: Identity | undefined
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

/** A file that any thread can judge: with none but the rules that the program has by itself. */
export interface Job extends Pick<Subject, 'content' | 'file'> {
  readonly circumstances: Omit<Circumstances, 'rules'>
}

/** A file as another thread is given it, as plain data; the rules stay behind. */
export function jobOf({ content, file, circumstances: { rules: _, ...circumstances } }: Subject): Job {
  return {
    content: content.kind === 'text' ? { kind: 'text', text: content.text } : content,
    file,
    circumstances,
  }
}

/** The same with the rules of the thread that judges it. */
export function subjectOf(job: Job, rules: Circumstances['rules']): Subject {
  const { circumstances } = job
  const settings = knownSettings(circumstances.settings)
  return { ...job, circumstances: { ...circumstances, settings, rules } }
}

/** What is kept beside what always is. */
export interface Keeping {
  /** The edits of the fixes, where a report will show them. */
  readonly edits: boolean
  readonly ways?: WaysTo | undefined
  readonly computed?: string | undefined
}

/** Takes from an analysis what is worth keeping. */
export function keep(analysis: Analysis, { edits, ways, computed }: Keeping): Kept {
  const { text, syntax, pilot, called, readable, findings, suppressed, covered, currency } = analysis
  // A copy that only replaces a key has the shape of the others; taking one out gives each a shape of its own.
  const kept = (finding: Finding): KeptFinding => ({
    ...finding,
    fixes: finding.fixes.map((fix) => {
      const { title, safe, suggestion } = fix
      if (!edits) return { title, safe, suggestion }
      return { title, safe, suggestion, edits: editsOf(text, fix, () => syntax) }
    }),
  })
  const facts = readable ? extract(pilot, syntax) : undefined
  return {
    findings: findings.map(kept),
    suppressed: suppressed.map(({ finding, reason }) => ({ finding: kept(finding), reason })),
    covered: covered.map(kept),
    currency,
    ...(facts ? { extract: facts } : { called }),
    ...(ways && { ways: waysIn(analysis, facts, ways) }),
    ...(computed !== undefined && { computed }),
  }
}

/** Analyzes a file by itself. */
export function analysisOf({ content, file, circumstances }: Subject): Analysis {
  return analyzeContent(content, file, circumstances)
}

import type { Analysis } from '../engine/analyze.ts'
import type { Finding } from '../engine/finding.ts'
import { reasonOf } from '../engine/not-run.ts'
import { judgementOf } from '../engine/pilot/verdict.ts'
import { visible } from '../engine/text/visible.ts'
import { rangeOf } from '../features/range.ts'
import type { PilotItem, Severity } from '../protocol/pilots.ts'
import type { Analyses } from './analyses.ts'
import type { KnownFindings } from './known-findings.ts'
import type { PilotFile } from './pilot-file.ts'
import type { Pilots } from './pilots.ts'
import { detailsIn } from './sketch.ts'

/** Pilots as the tree of the client shows them, each made once for each state of what it is made of. */
export class PilotItems {
  readonly #analyses: Analyses
  readonly #known: KnownFindings
  readonly #pilots: Pick<Pilots, 'isGone'>
  readonly #made = new WeakMap<Analysis, Made>()
  /** Of each open pilot, as it could last be read: in the middle of a word it often cannot. */
  readonly #lastRead = new Map<string, PilotItem>()

  constructor(analyses: Analyses, known: KnownFindings, pilots: Pick<Pilots, 'isGone'>) {
    this.#analyses = analyses
    this.#known = known
    this.#pilots = pilots
  }

  /** `brief` where many may be sent in brief; one that is open never is. */
  all(brief = false): readonly PilotItem[] {
    const files = this.#analyses.checked().filter((file) => !this.#pilots.isGone(file))
    const isBrief = brief && files.length > MANY
    return files.map((file) => this.#asLastRead(file, this.#of(file, isBrief && file.version === null)))
  }

  /** All of one that the list holds in brief, and goes on to. */
  one(file: PilotFile): PilotItem {
    const analysis = this.#analyses.of(file)
    return this.#whole(file, analysis, this.#known.of(file.uri, analysis))
  }

  #asLastRead({ key, version }: PilotFile, item: PilotItem): PilotItem {
    const before = version === null || item.readable ? undefined : this.#lastRead.get(key)
    if (version === null) this.#lastRead.delete(key)
    else if (item.readable) this.#lastRead.set(key, item)
    const { count, known, findings } = item
    return before ? { ...before, count, known, findings } : item
  }

  #of(file: PilotFile, isBrief: boolean): PilotItem {
    const analysis = this.#analyses.of(file)
    const before = this.#known.of(file.uri, analysis)
    const made = this.#made.get(analysis)
    if (made?.before === before && made.isBrief === isBrief) return made.item
    const item =
      isBrief && analysis.readable ? inBrief(file, analysis, before) : this.#whole(file, analysis, before)
    this.#made.set(analysis, { before, item, isBrief })
    return item
  }

  #whole(file: PilotFile, analysis: Analysis, before: ReadonlySet<Finding>): PilotItem {
    const sketch = file.sketch(analysis)
    const { outlook, written: _, ...row } = sketch
    return {
      uri: file.uri,
      ...row,
      ...detailsIn(sketch),
      ...judgementOf(outlook, analysis.findings),
      ...counts(analysis, before),
      findings: findingItems(analysis, before),
      notRun: this.#analyses.notRun(file).map((each) => ({ rule: each.rule, reason: reasonOf(each) })),
    }
  }
}

interface Made {
  /** The findings that the baseline holds. */
  readonly before: ReadonlySet<Finding>
  readonly item: PilotItem
  readonly isBrief: boolean
}

/** Pilots of which all is sent at once: of ten thousand it is 50 MB, and nobody unfolds them. */
const MANY = 500

function inBrief(file: PilotFile, analysis: Analysis, before: ReadonlySet<Finding>): PilotItem {
  const { outlook, written: _, ...row } = file.sketch(analysis)
  const { verdict } = judgementOf(outlook, analysis.findings)
  return { uri: file.uri, brief: true, ...row, verdict, ...counts(analysis, before), ...nothingMore }
}

const nothingMore = {
  signs: [],
  gaps: [],
  window: undefined,
  delay: undefined,
  outputs: [],
  gates: [],
  findings: [],
  notRun: [],
} satisfies Partial<PilotItem>

/** `before` are the findings that the baseline holds. */
function counts({ findings }: Analysis, before: ReadonlySet<Finding>): Pick<PilotItem, 'count' | 'known'> {
  const open = findings.filter((finding) => !before.has(finding))
  return {
    count: {
      error: count(open, 'error'),
      warning: count(open, 'warning'),
      info: count(open, 'info'),
    },
    known: findings.length - open.length,
  }
}

function findingItems({ findings, lines }: Analysis, before: ReadonlySet<Finding>): PilotItem['findings'] {
  const open = findings.filter((finding) => !before.has(finding))
  return open.map(({ rule, severity, message, span }) => {
    return { rule, severity, message: visible(message), range: rangeOf(lines, span) }
  })
}

function count(findings: readonly Finding[], severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length
}

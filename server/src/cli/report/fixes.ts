import { fixFor } from '../../engine/mend.ts'
import { counted } from '../../engine/text/counted.ts'
import { visible } from '../../engine/text/visible.ts'
import { type Results, sumOf, told, totalsOf } from '../checked.ts'
import { type FixedFile, isChanged } from '../fixed-file.ts'
import type { Style } from './style.ts'

/** What was changed in each file, or would be. */
export function fixReport(files: readonly FixedFile[], style: Style): string {
  const parts = files.filter(isChanged).map(({ path, applied }) => {
    const lines = applied.map(({ finding, fix }) => {
      return `  ${visible(fix.title)} ${style.paint('quiet', visible(finding.rule))}`
    })
    return `${style.paint('file', visible(path))}\n${lines.join('\n')}\n`
  })
  return parts.length === 0 ? '' : `${parts.join('\n')}\n`
}

/** How many fixes there are, and what they leave. */
export function fixSummary(files: readonly FixedFile[], fixing: Fixing, style: Style): string {
  const changed = files.filter(isChanged)
  const fixes = sumOf(changed, ({ applied }) => applied.length)
  const done =
    fixes === 0
      ? `Nothing to fix in ${counted(files.length, 'file')}.`
      : `${fixing.shows ? 'Would apply' : 'Applied'} ${counted(fixes, 'fix', 'fixes')} in ${counted(changed.length, 'file')}.`
  return `${[style.paint(fixes === 0 ? 'quiet' : 'good', done), ...remarks(files, fixing)].join(' ')}\n`
}

interface Fixing {
  readonly shows: boolean
  readonly unsafe: boolean
  /** How the files are when the fixes are applied. */
  readonly left: Results
}

function remarks(files: readonly FixedFile[], { unsafe, left }: Fixing): readonly string[] {
  const findings = told(left)
  const { unchanged } = totalsOf(left)
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const mendable = left.files
    .flatMap(({ analysis }) => analysis.findings)
    .filter((finding) => fixFor(finding, true) !== fixFor(finding, false))
  const more = unsafe ? 0 : mendable.length
  const unsettled = files.filter(({ settled }) => !settled)
  const opened = files.some((file) => isChanged(file) && /\bTODO\b/.test(file.analysis.text))
  return [
    findings.length === 0
      ? ''
      : `${counted(findings.length, 'finding')} left, ${counted(errors, 'error')} among them.`,
    unchanged === 0
      ? ''
      : `${counted(unchanged, 'finding')} of the baseline ${unchanged === 1 ? 'is' : 'are'} not counted.`,
    more === 0 ? '' : `--unsafe would try ${counted(more, 'more fix', 'more fixes')}.`,
    opened && unsafe ? 'Fill in what says TODO.' : '',
    ...unsettled.map(({ path }) => `The fixes of ${visible(path)} did not come to an end: look at it.`),
  ].filter((remark) => remark !== '')
}

/**
 * A diff as it may be shown anywhere. Where a line holds what is invisible or a command, the escape of it is shown; a byte
 * order mark stays, without which the diff could not be applied.
 */
export function diffText(diff: string): string {
  return diff.replace(/[^\r\n]+/g, (line) => {
    const start = /^[ +-]\uFEFF/.exec(line)?.[0] ?? ''
    return start + line.slice(start.length).split('\t').map(visible).join('\t')
  })
}

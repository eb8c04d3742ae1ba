import { countsOf } from '../engine/counts.ts'
import type { Finding, Severity } from '../engine/finding.ts'
import { revised } from '../engine/revised.ts'
import { type Results, told } from './checked.ts'

/** The results with errors alone, and with what makes the check fail besides. */
export function quietly(results: Results, failing: ReadonlySet<Severity>): Results {
  const isShown = ({ severity }: Finding): boolean => severity === 'error' || failing.has(severity)
  const files = results.files.map((checked) => {
    const { analysis } = checked
    if (analysis.findings.every(isShown)) return checked
    return { ...checked, analysis: revised(analysis, { findings: analysis.findings.filter(isShown) }) }
  })
  return { ...results, files, notShown: countsOf(told(results).filter((each) => !isShown(each))) }
}

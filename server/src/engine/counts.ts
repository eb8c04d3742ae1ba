import type { Finding } from './finding.ts'

/** How many findings there are of each weight. */
export interface Counts {
  readonly errors: number
  readonly warnings: number
  readonly infos: number
}

export function countsOf(findings: readonly Pick<Finding, 'severity'>[]): Counts {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const { severity } of findings) counts[severity]++
  return { errors: counts.error, warnings: counts.warning, infos: counts.info }
}

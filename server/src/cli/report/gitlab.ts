import type { Severity } from '../../engine/finding.ts'
import { visible } from '../../engine/text/visible.ts'
import { jsonText } from './json.ts'
import type { Report } from './reported.ts'

/** The report that GitLab shows in a merge request: its subset of the Code Climate format. */
export function gitlab({ files }: Report): string {
  return jsonText(
    files.flatMap(({ repositoryPath, found }) =>
      found.map(({ finding, place, fingerprint }) => ({
        description: visible(finding.message),
        check_name: finding.rule,
        fingerprint,
        severity: severities[finding.severity],
        location: { path: repositoryPath, lines: { begin: place.line, end: place.endLine } },
      })),
    ),
  )
}

const severities: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' }

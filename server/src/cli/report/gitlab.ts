import type { Severity } from '../../engine/finding.ts'
import { visible } from '../../engine/text/visible.ts'
import { jsonList } from './json.ts'
import type { Parts } from './parts.ts'
import type { Report } from './reported.ts'

/** The report that GitLab shows in a merge request: its subset of the Code Climate format. */
export function* gitlab(report: Report): Parts {
  yield* jsonList(issuesOf(report))
  yield '\n'
}

function* issuesOf({ files }: Report): Generator<object, void> {
  for (const { repositoryPath, found } of files)
    for (const { finding, place, fingerprint } of found)
      yield {
        description: visible(finding.message),
        check_name: finding.rule,
        fingerprint,
        severity: severities[finding.severity],
        location: { path: repositoryPath, lines: { begin: place.line, end: place.endLine } },
      }
}

const severities: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' }

import { visible } from '../../engine/text/visible.ts'
import { wasText } from './compared.ts'
import type { Parts } from './parts.ts'
import { summary } from './pretty.ts'
import type { Found, Report } from './reported.ts'
import type { Style } from './style.ts'

/** One line a finding, as compilers and editors know them, and the summary. */
export function* concise({ files, results }: Report, style: Style): Parts {
  for (const { path, found } of files) for (const each of found) yield findingLine(path, each, style)
  yield summary(results, style)
}

function findingLine(path: string, { finding, place, state }: Found, style: Style): string {
  const { rule, severity, message, fixes } = finding
  const where = `${style.paint('strong', visible(path))}:${place.line}:${place.column}:`
  const fixable = fixes.length > 0 ? ` ${style.paint('good', '[fix]')}` : ''
  return `${where} ${style.paint(severity, severity)}${wasText(state)} ${style.paint('quiet', visible(rule))} ${visible(message)}${fixable}\n`
}

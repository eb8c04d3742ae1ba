import type { Finding } from '../finding.ts'
import { nearest } from '../schema/suggest.ts'
import { limits } from '../yaml/limits.ts'
import type { ConfigFile, RuleEntry } from './config-file.ts'
import { configFinding } from './config-finding.ts'
import { configWords } from './vocabulary.ts'

/** What is said about names of rules that no rule has. `custom` are those that the configuration defines. */
export function unknownRules(
  { rules, overrides }: ConfigFile,
  custom: ReadonlySet<string>,
): readonly Finding[] {
  const known = configWords.keysOf('rules')
  const entries = [...rules, ...overrides.flatMap((each) => each.rules)]
  const unknown = entries.filter(({ id }) => !custom.has(id) && !known.includes(id))
  return unknown.slice(0, limits.problems + 1).map((entry) => unknownRule(entry, [...known, ...custom]))
}

function unknownRule({ id, span }: RuleEntry, known: readonly string[]): Finding {
  if (/^(?:schema|yaml|config)\//.test(id))
    return configFinding('unknown-rule', `"${id}" is always an error. Mend the file instead.`, span)
  const member = known.find((each) => each.startsWith(`${id}/`))
  if (member !== undefined)
    return configFinding('unknown-rule', `"${id}" is a group. Name its rules, such as "${member}".`, span)
  // People leave out the group.
  const meant = known.find((each) => each.endsWith(`/${id}`)) ?? nearest(id, known)
  if (meant === undefined)
    return configFinding('unknown-rule', `"${id}" is no rule. See pilots rules for all of them.`, span)
  const fix = {
    title: `Replace by "${meant}"`,
    safe: true,
    changes: [{ do: 'replace', span, text: meant } as const],
  }
  const finding = configFinding('unknown-rule', `"${id}" is no rule. Did you mean "${meant}"?`, span)
  return { ...finding, fixes: [fix] }
}

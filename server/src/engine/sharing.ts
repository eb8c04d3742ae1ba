import type { Finding } from './finding.ts'
import type { Kept, KeptFinding } from './kept.ts'

/**
 * Makes what is kept of many files share its texts: a message that thousands of findings have, or a name that thousands of pilots
 * mention, is held once. For one run over many files: what was shared once stays.
 */
export function sharing(): (kept: Kept) => Kept {
  const texts = new Map<string, string>()
  const one = (text: string): string => {
    const known = texts.get(text)
    if (known === undefined) texts.set(text, text)
    return known ?? text
  }
  const related = (each: Finding['related'][number]): typeof each => ({
    ...each,
    message: one(each.message),
  })
  // A copy that only replaces keys has the shape of the others.
  const shared = (finding: KeptFinding): KeptFinding => ({
    ...finding,
    rule: one(finding.rule),
    message: one(finding.message),
    related: finding.related.map(related),
    fixes: finding.fixes.map((fix) => ({ ...fix, title: one(fix.title) })),
  })
  return (kept) => {
    const { findings, suppressed, covered, extract } = kept
    const facts = extract?.facts
    return {
      ...kept,
      findings: findings.map(shared),
      suppressed: suppressed.map((each) => ({ ...each, finding: shared(each.finding) })),
      covered: covered.map(shared),
      ...(facts && {
        extract: {
          ...extract,
          facts: { ...facts, mentions: { ...facts.mentions, texts: facts.mentions.texts.map(one) } },
        },
      }),
    }
  }
}

import assert from 'node:assert/strict'
import type { Analysis } from '../../server/src/engine/analyze.ts'
import type { Finding, Fix } from '../../server/src/engine/finding.ts'
import { applyFix, editsOf } from '../../server/src/engine/fix.ts'
import { rules } from '../../server/src/engine/rules/all.generated.ts'
import type { Example, Rule } from '../../server/src/engine/rules/rule.ts'
import { parse } from '../../server/src/engine/yaml/parse.ts'
import { analysisOf, complete, neededBy, TODAY } from '../support/check.ts'

/** The ways in which the same example may be written down. */
const layouts: readonly { name: string; write: (text: string) => string }[] = [
  { name: 'as it stands', write: (text) => text },
  { name: 'CR LF', write: (text) => text.replaceAll('\n', '\r\n') },
  { name: 'byte order mark and emoji', write: (text) => `\uFEFF# 🚀 our pilot\n${text}` },
  { name: 'four blanks', write: (text) => text.replace(/^( +)/gm, '$1$1') },
]

describe('fixes of the rules', () => {
  for (const rule of rules) {
    for (const example of rule.docs.bad) {
      const count = own(rule, analyzed(rule, example, layouts[0])).flatMap(({ fixes }) => fixes).length
      if (count === 0) continue
      for (const layout of layouts) {
        it(`${rule.id}: ${example.title}, ${layout.name}`, () => {
          const before = analyzed(rule, example, layout)
          for (const found of own(rule, before))
            for (const fix of found.fixes) checkFix(rule, example, { before, found, fix })
        })
      }
    }
  }
})

function checkFix(
  rule: Rule,
  example: Example,
  { before, found, fix }: { before: Analysis; found: Finding; fix: Fix },
): void {
  const text = applyFix(before.text, fix)
  const label = `${fix.title}:\n${text}`
  assert.notEqual(text, before.text, `changes nothing: ${label}`)
  assert.deepEqual(parse(text).problems, [], `does not parse: ${label}`)
  // A suppression is a comment, and its fix changes it.
  if (!rule.id.startsWith('suppression/')) {
    const comments = parse(text).comments.map(unmarked).filter(Boolean)
    assert.deepEqual(comments, before.syntax.comments.map(unmarked), `loses a comment: ${label}`)
  }
  const lineBreaks = before.text.includes('\r\n') ? /(?<!\r)\n/ : /\r/
  assert.doesNotMatch(text, lineBreaks, `mixes line breaks: ${label}`)
  untouchedLinesStay(before.text, fix, text)

  const options = { today: example.today ?? TODAY, ...(example.file ? { name: example.file } : {}) }
  const [then, now] = [analysisOf(before.text, options), analysisOf(text, options)]
  const same = ({ rule: id, message }: Finding): string => `${id} ${message}`
  const mine = now.findings.filter(
    ({ rule: id, span }) => id === rule.id && !text.slice(span.start, span.end).includes('TODO'),
  )
  const left = before.findings.filter((each) => each !== found).map(same)
  assert.deepEqual(
    mine.filter((each) => !left.includes(same(each))).map(same),
    [],
    `the finding stays: ${label}`,
  )
  const known = new Set(then.findings.map((each) => each.rule))
  const added = now.findings.filter(
    ({ rule: id, span }) => !known.has(id) && !/TODO/.test(lineAt(text, span.start)),
  )
  assert.deepEqual(
    added.filter(({ severity }) => severity === 'error').map(same),
    [],
    `adds an error: ${label}`,
  )
}

function analyzed(rule: Rule, example: Example, layout: (typeof layouts)[number] | undefined): Analysis {
  const text = layout?.write(complete(example.yaml)) ?? ''
  return analysisOf(text, {
    rules: neededBy(rule),
    today: example.today ?? TODAY,
    ...(example.file ? { name: example.file } : {}),
  })
}

function own(rule: Rule, { findings }: Analysis): readonly Finding[] {
  return findings.filter(({ rule: id }) => id === rule.id)
}

/** Every character outside the edits is where it was, so no comment and no line that the fix does not name can change. */
function untouchedLinesStay(text: string, fix: Fix, result: string): void {
  let at = 0
  let resultAt = 0
  for (const { span, text: inserted } of editsOf(text, fix).toSorted((a, b) => a.span.start - b.span.start)) {
    const kept = text.slice(at, span.start)
    assert.equal(result.slice(resultAt, resultAt + kept.length), kept)
    resultAt += kept.length + inserted.length
    at = span.end
  }
  assert.equal(result.slice(resultAt), text.slice(at))
}

function unmarked({ text }: { text: string }): string {
  return text.startsWith('# TODO yours') ? '' : text.trimEnd()
}

function lineAt(text: string, offset: number): string {
  const end = text.indexOf('\n', offset)
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, end < 0 ? text.length : end)
}

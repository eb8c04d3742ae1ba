import assert from 'node:assert/strict'
import type { Analysis } from '../../server/src/engine/analyze.ts'
import type { Finding, Fix } from '../../server/src/engine/finding.ts'
import { applyFix, editsOf } from '../../server/src/engine/fix.ts'
import { rules } from '../../server/src/engine/rules/all.generated.ts'
import type { Example, Rule } from '../../server/src/engine/rules/rule.ts'
import { parse } from '../../server/src/engine/yaml/parse.ts'
import { analysisOf, complete, neededBy, surroundings } from '../support/check.ts'

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
      it(`${rule.id}: ${example.title}, adds no error`, () => {
        const before = analyzed(rule, example, layouts[0])
        for (const fix of own(rule, before).flatMap(({ fixes }) => fixes)) addsNoError(example, before, fix)
      })
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

  const same = ({ rule: id, message }: Finding): string => `${id} ${message}`
  const after = analysisOf(text, optionsOf(rule, example))
  const mine = own(rule, after).filter(({ span }) => !text.slice(span.start, span.end).includes('TODO'))
  const left = before.findings.filter((each) => each !== found).map(same)
  const stays = mine.filter((each) => !left.includes(same(each))).map(same)
  assert.deepEqual(stays, [], `the finding stays: ${label}`)
}

/** What a fix writes breaks no other rule, but for what the author is asked to fill in. */
function addsNoError(example: Example, before: Analysis, fix: Fix): void {
  const all = { ...optionsOf(undefined, example), rules }
  const known = new Set(analysisOf(before.text, all).findings.map((each) => each.rule))
  const text = applyFix(before.text, fix)
  const added = analysisOf(text, all).findings.filter(({ rule: id, severity, span }) => {
    return severity === 'error' && !known.has(id) && !/TODO/.test(lineAt(text, span.start))
  })
  assert.deepEqual(
    added.map(({ rule: id, message }) => `${id} ${message}`),
    [],
    `adds an error: ${fix.title}:\n${text}`,
  )
}

function optionsOf(rule: Rule | undefined, example: Example): Parameters<typeof analysisOf>[1] {
  const name = example.file ? { name: example.file } : {}
  return { ...surroundings(example), ...name, ...(rule ? { rules: neededBy(rule) } : {}) }
}

function analyzed(rule: Rule, example: Example, layout: (typeof layouts)[number] | undefined): Analysis {
  const text = layout?.write(complete(example.yaml)) ?? ''
  return analysisOf(text, optionsOf(rule, example))
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

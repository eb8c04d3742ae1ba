import assert from 'node:assert/strict'
import { analyze } from '../../server/src/engine/analyze.ts'
import { analyzeDraft } from '../../server/src/engine/draft.ts'
import { rules } from '../../server/src/engine/rules/all.generated.ts'
import type { Rule } from '../../server/src/engine/rules/rule.ts'
import { circumstances, file, pilots, told } from '../support/drafts.ts'

/** The rules, and which of them were asked. */
function listened(): { readonly asked: string[]; readonly heard: readonly Rule[] } {
  const asked: string[] = []
  const heard = rules.map((rule) => {
    const check: typeof rule.check = (pilot, scene) => {
      asked.push(rule.id)
      return rule.check(pilot, scene)
    }
    return { ...rule, check }
  })
  return { asked, heard }
}

const NO_TARGET = 'criteria/no-target'

function saysOfCriteria(text: string): boolean {
  return analyze({ text, name: file }, circumstances).findings.some(({ rule }) => rule === NO_TARGET)
}

describe('a text that is being written', () => {
  it('is not parsed, read or validated again where it is as it was', () => {
    const text = pilots[0] ?? ''
    const first = analyzeDraft({ text, name: file }, circumstances)
    const next = analyzeDraft(
      { text: text.replace(/^(title: .)/m, '$1x'), name: file },
      circumstances,
      first.memory,
    )
    const kept = next.memory?.divided.parts.filter(({ block }) =>
      first.memory?.divided.parts.some((part) => part.block === block),
    )
    assert.equal(kept?.length, (first.memory?.divided.parts.length ?? 0) - 1)
  })

  it('asks only rules again that look at what has changed', () => {
    const { asked, heard } = listened()
    const text = pilots.find((each) => each.includes('escalation: ')) ?? ''
    const under = { ...circumstances, rules: heard }
    const { memory } = analyzeDraft({ text, name: file }, under)
    asked.length = 0
    analyzeDraft({ text: text.replace('escalation: ', 'escalation: x'), name: file }, under, memory)
    assert.ok(asked.includes('governance/walk-incomplete'), asked.join())
    assert.ok(!asked.includes('criteria/no-baseline'), asked.join())
    assert.ok(asked.length < 30, `${asked.length}: ${asked.join()}`)
  })

  it('keeps what rules said of entries that have only moved, with their fixes', () => {
    const { asked, heard } = listened()
    const under = { ...circumstances, rules: heard }
    const text = pilots.map((each) => each.replace(/^ +target: .*\n/m, '')).find(saysOfCriteria) ?? ''
    const { memory } = analyzeDraft({ text, name: file }, under)
    asked.length = 0
    const longer = { text: text.replace('title: ', 'title: Much longer, '), name: file }
    const { analysis } = analyzeDraft(longer, under, memory)
    assert.ok(analysis.findings.some(({ rule, fixes }) => rule === NO_TARGET && fixes.length > 0))
    assert.ok(!asked.includes(NO_TARGET), asked.join())
    assert.deepEqual(told(analysis), told(analyze(longer, circumstances)))
    assert.ok(asked.includes(NO_TARGET), 'for its fixes')
  })

  it('asks a rule again that looks at the whole, after one that looks at nothing', () => {
    const sees: Rule['check'] = (_, { file }) => {
      const { text } = file.syntax
      return text.includes('seen') ? [{ at: { start: 0, end: 1 }, message: 'Seen.' }] : []
    }
    const always = rules
      .filter(({ needs, from, checkEntry }) => !needs && from.criteria && !checkEntry)
      .slice(0, 2)
    const heard = always.map((rule, index) => ({ ...rule, check: index === 0 ? () => [] : sees }))
    const under = { ...circumstances, rules: heard }
    const text = pilots.find((each) => /^stage: data$/m.test(each)) ?? ''
    const { memory } = analyzeDraft({ text, name: file }, under)
    const { analysis } = analyzeDraft(
      { text: text.replace('title: ', 'title: seen '), name: file },
      under,
      memory,
    )
    assert.deepEqual(
      analysis.findings.map(({ message }) => message),
      ['Seen.'],
    )
  })

  it('is judged like any other when the day or the rules are others', () => {
    const text = pilots[0] ?? ''
    const { memory } = analyzeDraft({ text, name: file }, circumstances)
    const later = { ...circumstances, today: '2027-12-01' }
    const { analysis } = analyzeDraft({ text, name: file }, later, memory)
    assert.deepEqual(told(analysis), told(analyze({ text, name: file }, later)))
  })
})

import assert from 'node:assert/strict'
import { analyze } from '../../server/src/engine/analyze.ts'
import { analyzeDraft, type Memory } from '../../server/src/engine/draft.ts'
import { checkBy, checkEntries } from '../../server/src/engine/schema/check.ts'
import { pilotWords } from '../../server/src/engine/schema/describe.ts'
import { type Validate, validate } from '../../server/src/engine/schema/validate.generated.js'
import type { Mapping, SyntaxNode } from '../../server/src/engine/yaml/node.ts'
import { parse } from '../../server/src/engine/yaml/parse.ts'
import { circumstances, file, told } from '../support/drafts.ts'

/** What is done at a key for thousands of findings is counted and never timed. */
describe('the work for thousands of findings', () => {
  it('looks into no wrong entry again that is as it was, but for what is told', () => {
    const looksAt = (items: number): number => {
      const [root, looks] = watched(rootOf(manyMistakes(items)))
      const { said } = checkEntries(root, new Map())
      const before = looks()
      const again = checkEntries(root, said)
      assert.ok(before > items && again.findings.length > 0)
      return looks() - before
    }
    assert.equal(looksAt(1_000), looksAt(500))
  })

  it('validates once what has no key without a value', () => {
    const callsOf = (text: string): number => {
      let calls = 0
      const counting: Validate = (data) => {
        calls++
        const isRight = validate(data)
        counting.errors = validate.errors ?? null
        return isRight
      }
      assert.ok(checkBy(counting, pilotWords, rootOf(text)).length > 0)
      return calls
    }
    assert.deepEqual([callsOf('nam: x\n'), callsOf('nam:\n')], [1, 2])
  })

  it('says after every edit what is said of the whole text', () => {
    const text = manyMistakes(60)
    const edits: readonly ((text: string) => string)[] = [
      (each) => each.replace('title: A', 'title: Ab'),
      (each) => each.replace('statu: 7 }', 'status: planned }'),
      (each) => each.replace('team: Ops\n', ''),
      (each) => each.replace('name: a\n', ''),
      (each) => `# why\n${each}`,
      (each) => each.replace('gates:', 'gate:'),
      (each) => each.replace('statu: 7 }', 'kind: }'),
      (each) => each.replace('gate:', 'gates:'),
    ]
    let [now, memory]: [string, Memory | undefined] = [text, undefined]
    for (const edit of [(each: string) => each, ...edits]) {
      now = edit(now)
      const draft = analyzeDraft({ text: now, name: file }, circumstances, memory)
      memory = draft.memory
      assert.ok(memory && draft.analysis.findings.length > 100)
      assert.deepEqual(told(draft.analysis), told(analyze({ text: now, name: file }, circumstances)))
    }
  })
})

/** A pilot with as many mistakes of several kinds. */
function manyMistakes(items: number): string {
  return [
    'apiVersion: pilot-as-code/v1\nname: a\ntitle: A\nstage: rollout\nteam: Ops\n',
    `gates:\n${'  - { stage: data, due: 2026-02-02, hel: x }\n'.repeat(items)}`,
    `integration:\n  systems:\n${'    - { name: TBD, statu: 7 }\n'.repeat(items)}`,
    `criteria:\n  success:\n${'    - { metric: Cost, target: 20, wron: 1 }\n'.repeat(items)}`,
  ].join('')
}

function rootOf(text: string): Mapping {
  const { root } = parse(text)
  assert.ok(root?.kind === 'mapping')
  return root
}

/** A tree that counts how often somebody looks at what an item is. */
function watched(root: Mapping): readonly [Mapping, () => number] {
  let looks = 0
  const node = (each: SyntaxNode): SyntaxNode => {
    if (each.kind === 'mapping') return mapping(each)
    return each.kind === 'sequence' ? { ...each, items: each.items.map(item) } : each
  }
  const mapping = (each: Mapping): Mapping => {
    return { ...each, entries: each.entries.map((entry) => ({ ...entry, value: node(entry.value) })) }
  }
  const item = (each: SyntaxNode): SyntaxNode => {
    return Object.defineProperty({ ...node(each) }, 'kind', {
      get: () => {
        looks++
        return each.kind
      },
    })
  }
  return [mapping(root), () => looks]
}

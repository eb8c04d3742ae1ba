import assert from 'node:assert/strict'
import type { AnchoredFinding } from '../../server/src/engine/portfolio/analyze-portfolio.ts'
import { type Anchor, extract, type Facts } from '../../server/src/engine/portfolio/facts.ts'
import { namesIn } from '../../server/src/engine/portfolio/named.ts'
import { stillThere } from '../../server/src/engine/portfolio/still-there.ts'
import { analysisOf, complete } from '../support/check.ts'

function factsOf(yaml: string): Facts {
  const { pilot, syntax } = analysisOf(complete(yaml), { rules: [] })
  return extract(pilot, syntax).facts
}

function finding(at: Anchor, change: Anchor = at): AnchoredFinding {
  const fixes = [{ title: 'f', safe: false, changes: [{ do: 'replace', at: change, text: 'x' } as const] }]
  return { rule: 'a/b', severity: 'error', message: 'm', at, related: [], fixes }
}

/** Where the pilots that are compared with stand among the names of a pilot. */
function anchorsOf(facts: Facts): readonly number[] {
  return [...namesIn(facts.mentions)].flatMap(({ refers }, index) => (refers === 'pilot' ? index : []))
}

describe('what was said of a pilot before it was edited', () => {
  const before = factsOf('comparedWith: [route, claims, route]\n')
  const anchors = anchorsOf(before)
  const [, claims = -1, second = -1] = anchors

  it('stands at the same one of equal names, wherever that is now', () => {
    const now = factsOf('predecessor: intake\ncomparedWith: [route, claims, route]\n')
    const moved = anchorsOf(now).slice(1)
    const [first, last] = [claims, second].map((at) => stillThere([finding(at)], before, now)[0])
    assert.deepEqual([first?.at, last?.at], moved.slice(1))
    assert.deepEqual(last?.fixes[0]?.changes, [{ do: 'replace', at: moved[2], text: 'x' }])
  })

  it('is left out where the name is gone, and so is a change of it', () => {
    const now = factsOf('comparedWith: [route, claims]\n')
    assert.deepEqual(stillThere([finding(second)], before, now), [])
    const [kept] = stillThere([finding('file', second)], before, now)
    assert.deepEqual([kept?.at, kept?.fixes[0]?.changes], ['file', []])
  })
})

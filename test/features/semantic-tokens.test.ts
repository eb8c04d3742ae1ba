import assert from 'node:assert/strict'
import type { Range } from 'vscode-languageserver-types'
import { semanticTokens, tokenTypes } from '../../server/src/features/semantic-tokens.ts'
import { analysisOf } from '../support/check.ts'

const yaml = `stage: rollout # data
timeline: { start: 2026-02-02, end: 2026-02-30 }
gates:
  - stage: "data"
    decision: expand
    held: '2026-04-08'
    notes: 2026-04-08
owners:
  delivery: { covers: [deployment, kpis, nonsense] }
  sponsor: { name: rollout }
🚀: { stage: data }
`

const shown = (range?: Range): readonly string[] => {
  const { text, lines, ...rest } = analysisOf(yaml)
  const { data } = semanticTokens({ text, lines, ...rest }, range)
  let [line, character] = [0, 0]
  return Array.from({ length: data.length / 5 }, (_, index) => {
    const [down = 0, right = 0, length = 0, type = 0] = data.slice(index * 5)
    character = down === 0 ? character + right : right
    line += down
    const start = lines.offsetAt({ line, character })
    return `${line} ${text.slice(start, start + length)} ${tokenTypes[type]}`
  })
}

describe('semantic tokens', () => {
  it('are the stages, the days and the other words of the format', () => {
    assert.deepEqual(shown(), [
      '0 rollout pilotStage',
      '1 2026-02-02 pilotDate',
      '3 data pilotStage',
      '4 expand enumMember',
      '5 2026-04-08 pilotDate',
      '8 deployment enumMember',
      '8 kpis enumMember',
    ])
  })

  it('stay within a range', () => {
    assert.deepEqual(shown({ start: { line: 4, character: 0 }, end: { line: 5, character: 0 } }), [
      '4 expand enumMember',
    ])
  })
})

import type { BoardFinding } from '../engine/board/board.ts'
import { countsOf } from '../engine/counts.ts'
import { type Child, el, type MarkupElement, shown } from './markup.ts'
import { leading, type Seen, type Sight } from './sight.ts'
import { findingWords } from './words.ts'

/** All findings of a pilot, folded. */
export function found(sight: Sight, { pilot, key }: Seen): MarkupElement {
  return el(
    'details',
    { id: `f${key}` },
    el('summary', {}, findingWords(countsOf(pilot.findings))),
    el(
      'ul',
      {},
      pilot.findings.map((finding) => el('li', {}, findingText(sight, { key, pilot, finding }))),
    ),
  )
}

/** How many findings there are, and where the first of the weightiest stands. */
export function foundInShort({ pilot }: Seen): string {
  const { findings } = pilot
  const [first] = findings.toSorted((a, b) => weights[a.severity] - weights[b.severity])
  const words = findingWords(countsOf(findings))
  return first ? `${words}, as ${shown(first.rule)} in line ${first.at.line}` : words
}

const weights = { error: 0, warning: 1, info: 2 } as const

interface Found extends Pick<Seen, 'pilot' | 'key'> {
  readonly finding: BoardFinding
}

const severityWords = { error: 'Error', warning: 'Warning', info: 'Note' } as const

function findingText(sight: Sight, { key, pilot, finding }: Found): Child {
  const { severity, rule, message, at } = finding
  const place = `${shown(pilot.file)}:${at.line}`
  return [
    el('b', { class: severity }, severityWords[severity]),
    ` ${shown(message, 500)} `,
    el('code', {}, shown(rule)),
    ' ',
    sight.beside === 'editor'
      ? leading(sight, { key, at }, { class: 'place' }, `line ${at.line}`)
      : el('span', { class: 'place' }, place),
  ]
}

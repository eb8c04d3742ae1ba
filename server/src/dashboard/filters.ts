import type { BoardPilot } from '../engine/board/board.ts'
import { ofEach } from '../engine/once.ts'
import { stages } from '../engine/pilot/stages.ts'
import { compareTexts } from '../engine/text/compare.ts'
import { counted } from '../engine/text/counted.ts'
import { type Attributes, el, type MarkupElement, shown } from './markup.ts'
import type { Seen, Sight } from './sight.ts'
import { stageWord, verdicts, verdictWords } from './words.ts'

/** What pilots are chosen by. Each choice is known by its place in its list. */
const filterKeys = ['stage', 'verdict', 'owner', 'team'] as const

export type FilterKey = (typeof filterKeys)[number]

const NOBODY = 'Nobody'
const NO_TEAM = 'No team'

/** The choices, four lists that one can walk through by keyboard. */
export function filters(sight: Sight): MarkupElement {
  const choices = choicesOf(sight)
  const all = { stage: 'All stages', verdict: 'All verdicts', owner: 'All owners', team: 'All teams' }
  const labels = { stage: 'Stage', verdict: 'Verdict', owner: 'Owner', team: 'Team' }
  return el(
    'form',
    { class: 'filters', 'aria-label': 'Filters' },
    filterKeys.map((key) =>
      el(
        'div',
        {},
        el('label', { for: `by-${key}` }, labels[key]),
        el(
          'select',
          { id: `by-${key}`, 'data-by': key },
          [all[key], ...choices[key]].map((text) => el('option', {}, shown(text, 60))),
        ),
      ),
    ),
    el('button', { type: 'reset', class: 'reset' }, 'Show all'),
    el(
      'p',
      { id: 'chosen', role: 'status' },
      `${sight.board.pilots.length} of ${counted(sight.board.pilots.length, 'pilot')}`,
    ),
  )
}

/** What a pilot is chosen by, as the attributes of its row: its place in each list, from 1. */
export function chosenBy(sight: Sight, { pilot, key: own }: Seen): Attributes {
  const choices = choicesOf(sight)
  const values = valuesOf(pilot)
  const place = (key: FilterKey): number => choices[key].indexOf(values[key]) + 1
  return { 'data-p': own, 'data-by': filterKeys.map(place).join(',') }
}

type Choices = Readonly<Record<FilterKey, readonly string[]>>

/** Each row asks for them. */
const choicesOf = ofEach(({ board }: Sight): Choices => {
  const own = board.pilots.map(valuesOf)
  const sorted = (key: FilterKey, last: string): readonly string[] => {
    const names = [...new Set(own.map((each) => each[key]))]
    return names.sort((a, b) => Number(a === last) - Number(b === last) || compareTexts(a, b))
  }
  return {
    stage: stages.map(stageWord).filter((word) => own.some(({ stage }) => stage === word)),
    verdict: verdicts
      .map((each) => verdictWords[each])
      .filter((word) => own.some(({ verdict }) => verdict === word)),
    owner: sorted('owner', NOBODY),
    team: sorted('team', NO_TEAM),
  }
})

function valuesOf({ stage, verdict, owner, team }: BoardPilot): Readonly<Record<FilterKey, string>> {
  return {
    stage: stageWord(stage),
    verdict: verdictWords[verdict],
    owner: owner ?? NOBODY,
    team: team ?? NO_TEAM,
  }
}

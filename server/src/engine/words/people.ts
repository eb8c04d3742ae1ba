import { isPlaceholder } from './placeholder.ts'

/**
 * What a name in an owner's place really is. A family name such as Board, Group or Teams does not make a committee:
 * a group is named by a group word at its end or its beginning, together with words that no person is called by.
 */
export type NameKind = 'person' | 'people' | 'group' | 'vacancy'

export function kindOfName(name: string): NameKind {
  const text = name.trim().slice(0, 200)
  if (isPlaceholder(text) || VACANT.test(text)) return 'vacancy'
  if (isGroup(text)) return 'group'
  return isSeveral(text) ? 'people' : 'person'
}

/** The single people in a name that holds several. */
export function peopleIn(name: string): readonly string[] {
  return name.split(SEPARATOR).map((part) => part.trim()).filter((part) => part !== '')
}

const VACANT = /^(?:n\/?a|none|nobody|no one|vacant|vacancy|open|unassigned|unknown|various|multiple|someone|(?:to be|not yet) \p{L}+|new hire|open position)$/iu

/** Words that only groups are called by. */
const GROUP_ONLY = new Set(
  'committee council taskforce department dept division organisation organization crew guild squad tribe leadership management steering centre center office ops operations helpdesk service desk unit forum staff it hr pmo ai ml data digital innovation lab program programme project business analytics engineering transformation technology'.split(' '),
)

/** Group words that are family names as well. */
const GROUP_OR_NAME = new Set('board group team teams panel body chapter circle force'.split(' '))

const SEPARATOR = /\s*(?:,|;|\/|&|\+|\band\b|\bund\b|\bet\b)\s*/iu

function isGroup(text: string): boolean {
  const words = wordsOf(text.split(/,|\(/)[0] ?? text)
  const last = words.at(-1) ?? ''
  const first = words[0] ?? ''
  if (words.some((word) => GROUP_ONLY.has(word) && STRONG.has(word))) return true
  if (words.length === 1) return GROUP_ONLY.has(last) || GROUP_OR_NAME.has(last)
  if (GROUP_ONLY.has(last) || (GROUP_ONLY.has(first) && words.length > 1)) return true
  if (!GROUP_OR_NAME.has(last) && !GROUP_OR_NAME.has(first)) return false
  // "Sales Team" is a group, "Maria Board" a person: a given name in front decides.
  return words.some((word) => GROUP_ONLY.has(word) || FUNCTION.has(word)) || first === 'the'
}

/** Group words that decide wherever they stand. */
const STRONG = new Set('committee council taskforce department dept division leadership steering helpdesk'.split(' '))

/** What a team may be called after, and a person hardly ever. */
const FUNCTION = new Set(
  'sales marketing finance legal support product security platform planning logistics procurement purchasing quality supply chain customer plant warehouse production manufacturing executive advisory core task working review risk compliance governance change architecture design research field regional claims underwriting accounting payroll'.split(' '),
)

function isSeveral(text: string): boolean {
  // "Ortega, Luis" is one person written the other way round.
  if (/^[\p{L}'-]+,\s*[\p{L}'-]+\.?$/u.test(text)) return false
  // A qualification or a position behind a comma names nobody else.
  const parts = peopleIn(text.replace(/,\s*(?:PhD|MD|MBA|Jr\.?|Sr\.?|II|III|CPA|Esq\.?|[^,]*\b(?:manager|director|head|lead|chief|officer|vp|president|planner|analyst)\b.*)$/iu, ''))
  return parts.length > 1
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? []
}

import type { IsMeant } from '../engine/text/pattern.ts'

/** A set of characters in a pattern of Git's, such as `[a-z]`. */
export interface CharacterSet {
  readonly isMeant: IsMeant
  /** Where the pattern goes on. */
  readonly end: number
}

/** The set that begins at this bracket. Nothing for one that does not end, or names a class that is none. */
export function setAt(pattern: string, bracket: number): CharacterSet | undefined {
  const isNegated = '!^'.includes(pattern[bracket + 1] ?? ' ')
  let at = bracket + (isNegated ? 2 : 1)
  const members: IsMeant[] = []
  let before: string | undefined
  do {
    const member = memberAt(pattern, at, before)
    if (!member) return undefined
    members.push(member.isMeant)
    before = member.last
    at = member.end
  } while (pattern[at] !== ']')
  return {
    isMeant: (character) => character !== '/' && members.some((isMeant) => isMeant(character)) !== isNegated,
    end: at + 1,
  }
}

interface Member extends CharacterSet {
  /** A character with which a range can begin. */
  readonly last?: string
}

function memberAt(pattern: string, at: number, before: string | undefined): Member | undefined {
  const next = pattern[at + 1]
  if (pattern[at] === '-' && before !== undefined && next !== undefined && next !== ']') {
    const high = single(pattern, at + 1)
    return high && { isMeant: (each) => before <= each && each <= high.last, end: high.end }
  }
  return pattern.startsWith('[:', at) ? classAt(pattern, at) : single(pattern, at)
}

function single(pattern: string, at: number): (Member & { readonly last: string }) | undefined {
  const place = pattern[at] === '\\' ? at + 1 : at
  const meant = pattern[place]
  return meant === undefined ? undefined : { isMeant: (each) => each === meant, end: place + 1, last: meant }
}

function classAt(pattern: string, at: number): Member | undefined {
  const close = pattern.indexOf(']', at + 2)
  if (close === -1) return undefined
  const name = pattern.slice(at + 2, close)
  if (!name.endsWith(':')) return single(pattern, at)
  const expected = classes.get(name.slice(0, -1))
  return expected && { isMeant: (each) => expected.test(each), end: close + 1 }
}

/** Of letters in lower case, and of bytes. */
const classes: ReadonlyMap<string, RegExp> = new Map([
  ['alnum', /[0-9a-z]/],
  ['alpha', /[a-z]/],
  ['blank', /[ \t]/],
  ['cntrl', /[^ -~\x80-\xff]/],
  ['digit', /[0-9]/],
  ['graph', /[!-~]/],
  ['lower', /[a-z]/],
  ['print', /[ -~]/],
  ['punct', /[!-/:-@[-`{-~]/],
  ['space', /[ \t\n\r]/],
  ['upper', /[a-z]/],
  ['xdigit', /[0-9a-f]/],
])

import { isReadable } from '../analyze.ts'
import { lowerPilot } from '../pilot/lower.ts'
import { parse } from '../yaml/parse.ts'
import { type Commitments, commitmentsOf } from './commitments.ts'

/** What a text commits to; `undefined` for one that is over a limit, does not parse or is no pilot. Never throws. */
export function textToCommitments(text: string): Commitments | undefined {
  const syntax = parse(text)
  return isReadable(syntax) ? commitmentsOf(lowerPilot(syntax)) : undefined
}

import { isReadable } from '../analyze.ts'
import { type PilotSections, SectionedPilot, sectionsOf } from '../pilot/lower.generated.ts'
import { lowerPilot, wholeOf } from '../pilot/lower.ts'
import { type Divided, divide } from '../yaml/blocks.ts'
import { parse } from '../yaml/parse.ts'
import { type Commitments, commitmentsOf } from './commitments.ts'

/** Reads what a text commits to; `undefined` for one that is over a limit, does not parse or is no pilot. Never throws. */
export type ReadCommitments = (text: string) => Commitments | undefined

/** Of a single text. */
export const textToCommitments: ReadCommitments = (text) => {
  const syntax = parse(text)
  return isReadable(syntax) ? commitmentsOf(lowerPilot(syntax)) : undefined
}

/**
 * Reads one text after another. A revision of a pilot is much like the one before it: what stands in both is not read again, and
 * what nobody commits to not at all. Says the same as if each text were read by itself.
 */
export function commitmentsReader(): ReadCommitments {
  let before: { readonly divided: Divided; readonly sections: PilotSections } | undefined
  return (text) => {
    const divided = divide(text, before?.divided)
    if (!divided) return textToCommitments(text)
    // Where a value stands is of no interest here, so that a block which has only moved is the same.
    const entries = new Map(divided.parts.map(({ key, block }) => [key, block.entry]))
    const sections = sectionsOf((key) => entries.get(key), before?.sections)
    before = { divided, sections }
    return commitmentsOf(new SectionedPilot(sections, wholeOf(divided.syntax), (_, section) => section.value))
  }
}

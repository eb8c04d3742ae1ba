import { isReadable, understand } from '../analyze.ts'
import { type PilotSections, SectionedPilot, sectionsOf } from '../pilot/lower.generated.ts'
import { lowerPilot, wholeOf } from '../pilot/lower.ts'
import { asMeant } from '../schema/as-meant.ts'
import { checkEntries, type Said } from '../schema/check.ts'
import { ownKeysIn } from '../suppress.ts'
import { changedIn, type Divided, divide } from '../yaml/blocks.ts'
import { type Commitments, commitmentsOf } from './commitments.ts'

/**
 * Reads what a text commits to, as its author means it, since that is what it is compared with; `undefined` for one that is over a
 * limit, does not parse or is no pilot. Never throws.
 */
export type ReadCommitments = (text: string) => Commitments | undefined

/** Of a single text. */
export const textToCommitments: ReadCommitments = (text) => {
  const { syntax, pilot } = understand({ text })
  return isReadable(syntax) ? commitmentsOf(pilot) : undefined
}

/** What is known of a text when the next one is read. */
interface Before {
  readonly divided: Divided
  readonly sections: PilotSections
  readonly said: Said
}

/**
 * Reads one text after another. A revision of a pilot is much like the one before it: what stands in both is not read again, and
 * what nobody commits to not at all. Says the same as if each text were read by itself.
 */
export function commitmentsReader(): ReadCommitments {
  let before: Before | undefined
  return (text) => {
    const divided = divide(text, before?.divided)
    const root = divided?.syntax.root
    if (!divided || root?.kind !== 'mapping') return textToCommitments(text)
    // Where a value stands is of no interest here, so that a block which has only moved is the same.
    const entries = new Map(divided.parts.map(({ key, block }) => [key, block.entry]))
    const sections = sectionsOf((key) => entries.get(key), before?.sections)
    const changed = new Set(changedIn(divided, before?.divided))
    const known = new Map([...(before?.said ?? [])].filter(([key]) => entries.has(key) && !changed.has(key)))
    const { findings, said } = checkEntries(root, known, ownKeysIn(divided.syntax))
    before = { divided, sections, said }
    const meant = asMeant(root, findings)
    if (meant !== root) return commitmentsOf(lowerPilot({ text, root: meant }))
    return commitmentsOf(new SectionedPilot(sections, wholeOf(divided.syntax), (_, section) => section.value))
  }
}

import type { Analysis } from '../analyze.ts'
import { atOnce } from './analyze-portfolio.ts'
import {
  type Around,
  membersOf,
  neighboursOf,
  type PortfolioFile,
  unreadIn,
  whatItSays,
} from './check-portfolio.ts'
import { type Extract, extract, type Places } from './facts.ts'
import type { Neighbours } from './neighbours.ts'
import { withPortfolio } from './place.ts'

/** Files of which one after the other is edited, each beside the others as they are by then: it says what `checkPortfolio` would. */
export class EditedFiles {
  readonly #neighbours: Neighbours
  readonly #extracts: Map<string, Extract>

  constructor(files: readonly PortfolioFile[], around: Around) {
    const members = membersOf(files)
    this.#extracts = new Map(members.map(({ file, facts, places }) => [file, { facts, places }]))
    this.#neighbours = neighboursOf(members, { ...around, unread: unreadIn(files, around) })
  }

  /** Takes a file as it is from now on, until it is given as another. */
  take({ file, analysis, extract: known }: PortfolioFile): void {
    if (!this.#extracts.has(file) || !analysis.readable) return
    const { facts, places } = known ?? extract(analysis.pilot, analysis.syntax)
    this.#extracts.set(file, { facts, places })
    this.#neighbours.take(file, facts)
  }

  /** The same, and its analysis with what concerns all pilots. */
  with(edited: PortfolioFile): Analysis {
    this.take(edited)
    const { file, analysis, circumstances } = edited
    const known = this.#extracts.get(file)
    if (!known || !analysis.readable) return analysis
    const { facts, places } = known
    atOnce(this.#neighbours.ask())
    const placesOf = (other: string): Places | undefined => this.#extracts.get(other)?.places
    const said = whatItSays(this.#neighbours.analysis(file), { file, facts })
    return withPortfolio(analysis, { ...said, places, placesOf }, circumstances)
  }
}

import type { Analysis } from '../engine/analyze.ts'
import type { PortfolioAnalysis } from '../engine/portfolio/analyze-portfolio.ts'
import { whatItSays } from '../engine/portfolio/check-portfolio.ts'
import { extract } from '../engine/portfolio/facts.ts'
import { type PlacesOf, withPortfolio } from '../engine/portfolio/place.ts'
import { stillThere } from '../engine/portfolio/still-there.ts'
import type { Member } from './portfolio.ts'

/** The analysis of a member that cannot be read at the moment, with what was said of it among the others and still stands there. */
export function heldAmong(
  portfolio: PortfolioAnalysis,
  { file, facts: before, places: old, circumstances }: Member,
  analysis: Analysis,
  placesOf: PlacesOf,
): Analysis {
  const { facts, places } = extract(analysis.pilot, analysis.syntax)
  const said = whatItSays(portfolio, { file, facts: before })
  const findings = stillThere(said.findings, before, facts).filter(
    ({ at }) => typeof at === 'number' || !old[at] === !places[at],
  )
  return withPortfolio(analysis, { ...said, findings, places, placesOf, isHeld: true }, circumstances)
}

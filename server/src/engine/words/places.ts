import { wordSet } from './word-set.ts'

/**
 * Whether a word is where a position is held: `Filialleiterin Köln`, `Regional Director EMEA`. Nearly all of them are names as
 * well, so a position has to stand in front. Cities that more people than positions are called by are left out: Valencia, Houston.
 */
export function isWhere(word: string): boolean {
  const small = word.toLowerCase()
  return places.has(small) || (regionWords.has(small) && small !== 'west')
}

/** Regions that follow a position: what stands behind `Head of Sales` is one of them, or a name. */
export const regionWords: ReadonlySet<string> = wordSet(
  'africa america americas apac asia australia benelux central dach east eastern emea europe european',
  'france germany india international latin middle new nordics north northern pacific south southern uk us',
  'usa west western worldwide',
)

/** Beside places the quarters of the sky, which are family names as well. */
const places: ReadonlySet<string> = wordSet(
  'deutschland österreich schweiz nord süd ost mitte nordost nordwest südost südwest sud ouest norte oeste',
  'berlin hamburg münchen köln frankfurt stuttgart düsseldorf leipzig dortmund essen bremen dresden',
  'hannover nürnberg duisburg bonn münster mannheim karlsruhe mainz',
  'kiel lübeck rostock freiburg wien vienna graz linz salzburg zürich',
  'basel bern paris lyon marseille toulouse bordeaux nantes lille strasbourg nice',
  'genève bruxelles montreal london manchester birmingham leeds liverpool bristol',
  'glasgow edinburgh dublin boston chicago denver seattle atlanta detroit philadelphia york',
  'toronto singapore mumbai bangalore amsterdam rotterdam utrecht milano madrid',
  'barcelona bilbao málaga bogotá monterrey españa méxico',
)

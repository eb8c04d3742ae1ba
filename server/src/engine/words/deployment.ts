import { wordsIn } from '../text/letters.ts'
import { wordSet } from './word-set.ts'

/**
 * Whether a text names only a date or a deployment: nothing is left of it without dates, numbers and the words in which
 * systems go live and people get access. A text in which anyone does anything has more words.
 */
export function isOnlyDeployment(text: string): boolean {
  const words = wordsIn(text.slice(0, LONGEST).toLowerCase())
  return words.length > 0 && words.every((word) => NUMBER.test(word) || DEPLOYMENT.has(word))
}

const LONGEST = 2_000

/** Parts of dates and versions: `2026`, `Q3`, `v2`, `30th`. */
const NUMBER = /^(?:q|v|kw|cw|h)?\d+(?:st|nd|rd|th)?$/

const DEPLOYMENT = wordSet(
  'deploy deployed deploying deployment release released launch launched launching install installed installation',
  'roll rolled rollout out live go goes going gone went golive cutover switch switched turned activated migrated hosted shipped',
  'production prod productive operation operational server servers cluster cloud azure aws gcp kubernetes environment infrastructure platform',
  'system systems model models tool app application service software solution version feature features pipeline api endpoint ai',
  'available running runs run up ready complete completed completely done finished fully successfully finally stable signed off integrated',
  'all every each everyone everybody staff employees user users team teams have has access can log login logins account accounts',
  'licence licences license licenses enabled provisioned given laptop laptops pc pcs desktop desktops phone phones tablet tablets',
  'device devices computer computers browser site sites location locations store stores branch branches plant plants',
  'office offices department departments region regions country countries',
  'ist sind wird ab am im die der das den alle allen produktion produktiv betrieb läuft modell filialen en mise déployé le la les est système modèle producción desplegado sistema',
  'the a an it this we our is are be been being will was for to in into on onto by at from until before after of and or as with end mid early late start beginning',
  'january february march april may june july august september october november december',
  'jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn fall winter quarter year month week date',
  'monday tuesday wednesday thursday friday',
)

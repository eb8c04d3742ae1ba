import { longWordsIn, withLetters } from '../text/letters.ts'
import { type WordList, wordList } from './word-list.ts'
import { wordSet } from './word-set.ts'

/**
 * Whether a metric counts what people do with what the pilot gives them: `Orders placed with the forecast`, `Part des commandes
 * passées avec la prévision`. What it gives is called by a common word, or by one of the pilot's own, as is its tool.
 */
export function isWorkedWith(metric: string, own: string): boolean {
  const text = metric.slice(0, 200).toLowerCase()
  if (misses.find(text)) return false
  if (acts.find(text) && OUTPUT.test(text)) return true
  const names = new Set(longWordsIn(own.slice(0, 400).toLowerCase()))
  const isNamed = ([, behind = '']: readonly string[]): boolean =>
    OUTPUT.test(behind) || longWordsIn(behind).some((word) => names.has(word))
  if ([...text.matchAll(WITH(text))].some(isNamed)) return true
  return !UNTIL.test(text) && [...text.matchAll(FROM(text))].some(([, behind = '']) => OUTPUT.test(behind))
}

/** With the few words behind it. */
const WITH = behind('with|via|mit|mittels|anhand|avec|con|met')
const FROM = behind(
  'from|aus|nach|laut|partir|depuis|desde|según|dalla|dal|uit|vanuit|volgens|basis|base|based|grundlage',
)

function behind(words: string): ReturnType<typeof withLetters> {
  return withLetters(
    ({ letters }) => `(?<![${letters}])(?:${words})(?![${letters}])((?:[\\s'’-]+[${letters}]+){1,4})`,
    'g',
  )
}

/** From a draft to the signature is a time, and no use. */
const UNTIL = /\s(?:to|until|bis|jusqu|hasta|fino|tot)(?!\p{L}{3})/u

/** How words begin for what an AI hands to people. */
const OUTPUT =
  /(?:^|[\s'’-])(?:ai|ki|ia|bot|tool|outil)(?!\p{L})|chatbot|copilot|assist|asistent|forecast|predic|prognosen?(?!\p{L})|pr[eé]visi|propos|propuest|suggest|suggeri|suger|draft|brouillon|borrador|bozz|entw[uü]rf|concept|(?:rec|racc)om+[ae]nd|empf[eo]hl|aanbevel|vor(?:ge)?schl[aä]g|voor(?:ge)?ste|voorspel|ranked|werkzeug|herramienta|strument/u

/** What people do with it, in so many words: `Angenommene Vorschläge`, `Calls on which the adviser opened the draft`. */
const acts: WordList = wordList([
  ...wordSet(
    'accepted confirmed opened followed adopted unchanged angenommen* übernommen* bestätigt* unverändert*',
    'befolgt* accepté* suivi suivie suivis suivies validé* retenu* confirmé* aceptad* confirmad* seguid*',
    'accettat* confermat* seguit* overgenomen geaccepteerd* gevolgd*',
  ),
])

/** Beside them it is a number of what went wrong, or an opinion. */
const misses: WordList = wordList([
  ...wordSet(
    'deviat* difference* error* wrong* variance gap complain* problem* satisf* abweich*',
    'fehler* differenz* zufried* écart* erreur* desviaci* insatisf* scostament* soddisf*',
    'afwijk* fout fouten falsch* tevreden* happy accuracy cost',
  ),
])

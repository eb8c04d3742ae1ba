import { type WordList, wordList } from './word-list.ts'

/** Whether a metric is about the business or about the system, by its words; `undefined` where they do not tell. */
export function metricKind(metric: string): 'business' | 'technical' | undefined {
  const business = businessWords.find(metric) !== undefined
  if (accuracyOfWork.find(metric)) return modelWords.find(metric) ? undefined : 'business'
  if (isOfSystem(metric)) return business ? undefined : 'technical'
  const ofBusiness = business && !runningTimes.find(metric) && !systemWords.find(metric)
  return ofBusiness ? 'business' : undefined
}

function isOfSystem(metric: string): boolean {
  if (technicalWords.find(metric) || MEASURE_ALONE.test(lettersOf(metric))) return true
  if (scores.find(metric)) return modelWords.find(metric) !== undefined
  return runningTimes.find(metric) !== undefined && softwareWords.find(metric) !== undefined
}

/** What measures the model or the software, and no result of the business. */
const technicalWords: WordList = wordList([
  ...['f1*', 'f score', 'auc', 'roc', 'precision and recall', 'recall and precision', 'perplexity', 'rmse'],
  ...['model sensitivity', 'sensitivity of the model', 'model quality', 'model error*'],
  ...['model performance', 'modellg*', 'latenc*', 'latenz*', 'auroc', 'nutzerzufriedenheit', 'inference*'],
  ...['response time of the model', 'response time of the api', 'api response time*'],
  ...['tokens', 'hallucination*', 'confidence score*', 'word error rate', 'wer', 'bleu'],
  ...['groundedness'],
  ...['user satisfaction', 'satisfaction of users', 'benchmark score*', 'uptime of the service'],
  ...['uptime of the * service', 'service uptime', 'availability of the service', 'service availability'],
  ...['uptime of the system', 'system uptime', 'availability of the system', 'system availability'],
  ...['uptime of the model', 'model uptime', 'availability of the model', 'model availability'],
])

/** Technical of a model. Payrolls are accurate as well, fillings precise, and patients recalled. */
const scores: WordList = wordList([
  ...['accuracy', 'precision', 'recall', 'specificity', 'mape', 'processing speed', 'genauigkeit'],
  ...['trefferquote', 'précision', 'precisión', 'exactitud*', 'precisione', 'nauwkeurigheid'],
])

/** Technical of software. Nurses and spare parts are available as well, and presses are up. */
const runningTimes: WordList = wordList(['uptime', 'availability'])

const softwareWords: WordList = wordList([
  ...['software', 'api', 'app', 'application', 'applications', 'server', 'servers', 'database', 'website'],
  ...['portal', 'dashboard', 'endpoint*', 'chatbot*', 'bot', 'copilot', 'llm', 'ai'],
])

/** A measure of which nothing is said: `Accuracy`, `Uptime > 99 %`. */
const MEASURE_ALONE =
  /^(?:overall |average |mean )?(?:accuracy|precision|recall|mape|processing speed|uptime|availability|genauigkeit|précision|precisión|exactitud)$/i

function lettersOf(metric: string): string {
  return metric
    .slice(0, 200)
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()
}

/** Accuracy of what people work with, and no accuracy of a model. */
const accuracyOfWork: WordList = wordList([
  ...['forecast accuracy', 'forecasting accuracy', 'accuracy of the forecast', 'accuracy of forecasts'],
  ...['plan accuracy', 'planning accuracy', 'schedule accuracy', 'inventory accuracy', 'stock accuracy'],
  ...['order accuracy', 'pick* accuracy', 'billing accuracy', 'invoice accuracy', 'delivery accuracy'],
  ...['shipment accuracy', 'count accuracy', 'estimate accuracy'],
])

/** Results that a business pays for or is paid for. */
const businessWords: WordList = wordList([
  ...['cost', 'costs', 'saving*', 'revenue', 'sales', 'margin*', 'profit*', 'overtime', 'penalt*'],
  ...['write off*', 'refund*', 'churn', 'complaint*', 'rework', 'scrap', 'returns', 'backlog'],
  ...['late deliver*', 'on time deliver*', 'stockout*', 'processing time', 'resolution time'],
  ...['handling time', 'cycle time', 'lead time', 'turnaround time', 'waiting time', 'hours spent'],
  ...['hours per *', 'minutes per *', 'resolved without', 'unassisted resolution', 'compliance incident*'],
])

/** With these beside it an accuracy is that of a model, and even that of a forecast may be. */
const modelWords: WordList = wordList([
  ...['model', 'models', 'algorithm*', 'classifier*', 'ai', 'ml', 'llm', 'ocr', 'chatbot*', 'test set', 'ki'],
  ...['modell*', 'modèle*', 'modelo*', 'klassifi*', 'clasifi*', 'erkennung*'],
  ...['detection*', 'classification*', 'extraction*', 'recognition', 'prediction*', 'transcription*'],
])

/** With these beside it, a cost or a time is one of the system. */
const systemWords: WordList = wordList([
  ...['model*', 'inference*', 'token', 'tokens', 'api', 'server*', 'gpu', 'compute', 'cloud', 'query'],
  ...['queries', 'prompt*', 'system', 'algorithm*', 'software', 'batch'],
])

/** What people say after a demo: no two of them would read the same number. */
export const impressions: WordList = wordList([
  ...['love', 'loves', 'loved', 'like it', 'likes it', 'impressed', 'impressive', 'happy', 'happier'],
  ...['excited', 'enthusias*', 'good demo', 'great demo', 'demo went well', 'well received'],
  ...['positive feedback', 'good feedback', 'wow', 'promising', 'seamless*', 'better', 'improved'],
  ...['improve', 'improves', 'improvement', 'easier', 'works well', 'mögen', 'lieben', 'gefällt'],
  ...['begeistert', 'aiment', 'adorent', 'les gusta', 'les encanta', 'besser', 'mieux', 'meglio', 'beter'],
  ...['zufrieden', 'zufriedene', 'zufriedener', 'zufriedenen', 'satisfait', 'satisfaite', 'satisfaits'],
  ...['satisfaites', 'satisfech*', 'soddisfatt*', 'tevreden', 'satisfeit*'],
])

/** What people feel or tell each other, in the place of the system or the report from which a number is read. */
export const hearsay: WordList = wordList([
  ...['gut feel*', 'anecdot*', 'hearsay', 'word of mouth', 'bauchgefühl'],
])

/** What says that something is tried, and not what counts as success. */
export const trials: WordList = wordList([
  ...['test whether', 'test if', 'evaluate', 'evaluating', 'evaluation of', 'explore', 'exploring'],
  ...['feasibility', 'learn about', 'learn whether', 'learn how', 'assess', 'assessing', 'find out'],
  ...['see whether', 'see if', 'try out', 'proof of concept'],
])

/**
 * Words of quantity: with one of them a metric says what is counted, however it begins. Trap: a quote is an offer in English, and temps
 * are helpers.
 */
export const quantities: WordList = wordList([
  ...['time', 'hours', 'minutes', 'days', 'weeks', 'cost', 'costs', 'rate', 'rates', 'share', 'number of'],
  ...['count', 'per', 'percent', 'percentage', 'score', 'ratio', 'revenue', 'savings', 'volume', 'amount'],
  ...['spend', 'anteil', 'anteile', 'quote der', 'quote des', 'quote von', 'quote zufriedene*', 'zahl'],
  ...['anzahl', 'prozent', 'kosten', 'zeit', 'stunden', 'minuten', 'tage', 'je tag', 'je woche', 'je monat'],
  ...['pro tag', 'pro woche', 'pro monat', 'taux', 'part des', 'part du', 'nombre', 'coût', 'temps de'],
  ...['temps d', 'temps moyen', 'temps passé', 'durée', 'tasa', 'porcentaje', 'número', 'coste', 'costo'],
  ...['tiempo', 'tasso', 'percentuale', 'numero', 'tempo', 'aandeel', 'aantal', 'tijd', 'percentagem'],
  ...['taxa', 'custo'],
])

/** Use by people. Trap: fuel, energy and paper are used as well. */
export const usage: WordList = wordList([
  ...['use', 'uses', 'used', 'using', 'usage', 'adoption', 'adopt', 'adopted', 'adopters'],
  ...['users', 'logins', 'logged with', 'work from', 'works from', 'working from', 'worked with'],
  ...['work with', 'open it', 'opens it', 'who open', 'daily active', 'weekly active', 'monthly active'],
  ...['from proposals', 'answered with', 'closed with', 'written with'],
  ...['from suggestions', 'from the proposal*', 'from the suggestion*', 'from the draft*'],
  ...['from the recommendation*', 'acceptance of', 'acceptance rate'],
  ...['akzeptanzquote', 'annahmequote', 'taux d acceptation', "taux d'acceptation", 'tasa de aceptación'],
  ...['tasso di accettazione'],
  ...['anwender', 'genutzt*', 'nutzen', 'nutzer*', 'nutzt', 'nutzung', 'verwenden', 'verwendet'],
  ...['nutzungsquote*', 'nutzungsrate*', "taux d'utilisation", 'usano', 'utilizzano', 'utente', 'utenti'],
  ...['gebruiken', 'gebruiker', 'gebruikers', 'gebruikt', 'usam', 'utilizam', 'usuári*', 'utilizador*'],
  ...['usan', 'uso', 'usuari*', 'utilisateur*', 'utilisatrice*', 'utilisent', 'utilisé*', 'utilizan'],
])

const consumed: readonly string[] = [
  ...['antibiotic', 'bed', 'blood', 'chemical', 'compute', 'cpu', 'drug', 'equipment', 'fertiliser'],
  ...['fertilizer'],
  ...['gpu', 'machine', 'medication', 'memory', 'opioid', 'oxygen', 'packaging', 'pesticide', 'plastic'],
  ...['restraint', 'room', 'storage', 'vehicle'],
]

export const usageOfThings: WordList = wordList([
  ...['fuel us*', 'energy us*', 'water us*', 'paper us*', 'land us*', 'power us*', 'electricity us*'],
  ...['gas us*', 'material us*', 'space us*', 'use of fuel', 'use of energy', 'use of water'],
  ...['use of paper', 'use of material*', 'use case*', 'used parts'],
  ...['use of antibiotics', 'use of force', 'use of machines', 'use of opioids', 'use of restraints'],
  ...consumed.flatMap((thing) => [`${thing} use`, `${thing} usage`]),
])

/** Names of errors, of which there is never none. Accidents and breaches are left out: zero is the right target for them. */
export const errors: WordList = wordList([
  ...['error*', 'mistake*', 'defect*', 'failure*', 'false alarm*', 'false positive*', 'false negative*'],
  ...['misses', 'missed', 'wrong', 'wrongly', 'incorrect*', 'rework', 'hallucination*', 'exceptions'],
  ...['complaint*', 'misclassif*'],
])

/** Metrics without a target say it in words. */
export const perfect: WordList = wordList([
  ...['zero errors', 'no errors', 'without errors', 'error free', 'zero defects', 'zero mistakes'],
  ...['no mistakes', 'flawless*', 'all cases', 'every case', 'all edge cases', 'every edge case'],
  ...['all exceptions'],
])

/** Shares that may well be near 100 %, or above it. */
export const boundless: WordList = wordList([
  ...['uptime', 'availability', 'available', 'return', 'roi', 'growth', 'increase', 'revenue', 'sales'],
  ...['margin', 'productivity'],
])

/** Operational numbers, by which production is judged day by day. */
export const operational: WordList = wordList([
  ...['uptime', 'availability', 'available', 'latency', 'response time', 'error rate', 'failed runs'],
  ...['ready by', 'ready within', 'ready when', 'incident*', 'time to restore', 'outage*', 'downtime'],
  ...['freshness'],
])

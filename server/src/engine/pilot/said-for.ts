import { plainName } from '../text/plain-name.ts'
import type { Entry } from '../yaml/node.ts'
import { isDate } from './dates.ts'

/**
 * Whether people say another word for a key of the format, and mean it here: a number is where something stands or shall stand,
 * and a text is when or why something happens.
 */
export function isSaidFor(known: string, entry: Pick<Entry, 'key' | 'value'>): boolean {
  if (!WORDS.get(known)?.test(plainName(entry.key))) return false
  // Only now: what is asked for a value that cannot be read knows nothing.
  const value = entry.value.kind === 'scalar' ? entry.value.value : undefined
  if (known !== 'baseline' && known !== 'target') return typeof value === 'string'
  return (
    typeof value === 'number' || (typeof value === 'string' && /^\W{0,3}\d/.test(value) && !isDate(value))
  )
}

/** Whether a key says where a number stands or shall stand, which may be one of days. */
export function saysLevel(key: string): boolean {
  return ['baseline', 'target'].some((each) => WORDS.get(each)?.test(plainName(key)))
}

const WORDS: ReadonlyMap<string, RegExp> = new Map([
  [
    'baseline',
    /^(?:(?:baseline|current|initial|start|ist)(?:value|level|wert)?|asis|begin|from|heute|now|today|actuel|atual)$/,
  ],
  [
    'target',
    /^(?:(?:target|goal|soll|ziel)(?:value|level|wert)?|cible|doel|meta|objecti(?:f|ve|vo)|to|tobe)$/,
  ],
  ['start', /^(?:begin(?:n|ning)?|from|in[ií]cio|d[eé]but)$/],
  ['productionBy', /^golive$/],
  ['because', /^(?:grund|raison|reason|why)$/],
  ['end', /^(?:finish|fine?|fim|to|until)$/],
])

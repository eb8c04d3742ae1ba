import { limits } from '../yaml/limits.ts'

/** A message that an editor can show: what it quotes at length is cut first, so that the advice behind it stays. */
export function brief(message: string): string {
  if (message.length <= limits.message) return message
  const short = message.replace(QUOTED, (_, start: string) => `"${whole(start)}…"`)
  return short.length <= limits.message ? short : `${whole(short.slice(0, limits.message - 1))}…`
}

/** The first of too many characters between quotes. */
const QUOTED = /"([^"]{80})[^"]+"/g

/** Without the first half of a pair at the end. */
function whole(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/, '')
}

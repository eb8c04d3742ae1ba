/** Whether a text only holds the place of one that is still to come: `TBD`, `???`, `____`, a template's own `TODO …`. */
export function isPlaceholder(text: string): boolean {
  const short = text.trim().slice(0, 200)
  if (!BEGINNINGS.includes(short.charAt(0))) return false
  return TEMPLATE.test(short) || WORDS.test(short) || SIGNS.test(short)
}

/** How all of them begin: nearly every text of a file is asked about, and is none. */
const BEGINNINGS = 'tTfFxXlLsS?_.…-'
/** Only in capitals: "Todo list in the wiki" is a thing. */
const TEMPLATE = /^TODO\b/
const WORDS =
  /^(?:tbd|tbc|tba|todo|fixme|xxx+|lorem\b.*|see above|to be (?:defined|decided|determined|confirmed|named|announced))[.!?]?$/is
const SIGNS = /^(?:\?+|_{2,}|\.{3,}|…|-{1,3})$/

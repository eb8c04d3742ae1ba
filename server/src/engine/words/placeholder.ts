/** Whether a text only holds the place of one that is still to come: `TBD`, `???`, `____`, a template's own `TODO …`. */
export function isPlaceholder(text: string): boolean {
  const short = text.trim().slice(0, 200)
  return TEMPLATE.test(short) || WORDS.test(short) || SIGNS.test(short)
}

/** Only in capitals: "Todo list in the wiki" is a thing. */
const TEMPLATE = /^TODO\b/
const WORDS =
  /^(?:tbd|tbc|tba|todo|fixme|xxx+|lorem\b.*|see above|to be (?:defined|decided|determined|confirmed|named|announced))[.!?]?$/is
const SIGNS = /^(?:\?+|_{2,}|\.{3,}|…|-{1,3})$/

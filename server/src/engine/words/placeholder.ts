/** Whether a text only holds the place of one that is still to come: `TBD`, `???`, `____`, a template's own `TODO …`. */
export function isPlaceholder(text: string): boolean {
  const short = text.trim().slice(0, 200)
  return /^(?:TODO\b.*|(?:tbd|tbc|tba|todo|fixme|xxx+|lorem\b.*|see above|to be (?:defined|decided|determined|confirmed|named|announced)|\?+|_{2,}|\.{3,}|…|-{1,3})[.!]?)$/isu.test(short)
}

/** Orders texts by their code units: on every machine alike, whatever its language. Dates come in the order of time. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

/** A number of things, as a sentence has it: `1 pilot`, `2 pilots`. */
export function counted(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`
}

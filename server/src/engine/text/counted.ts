/** A number of things, as a sentence has it: `1 pilot`, `2 pilots`. */
export function counted(number: number, thing: string, things = `${thing}s`): string {
  return `${number} ${number === 1 ? thing : things}`
}

/** The words of some lines: written like this they weigh less in the programs than one by one. */
export function wordSet(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.join(' ').split(' '))
}

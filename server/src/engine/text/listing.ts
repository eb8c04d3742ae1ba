/** The items in a row as a sentence has them: `a`, `a and b`, `a, b and c`. */
export function listing(items: readonly string[]): string {
  const last = items.at(-1) ?? ''
  return items.length > 1 ? `${items.slice(0, -1).join(', ')} and ${last}` : last
}

/** The first of many items in a row, and how many more there are: `a, b and 7 more`. */
export function shortListing(items: readonly string[], most: number): string {
  const rest = items.length - most
  return rest > 0 ? listing([...items.slice(0, most), `${rest} more`]) : listing(items)
}

/** Jurisdictions that reach into others: the codes of their members, as of 2026-11-20. */
export const unions: Readonly<Record<string, readonly string[]>> = {
  EU: 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
}

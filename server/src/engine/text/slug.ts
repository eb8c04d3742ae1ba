/** Letters of the Latin script that do not come apart into a plain one and its mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
}

/** A text in small letters, of which those of the Latin script have no accents. */
export function plainLetters(text: string): string {
  return text
    .toLowerCase()
    .replace(/[ßæœøđðłþı]/g, (letter) => LETTERS[letter] ?? '')
    .normalize('NFKD')
    .replace(/\p{M}|['’]/gu, '')
}

/**
 * A short name from a text: small Latin letters, digits and single hyphens, at most `most` characters and cut between
 * words where that is possible. Empty when the text holds none of them.
 */
export function slugOf(text: string, most = 60): string {
  const slug = (plainLetters(text).match(/[a-z0-9]+/g) ?? []).join('-')
  if (slug.length <= most) return slug
  const cut = slug.slice(0, most + 1)
  const end = cut.lastIndexOf('-')
  return end > most / 2 ? cut.slice(0, end) : slug.slice(0, most).replace(/-$/, '')
}

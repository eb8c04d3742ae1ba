/** Equal for two ways to write one name: case, blanks, hyphens and underscores do not count. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, '')
}

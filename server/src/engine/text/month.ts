/** The number of a month, from 1, by its English name or the first letters of that: `January`, `jan`, `Sept`. */
export function monthNamed(text: string): number | undefined {
  const name = text.toLowerCase().replace(/^sept$/, 'sep')
  const index = MONTHS.findIndex((each) => each.startsWith(name) && (name.length === 3 || name === each))
  return index < 0 ? undefined : index + 1
}

const MONTHS = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september'],
  ...['october', 'november', 'december'],
]

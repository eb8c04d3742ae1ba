import type { Language } from './tree-node.ts'

/** What is wrong with a date that somebody types; `undefined` for one that exists, and for none. */
export function dateProblem(text: string, l10n: Language): string | undefined {
  if (text === '') return undefined
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text))
    return l10n.t('Write the date as year, month and day, such as {0}.', '2026-11-20')
  const time = Date.parse(`${text}T00:00:00Z`)
  const exists = !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
  return exists ? undefined : l10n.t('There is no day {0}.', text)
}

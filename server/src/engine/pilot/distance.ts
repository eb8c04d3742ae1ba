import { daysBetween, type IsoDate, inWords } from './dates.ts'

/** How far a day is away, as people say it; a day that is missed is `overdue`. */
export function distance(date: IsoDate, today: IsoDate, canBeMissed: boolean): string {
  const days = daysBetween(today, date)
  if (days === 0) return 'today'
  if (days > 0) return `in ${inWords(days)}`
  return `${inWords(days)} ${canBeMissed ? 'overdue' : 'ago'}`
}

import { grouped } from '../text/grouped.ts'

/** An amount as people read it: `88,000 USD`. */
export function money(amount: number, currency: string): string {
  return `${grouped(amount)} ${currency}`
}

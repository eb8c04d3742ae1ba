/** An amount as people read it: `88,000 USD`. */
export function money(amount: number, currency: string): string {
  return `${number.format(amount)} ${currency}`
}

const number = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 })

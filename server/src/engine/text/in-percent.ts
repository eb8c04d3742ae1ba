/** A share as people read it: `41 %`. Never rounded up to the whole, which would say that a target is met. */
export function inPercent(share: number): string {
  const rounded = Math.round(share * 100)
  return `${rounded === 100 && share < 1 ? 99 : rounded} %`
}

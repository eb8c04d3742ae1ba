/** Whether a number can be calculated with, and its sums be shown: no pilot has more of anything, nor costs more. */
export function isCountable(value: number): boolean {
  return Math.abs(value) < TOO_LARGE
}

/** Above this the parts of a number get lost when it is added to another one, and its digits fill a line. */
const TOO_LARGE = 1e15

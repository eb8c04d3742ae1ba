/**
 * How Node.js runs the server. What was made for one answer is thrown away sooner (2 MB, where it is 16 by default), and V8 has two
 * threads to help it instead of four, each of which keeps memory for itself: an open pilot takes 0.2 MB instead of 0.5, and answers
 * come no later (docs/performance.md).
 */
export const serverFlags: readonly string[] = ['--max-semi-space-size=2', '--v8-pool-size=2']

/**
 * How Node.js runs the server. What was made for one answer is thrown away sooner (2 MB, where it is 16 by default); V8 has one thread
 * to help it instead of four, which keep memory for themselves and take turns with the answers on a small machine; and it compiles
 * each hot function without those that it calls, which takes a third less processor time (docs/performance.md).
 */
export const serverFlags: readonly string[] = [
  '--max-semi-space-size=2',
  '--v8-pool-size=1',
  '--max-inlined-bytecode-size-cumulative=0',
]

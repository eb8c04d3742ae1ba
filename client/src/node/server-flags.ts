/**
 * How Node.js runs the server. What was made for one answer is thrown away sooner (2 MB, where it is 16 by default): an open
 * pilot then takes 0.3 MB instead of 0.5, and no answer takes longer (docs/performance.md).
 */
export const serverFlags: readonly string[] = ['--max-semi-space-size=2']

/** What the process ends with. A contract with scripts: the numbers never change their meaning. */
export const exit = {
  clean: 0,
  findings: 1,
  /** The question was wrong: an unknown option, a path that is not there, a file that cannot be read. */
  usage: 2,
  /** The program was wrong. */
  crash: 3,
} as const

export type ExitCode = (typeof exit)[keyof typeof exit]

/** Ends a command with a message for the person who called it; the exit code is `usage`. */
export class UsageError extends Error {}

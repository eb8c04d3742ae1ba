import { rmSync } from 'node:fs'

/** The signals by which a person or a build server ends a program, and after which it can still do something. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Acts, and takes a file away if a signal ends the process meanwhile. */
export async function tidyWhenEnded(file: string, act: () => Promise<void>): Promise<void> {
  const end = (signal: NodeJS.Signals): void => {
    try {
      rmSync(file, { force: true })
    } finally {
      // Nobody listens any more, so that the process ends as it would have.
      process.kill(process.pid, signal)
    }
  }
  for (const signal of SIGNALS) process.once(signal, end)
  try {
    await act()
  } finally {
    for (const signal of SIGNALS) process.off(signal, end)
  }
}

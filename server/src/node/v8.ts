import { setFlagsFromString } from 'node:v8'

/** The newest version of V8 that knows these flags for sure: it complains about others. With a newer one a check is only slower. */
const NEWEST = 14

/**
 * Lets V8 compile each hot function without those that it calls, and with one of its compilers. A check runs thousands of small
 * functions: compiling them took a third of its processor time, and with newer versions half of its memory. That the code is
 * somewhat slower costs less (docs/performance.md). For the start of a program that checks many files.
 */
export function compileLess(): void {
  const version = Number.parseInt(process.versions.v8, 10)
  if (version > NEWEST) return
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=0')
  setFlagsFromString('--no-maglev')
  // Twice as much as usual, in bytes of what was run of a function. Newer versions count otherwise.
  if (version === 11) setFlagsFromString('--interrupt-budget=135000')
}

/** Lets no more than a fifth of what is in use lie about before it is thrown away; left alone, it is as much again and more. */
export function tidyOften(): void {
  setFlagsFromString('--heap-growing-percent=20')
}

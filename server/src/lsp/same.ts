import type { ReadResult } from '../engine/ports.ts'

/** Whether reading gave the same. */
export function isSame(a: ReadResult, b: ReadResult): boolean {
  return a.kind === 'text' && b.kind === 'text' ? a.text === b.text : a.kind === b.kind
}

import type { GateItem, PilotItem } from '../../../server/src/protocol/pilots.ts'

/** The gate that waits for its decision and is due first, in whatever order they are written. */
export function nextGate({ gates }: Pick<PilotItem, 'gates'>): GateItem | undefined {
  const open = gates.filter(({ state }) => state === 'due' || state === 'overdue')
  const [first] = open.sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1))
  return first
}

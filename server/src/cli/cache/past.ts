import { isCommitments } from '../../engine/history/commitments-shape.ts'
import type { KnownTexts, ReadText } from '../../engine/history/source.ts'
import { maybe, recordOf } from '../../engine/shape.ts'
import type { Io } from '../io.ts'
import { storedMemory } from './memory.ts'

/** Fewer texts are read before a file with results is. */
const WORTHWHILE = 50

const isReadText = recordOf<ReadText>({ commitments: maybe(isCommitments) })

/** What earlier runs have read of the texts in the past of a repository. */
export async function pastTexts(
  root: string,
  wanted: number,
  { cache }: Pick<Io, 'cache'>,
): Promise<KnownTexts | undefined> {
  if (wanted < WORTHWHILE) return undefined
  const head = `pilots-past 1 ${await cache.program()}`
  const memory = await storedMemory({ kind: 'past', place: root, head, shape: isReadText }, [], { cache })
  return {
    take: (id) => memory.take(keyOf(id)),
    put: (id, text) => memory.put(keyOf(id), JSON.stringify(text)),
    save: memory.save,
  }
}

/** An id of Git has 40 digits, or 64. */
function keyOf(id: string): string {
  return id.padEnd(64, '0')
}

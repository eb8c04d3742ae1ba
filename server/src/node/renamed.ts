import { groupBy } from '../engine/group-by.ts'
import { isKin, stemOf } from '../engine/history/heirs.ts'
import type { FileHistory } from '../engine/history/history.ts'
import { isAnother } from '../engine/history/parted.ts'
import type { ReadCommitments } from '../engine/history/read.ts'
import { renamesOf } from '../engine/history/renames.ts'
import type { ReadResult } from '../engine/ports.ts'
import type { Loose } from './loose.ts'

/** Also the files that are in no commit yet under the name that they have now. */
export function renamed(
  commitmentsIn: ReadCommitments,
  files: ReadonlyMap<string, FileHistory>,
  { added, gone }: Loose,
  contentOf: (uri: string) => ReadResult | undefined,
): ReadonlyMap<string, FileHistory> {
  const texts = [...gone].flatMap((each) => {
    const content = contentOf(each)
    return content?.kind === 'text' ? [[each, content.text] as const] : []
  })
  const former = new Map(texts)
  const alike = [...renamesOf(added, former)].filter(([to, from]) => {
    const [was, is] = [former.get(from), added.get(to)].map((text) => commitmentsIn(text ?? ''))
    return !was || !is || !isAnother(was, is)
  })
  const renames = new Map([...anew(added, texts, commitmentsIn), ...alike])
  const moved = [...renames].flatMap(([to, from]) => {
    const history = files.get(from)
    return history ? [[to, history] as const] : []
  })
  return moved.length === 0 ? files : new Map([...files, ...moved])
}

/** Of the new files those that have the name of one that is gone, and go on with its pilot. */
export function anew(
  added: Loose['added'],
  gone: readonly (readonly [uri: string, text: string])[],
  commitmentsIn: ReadCommitments,
): readonly (readonly [to: string, from: string])[] {
  const stems = new Set(Array.from(added.keys(), stemOf))
  // Files of one name may be those of many pilots, each in a folder of its own: each is read once.
  const former = groupBy(
    gone.flatMap(([uri, text]) => {
      const was = stems.has(stemOf(uri)) ? commitmentsIn(text) : undefined
      return was ? [{ uri, was }] : []
    }),
    ({ uri }) => stemOf(uri),
  )
  return Array.from(added, ([to, text]) => {
    const others = former.get(stemOf(to))
    const is = others && commitmentsIn(text)
    const kin = is ? others.filter(({ was }) => isKin(was, is)) : []
    const from = kin.find(({ was }) => was.name === is?.name) ?? kin[0]
    return from ? [[to, from.uri] as const] : []
  }).flat()
}

import { entryOf, type SyntaxNode } from '../yaml/node.ts'
import { placeAt } from '../yaml/path.ts'
import { nearest } from './suggest.ts'
import type { SchemaError } from './validate.generated.js'
import type { Vocabulary } from './vocabulary.ts'

type Path = readonly (string | number)[]

/**
 * Where the keys begin that are known in at least one of the places where an alias or a merge repeats them. Lists are left out:
 * they may hold thousands of blocks, which are all of one kind.
 */
export function knownKeys(root: SyntaxNode, words: Vocabulary): ReadonlySet<number> {
  const known = new Set<number>()
  collect(root, [])
  return known

  function collect(node: SyntaxNode, path: Path): void {
    if (node.kind !== 'mapping') return
    const block = words.blockAt(path)
    const keys = block === undefined ? [] : words.keysOf(block)
    for (const { key, keySpan, value } of node.entries) {
      if (keys.includes(key)) known.add(keySpan.start)
      collect(value, [...path, key])
    }
  }
}

/** Where the key begins that a complaint calls unknown. */
export function unknownKeyAt(root: SyntaxNode, path: Path, { params }: SchemaError): number | undefined {
  const { additionalProperty } = params
  const node = additionalProperty === undefined ? undefined : placeAt(root, path)?.node
  return node?.kind === 'mapping' ? entryOf(node, String(additionalProperty))?.keySpan.start : undefined
}

/** Whether a block holds none of the keys that another one knows, nor any like them: its own name only resembles that one's. */
export function isForeign(node: SyntaxNode | undefined, known: readonly string[]): boolean {
  if (node?.kind !== 'mapping' || node.entries.length === 0 || known.length === 0) return false
  return !node.entries.some(({ key }) => known.includes(key) || nearest(key, known) !== undefined)
}

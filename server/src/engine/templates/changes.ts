import type { Append, Change, Fix, Insert } from '../finding.ts'
import { type Block, isAbsent } from '../pilot/located.ts'
import { entryOf } from '../yaml/node.ts'
import { isOpen, type Template, type TemplateBlock } from '../yaml/template.ts'

/** Puts a value under a path of keys below a block; missing blocks in between are made. */
export function insertAt(into: Block, path: readonly string[], value: Template): Insert {
  return { do: 'insert', into, path, value }
}

/** Adds an item to the end of the list under a path of keys below a block; the list is made when it is missing. */
export function appendAt(into: Block, path: readonly string[], value: Template): Append {
  return { do: 'append', into, path, value }
}

/** The named fields of a block below another one, or the whole block where the file has none or an empty one. */
export function insertMissing(
  into: Block,
  name: string,
  { keys, whole }: { readonly keys: readonly string[]; readonly whole: TemplateBlock },
): readonly Change[] {
  if (isEmpty(into, name)) return [insertAt(into, [name], whole)]
  return keys.flatMap((key): readonly Change[] => {
    const value = whole[key]
    return value === undefined ? [] : [insertAt(into, [name, key], value)]
  })
}

/** Inserts those of the fields that the author left out of a block. */
export function fillAbsent(into: Block, fields: TemplateBlock): readonly Change[] {
  const absent = Object.entries(fields).filter(([key]) => isAbsent(into, key))
  return absent.map(([key, value]) => insertAt(into, [key], value))
}

/** A fix that is no more than a suggestion where it marks nothing to fill in: what it writes would be decided by nobody. */
export function insertion(title: string, changes: readonly Change[]): Fix {
  return { title, safe: false, suggestion: asksNothing(changes) || undefined, changes }
}

/** Whether nothing of what changes write is left to be filled in. */
export function asksNothing(changes: readonly Change[]): boolean {
  return !changes.some((change) => 'value' in change && isOpen(change.value))
}

function isEmpty(into: Block, name: string): boolean {
  const value = into.node && entryOf(into.node, name)?.value
  return isAbsent(into, name) || (value?.kind === 'mapping' && value.entries.length === 0)
}

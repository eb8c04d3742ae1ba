import { oneLine } from './tree-node.ts'

/** Text from a file as one short line in a list to pick from, where a name cannot become an icon. */
export function plain(text: string): string {
  return oneLine(text).replaceAll('$(', '$ (')
}

/**
 * A message as text and nothing else: VS Code makes links of what is written like one, and such a link may run a command. Nothing
 * in it hides or turns the direction of writing.
 */
export function unlinked(message: string): string {
  return message.replace(/\p{C}+/gu, ' ').replaceAll('](', '] (')
}

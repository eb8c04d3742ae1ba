import type { Change } from './peer.ts'

/** A place in the middle of a document, in the words of a value. */
export function middleOf(text: string): { readonly line: number; readonly character: number } {
  const lines = text.split('\n')
  const middle = Math.floor(lines.length / 2)
  const line = lines.findIndex(
    (each, index) => index >= middle && /^\s+(?:- )?(?:metric|name|contents|tool): \w/.test(each),
  )
  const at = line === -1 ? lines.findIndex((each) => each.startsWith('title: ')) : line
  return { line: at, character: (lines[at] ?? '').indexOf(': ') + 5 }
}

/** A place in the name of the operator. */
export function operatorIn(text: string): ReturnType<typeof middleOf> {
  const lines = text.split('\n')
  const operator = lines.findIndex((line) => /^\s+operator:/.test(line))
  const line = lines.findIndex((each, index) => index >= operator && each.includes('name: '))
  return { line, character: (lines[line] ?? '').indexOf('name: ') + 8 }
}

/** Every other key takes back the one before. */
export function keyAt(start: { readonly line: number; readonly character: number }, turn: number): Change {
  const typing = turn % 2 === 0
  const end = typing ? start : { line: start.line, character: start.character + 1 }
  return { range: { start, end }, text: typing ? 'x' : '' }
}

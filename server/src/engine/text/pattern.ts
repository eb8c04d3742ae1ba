/**
 * A piece of a pattern of paths: where in a text it can end if it begins at one of the places given. Places ascend and none stands
 * there twice, so that no pattern takes more steps than its length times that of the text.
 */
export type Piece = (text: string, from: readonly number[]) => readonly number[]

/** Tells characters apart. */
export type IsMeant = (character: string) => boolean

/** Whether a pattern takes the whole text. */
export function takesAll(pattern: Piece, text: string): boolean {
  return pattern(text, BEGINNING).at(-1) === text.length
}

const BEGINNING: readonly number[] = [0]

/** Just these characters. */
export function literal(wanted: string): Piece {
  return (text, from) => {
    const reached: number[] = []
    for (const at of from) if (text.startsWith(wanted, at)) reached.push(at + wanted.length)
    return reached
  }
}

/** One character. */
export function one(isMeant: IsMeant): Piece {
  return (text, from) => {
    const reached: number[] = []
    for (const at of from) if (at < text.length && isMeant(text.charAt(at))) reached.push(at + 1)
    return reached
  }
}

/** Any number of characters, also none. */
function many(isMeant: IsMeant): Piece {
  return (text, from) => {
    const reached: number[] = []
    for (const at of from) {
      // What was reached before is reached from here as well.
      if (at <= (reached.at(-1) ?? -1)) continue
      let end = at
      for (; end < text.length && isMeant(text.charAt(end)); end++) reached.push(end)
      reached.push(end)
    }
    return reached
  }
}

/** One piece after the other. */
export function inTurn(pieces: readonly Piece[]): Piece {
  return (text, from) => {
    let places = from
    for (const piece of pieces) {
      if (places.length === 0) return places
      places = piece(text, places)
    }
    return places
  }
}

/** Any one of the pieces. */
export function oneOf(pieces: readonly Piece[]): Piece {
  return (text, from) => inOrder(new Set(pieces.flatMap((piece) => piece(text, from))))
}

export const notSlash: IsMeant = (character) => character !== '/'

/** A star: all that a step of a path can hold. */
export const star: Piece = many(notSlash)
/** All that lies below: any number of steps. */
export const deep: Piece = many(() => true)
/** Any number of whole steps, also none, with the slash that ends them. */
export const steps: Piece = (text, from) => {
  const reached = new Set(from)
  for (let slash = text.indexOf('/', from[0]); slash !== -1; slash = text.indexOf('/', slash + 1))
    reached.add(slash + 1)
  return inOrder(reached)
}

function inOrder(places: ReadonlySet<number>): readonly number[] {
  return [...places].sort((a, b) => a - b)
}

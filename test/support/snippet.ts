/** What an editor fills in for the variables of a snippet. */
export type Variables = Readonly<Record<string, string>>

/**
 * The text that a snippet leaves behind when nobody types anything: defaults, first choices and variables. Fails on a
 * variable that is not given, and on a brace that is not closed.
 */
export function expandSnippet(snippet: string, variables: Variables): string {
  const reader = new Reader(snippet, variables)
  const text = reader.text('')
  if (!reader.atEnd) throw new Error(`"}" too many in ${snippet}`)
  return text
}

class Reader {
  readonly #source: string
  readonly #variables: Variables
  readonly #stops = new Map<string, string>()
  #at = 0

  constructor(source: string, variables: Variables) {
    this.#source = source
    this.#variables = variables
  }

  get atEnd(): boolean {
    return this.#at === this.#source.length
  }

  /** Reads up to one of the characters, which is left to be read. */
  text(until: string): string {
    let text = ''
    while (!this.atEnd && !until.includes(this.#peek())) {
      if (this.#take(/\\([\\$}])/y)?.[1]) text += this.#source[this.#at - 1]
      else text += this.#peek() === '$' ? this.#placeholder() : this.#next()
    }
    return text
  }

  #placeholder(): string {
    const plain = this.#take(/\$(?:(\d+)|([A-Z_]+))/y)
    if (plain) return plain[1] ? (this.#stops.get(plain[1]) ?? '') : this.#variable(plain[2] ?? '')
    const [, stop, name = ''] = this.#take(/\$\{(?:(\d+)|([A-Z_]+))/y) ?? []
    const value = stop === undefined ? this.#transformed(this.#variable(name)) : this.#default()
    if (stop !== undefined) this.#stops.set(stop, value)
    if (this.#next() !== '}') throw new Error(`"}" is missing in ${this.#source}`)
    return value
  }

  #default(): string {
    const choices = this.#take(/\|([^|]*)\|/y)
    if (choices) return choices[1]?.split(',')[0] ?? ''
    return this.#take(/:/y) ? this.text('}') : ''
  }

  /** Of the transformations only the two that cut an ending off and write in small letters are known. */
  #transformed(value: string): string {
    const [, pattern = '', format] = this.#take(/\/((?:\\.|[^/])*)\/(\$\{1:\/downcase\})\//y) ?? []
    if (format === undefined) return value
    return value.replace(new RegExp(pattern), (_, first: string) => first.toLowerCase())
  }

  #variable(name: string): string {
    const value = this.#variables[name]
    if (value === undefined) throw new Error(`The variable ${name} is unknown in ${this.#source}`)
    return value
  }

  #take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at
    const match = pattern.exec(this.#source) ?? undefined
    this.#at += match?.[0].length ?? 0
    return match
  }

  #peek(): string {
    return this.#source[this.#at] ?? ''
  }

  #next(): string {
    const character = this.#peek()
    this.#at++
    return character
  }
}

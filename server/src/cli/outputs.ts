/** The files that reports are written to. Paths are absolute, with forward slashes. */
export interface Outputs {
  /**
   * Writes a whole file at once, from pieces that may be made meanwhile: whoever reads it finds the old text or the new one.
   * Follows no link on the way from `folder`, and replaces nothing but what `replaceable` takes, or an empty file. Answers with
   * what is in the way.
   */
  write(path: string, pieces: Iterable<string>, rules: WriteRules): Promise<string | undefined>
  /** What would be in the way of `write`. */
  obstacle(path: string, rules: WriteRules): Promise<string | undefined>
  /** Adds to the end of a file, which is made when it is missing. Answers with what is in the way. */
  append(path: string, text: string): Promise<string | undefined>
}

export interface WriteRules {
  /** Links above it are the user's own affair. */
  readonly folder: string
  /** Whether a text may be replaced. Of a long one it gets the beginning and the end. */
  replaceable(text: string): boolean
}

/** What is said of a file by the program itself and by no rule, such as that it does not parse, as it is explained. Always an error. */
export interface Notice {
  /** Of the families `yaml/`, `schema/`, `config/` and `baseline/`. */
  readonly id: string
  /** What is wrong, as one sentence. */
  readonly summary: string
  readonly remedy: string
  /** A pilot file that has it, where a short one can show it. */
  readonly bad?: string
  /** The same one, mended. */
  readonly good?: string
}

/** What the parser or the schema may say, as it is explained. Always an error. */
export interface Notice {
  /** `yaml/name` or `schema/name`. */
  readonly id: string
  /** What is wrong, as one sentence. */
  readonly summary: string
  readonly remedy: string
  /** A pilot file that has it, where a short one can show it. */
  readonly bad?: string
  /** The same one, mended. */
  readonly good?: string
}

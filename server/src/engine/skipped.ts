/** Something that a walk through folders came upon and left alone. */
export interface Skipped {
  /** Its address, or its path. */
  readonly place: string
  readonly why: keyof typeof reasons
}

const reasons = {
  link: 'was not checked: it is a link, and links are not followed',
  loop: 'was not searched: it is a link that leads back to a folder around it',
  special: 'was not checked: it is no regular file',
} as const

/** What became of it, as the end of a sentence. */
export function skippedText({ why }: Pick<Skipped, 'why'>): string {
  return reasons[why]
}

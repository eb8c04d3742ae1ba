/** Something that a walk through folders came upon and left alone. */
export interface Skipped {
  /** Its address, or its path. */
  readonly place: string
  readonly why: 'link' | 'loop' | 'special' | 'deep'
  /** The same of what a link leads to, where that lies below the folder of the walk. */
  readonly leadsTo?: string | undefined
}

/** Levels of folders that are searched. */
export const DEPTH = 32

const reasons: Readonly<Record<Skipped['why'], { readonly not: string; readonly because: string }>> = {
  link: { not: 'checked', because: 'it is a link, and links are not followed' },
  loop: { not: 'searched', because: 'it is a link that leads back to a folder around it' },
  special: { not: 'checked', because: 'it is no regular file' },
  deep: { not: 'searched', because: `it lies more than ${DEPTH} folders deep` },
}

/** What became of it, as the end of a sentence. */
export function skippedText({ why }: Pick<Skipped, 'why'>): string {
  return `was not ${reasons[why].not}: ${reasons[why].because}`
}

/** Why it was left alone, as half a sentence. */
export function whySkipped({ why }: Pick<Skipped, 'why'>): string {
  return reasons[why].because
}

/** Whether a pilot may be missing for it: not where it leads to one that is looked at anyway. */
export function isMissed({ why, leadsTo }: Skipped, isFound: (place: string) => boolean): boolean {
  return why !== 'loop' && !(leadsTo !== undefined && isFound(leadsTo))
}

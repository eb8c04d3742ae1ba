/**
 * The order of the language of the user, in which `wave-2` comes before `wave-10`. It is made once: to make it for each two names
 * would take longer than to compare.
 */
export const inOrder: Intl.Collator = new Intl.Collator(undefined, { numeric: true })

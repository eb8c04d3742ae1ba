/** Where a text leads, when all of it is an address or a path. */
export type Link =
  | { readonly kind: 'web'; readonly address: string }
  /** Relative, with forward slashes; `fragment` with its `#`, or empty. */
  | { readonly kind: 'path'; readonly path: string; readonly fragment: string }

/**
 * Reads a text as a link: an `http` or `https` address without a user name in it, or the relative path of a file with an
 * extension. Any other scheme, an absolute path, a sentence, and whatever holds invisible characters is none. Blanks stand only in
 * the names behind a first folder: of `see notes.md` nobody knows where the name begins.
 */
export function linkIn(text: string): Link | undefined {
  if (text.length > LONGEST || UNSEEN.test(text)) return undefined
  if (WEB.test(text)) return { kind: 'web', address: text }
  const [, path = '', fragment = ''] = /^([^#]*)(#\S*)?$/.exec(text) ?? []
  return isPath(path) ? { kind: 'path', path, fragment } : undefined
}

const LONGEST = 2_000

const WEB = /^https?:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d{1,5})?(?:[/?#][^"'<>\\^`{|}\s]*)?$/i

/** Breaks and blanks that are none of the keyboard, and what cannot be seen. */
const UNSEEN = /(?! )[\s\p{C}]/u

/** A name ends within a text, and the text goes on: a sentence, or several paths. */
const GOES_ON = /\.[a-z][a-z0-9]{0,7}[,;)]* |^[^/]* |\/ | \/| {2}/i

/** A name with an extension, behind folders of which the first is no host; or a name with the extension of a document. */
function isPath(text: string): boolean {
  if (/[\\:?*"<>|]/.test(text) || /^[/~]/.test(text) || GOES_ON.test(text)) return false
  const [first = '', ...rest] = text.split('/')
  if (rest.length === 0) return DOCUMENT.test(first)
  const isFolder = /^\.{0,2}[^.]*$/.test(first)
  return isFolder && /[^.]\.[a-z][a-z0-9]{0,7}$/i.test(text)
}

const DOCUMENT =
  /[^.]\.(?:md|mdx|markdown|adoc|rst|txt|html?|pdf|docx?|xlsx?|pptx?|od[tsp]|csv|ya?ml|json|ipynb|drawio|svg|png|jpe?g)$/i

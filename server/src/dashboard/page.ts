import type { Board } from '../engine/board/board.ts'
import { script, scriptHash, style, styleHash } from './assets.generated.ts'
import { dashboard } from './dashboard.ts'
import { htmlOf, htmlParts } from './html.ts'
import { el } from './markup.ts'
import { dayWords } from './words.ts'

/** How every page begins, whatever it shows. */
export const PAGE_START = '<!doctype html>\n<!-- pilots report 1 -->\n'

/** Nothing may be loaded, and nothing may be run but what is written here. */
const POLICY = [
  "default-src 'none'",
  `style-src '${styleHash}'`,
  `script-src '${scriptHash}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** The dashboard of a board as one file of HTML, which needs no network. The same board gives the same file. */
export function pageOf(board: Board): string {
  return [...pageParts(board)].join('')
}

/** The same, piece by piece in its order. */
export function* pageParts(board: Board): Generator<string, void> {
  const title = htmlOf([`Pilots on ${dayWords(board.asOf)}`])
  const footer = el(
    'footer',
    {},
    'Written by pilots report. Pilot as Code reads what stands in the files, and adds nothing.',
  )
  // Style and script are ours and are allowed by their hashes, so they stand here as they are.
  yield `${PAGE_START}<html lang=en>
<meta charset=utf-8>
<meta http-equiv=Content-Security-Policy content="${POLICY}">
<meta name=viewport content="width=device-width,initial-scale=1">
<meta name=referrer content=no-referrer>
<title>${title}</title>
<style>${style}</style>
<body>
`
  yield* htmlParts([...dashboard(board, 'page'), footer])
  yield `
<script>${script}</script>
</body>
</html>
`
}

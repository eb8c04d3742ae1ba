import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The texts that the extension says, for translators: each is its own key in every `l10n/bundle.l10n.LANGUAGE.json`. */
export async function generateL10n(root: string): Promise<string> {
  const folder = join(root, 'client/src')
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.ts')).sort()
  const sources = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))
  const texts = new Set(sources.flatMap(textsIn))
  const entries = [...texts].sort().map((text) => [text, text])
  return `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`
}

/** What a source passes to `l10n.t`. A text that is put together could not be found by anyone, so it is refused. */
function textsIn(source: string): readonly string[] {
  const calls = source.split(/\bl10n\.t\(\s*/).slice(1)
  return calls.map((call) => {
    const [, quoted, inSingle, inDouble] = LITERAL.exec(call) ?? []
    if (quoted === undefined) throw new Error(`l10n.t takes one text in quotes, not ${call.slice(0, 40)}`)
    return inDouble ?? (inSingle ?? '').replaceAll("\\'", "'")
  })
}

/** One text without other escapes than that of its quote, and behind it the next argument or the end of the call. */
const LITERAL = /^('((?:[^'\\\n]|\\')*)'|"([^"\\\n]*)")\s*[,)]/

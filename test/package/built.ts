import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { matchesGolden } from '../cli/golden.ts'

export const root: string = fileURLToPath(new URL('../../', import.meta.url))

const { name, version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))

/** What `npm run package` has made. */
export const tarball: string = `${root}dist/${name}-${version}.tgz`
export const vsix: string = `${root}dist/${name}-${version}.vsix`

export interface Outcome {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs a program to its end, with nothing on its standard input. */
export function programEnd(
  program: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv },
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = execFile(program, args, { ...options, encoding: 'utf8' }, (error, out, err) => {
      const code = typeof error?.code === 'number' ? error.code : Number(error !== null)
      resolve({ code, out, err })
    })
    child.stdin?.end()
  })
}

/** Asserts that a package holds the files of the golden list; the pages of the rules count as one, since there is one for each rule. */
export function matchesList(golden: string, files: readonly string[]): void {
  const page = /docs\/rules\/[^/]+\/[^/]+\.md$/
  const text = `${[...new Set(files.map((file) => file.replace(page, 'docs/rules/GROUP/RULE.md')))].sort().join('\n')}\n`
  matchesGolden(`${golden}.txt`, text, new URL('./golden/', import.meta.url))
}

import { readFile, writeFile } from 'node:fs/promises'
import { transform } from 'esbuild'

/**
 * Turns modules into scripts that `require` each other. esbuild divides a program among modules only, and V8 keeps the compiled code
 * of scripts only.
 * @param {import('esbuild').Metafile['outputs']} outputs whose sizes are put right
 * @param {boolean} production whether they are made small and have maps
 */
export async function asScripts(outputs, production) {
  await Promise.all(
    Object.entries(outputs).map(async ([file, output]) => {
      const { code, map } = await transform(await readFile(file, 'utf8'), {
        format: 'cjs',
        platform: 'node',
        target: 'node20',
        legalComments: 'none',
        minify: production,
        sourcefile: file,
        sourcemap: production && 'external',
        supported: { 'dynamic-import': false },
      })
      await writeFile(file, code)
      output.bytes = code.length
      if (production) await writeFile(`${file}.map`, map)
    }),
  )
}

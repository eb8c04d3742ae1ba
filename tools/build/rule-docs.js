import { build } from 'esbuild'

/**
 * What the rules say about themselves, by their names, as the modules of the rules have it.
 * @param {string} root the folder of the repository
 * @returns {Promise<Record<string, object>>}
 */
export async function ruleDocs(root) {
  const { outputFiles } = await build({
    stdin: { contents: "export * from './server/src/engine/rules/all.generated.ts'", resolveDir: root },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    write: false,
  })
  const url = `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
  const { rules, portfolioRules } = await import(url)
  return Object.fromEntries([...rules, ...portfolioRules].map(({ id, docs }) => [id, docs]))
}

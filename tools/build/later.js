import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { build } from 'esbuild'
import { ruleDocs } from './rule-docs.js'

const root = join(import.meta.dirname, '..', '..')
const require = createRequire(import.meta.url)

/** The modules by what an import of them ends with. */
const libraries = {
  ajv: 'ajv/dist/2020.js',
  'config-validator': 'schema/validate-config.generated.js',
  picomatch: 'picomatch',
  yaml: 'yaml',
}
const texts = {
  'config-schema': 'schemas/config.schema.json',
  'pilot-schema': 'schemas/pilot.schema.json',
}
const ruleFile = /[\\/]engine[\\/]rules[\\/]([^\\/]+)[\\/]([^\\/]+)\.ts$/
/** Their layout is the formatter's. */
const docsOfRule = /^ {2}docs: \{\n.*?^ {2}\},\n/ms

/**
 * Makes a file in dist/later of each thing that the first answer does not need, and the plugin that leaves it out of a program.
 * There it is loaded in the moment in which something of it is first used, and nothing in the sources has to know.
 * @param {{ outdir: string, options: import('esbuild').BuildOptions }} to
 * @returns {Promise<{ plugin: import('esbuild').Plugin, metafiles: import('esbuild').Metafile[] }>}
 */
export async function later({ outdir, options }) {
  await mkdir(join(root, outdir), { recursive: true })
  const metafiles = await Promise.all(
    Object.entries(libraries).map(([name, from]) => library(`${outdir}/${name}.cjs`, from, options)),
  )
  for (const [name, from] of Object.entries(texts)) await text(`${outdir}/${name}.json`, await readFile(from))
  await text(`${outdir}/rule-docs.json`, JSON.stringify(await ruleDocs(root)))
  return { plugin: plugin(join(root, outdir)), metafiles }
}

async function library(outfile, from, options) {
  const entry = from.startsWith('schema/') ? `./server/src/engine/${from}` : from
  const { metafile } = await build({
    ...options,
    stdin: { contents: `module.exports = require('${entry}')`, resolveDir: root },
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    outfile,
    bundle: true,
    metafile: true,
  })
  return metafile
}

async function text(file, json) {
  await writeFile(join(root, file), JSON.stringify(JSON.parse(json)))
}

function plugin(folder) {
  return {
    name: 'later',
    setup({ onResolve, onLoad }) {
      for (const [name, from] of [...Object.entries(libraries), ...Object.entries(texts)]) {
        const file = name in texts ? `${name}.json` : `${name}.cjs`
        const filter = new RegExp(`(?:^|/)${from.replaceAll('.', '\\.')}$`)
        onResolve({ filter }, () => ({ path: file, namespace: 'later' }))
      }
      onResolve({ filter: /^rule-docs$/ }, () => ({ path: 'rule-docs.json', namespace: 'later' }))
      onResolve({ filter: /^\.\/later\// }, ({ path }) => ({ path, external: true }))
      onLoad({ filter: /.*/, namespace: 'later' }, ({ path }) => ({ contents: standIn(folder, path) }))
      onLoad({ filter: ruleFile }, async ({ path }) => ({
        contents: withoutDocs(path, await readFile(path, 'utf8')),
        loader: 'ts',
      }))
    },
  }
}

/** A module with the same names, each of which loads the file when it is read; that is a function where the other is. */
function standIn(folder, file) {
  const content = require(join(folder, file))
  const call = typeof content === 'function' ? 'module.exports = (...given) => load()(...given)' : ''
  return `
    let content
    const load = () => (content ??= require('./later/${file}'))
    ${call}
    for (const name of ${JSON.stringify(Object.keys(content))})
      Object.defineProperty(module.exports, name, { enumerable: true, get: () => load()[name] })`
}

function withoutDocs(path, source) {
  const [, group, name] = ruleFile.exec(path)
  if (!docsOfRule.test(source)) throw new Error(`No docs are seen in ${path}.`)
  const lazy = `  get docs() { return ruleDocs['${group}/${name}'] },\n`
  return `import ruleDocs from 'rule-docs'\n${source.replace(docsOfRule, () => lazy)}`
}

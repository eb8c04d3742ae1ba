import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { globSync } from 'tinyglobby'

const root = join(import.meta.dirname, '..', '..')
const namespace = /^export var (\w+);\n\(function \(\1\) \{.*?^\}\)\(\1 \|\| \(\1 = \{\}\)\);\n/gms

/**
 * Leaves out of the types of the protocol what nobody calls: for each of a hundred types there are functions that make it and tell it,
 * and since the packages around it are CommonJS, a bundler has to keep them all.
 * @type {import('esbuild').Plugin}
 */
export const protocolTypes = {
  name: 'protocol types',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]vscode-languageserver-types[\\/]lib[\\/]esm[\\/]main\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8')
      const parts = new Map(Array.from(text.matchAll(namespace), ([part = '', name = '']) => [name, part]))
      // Another layout would leave out nothing, in silence.
      if (parts.size < 80)
        throw new Error(`${path} is not written as it was: see tools/build/protocol-types.js`)
      const kept = await called(parts, join(path, '../../../..'))
      return { contents: text.replace(namespace, (part, name) => (kept.has(name) ? part : '')), loader: 'js' }
    })
  },
}

/** The types that anything calls, by their names, and those that they call themselves. */
async function called(parts, packages) {
  const read = (paths) => Promise.all(paths.map((path) => readFile(path, 'utf8')))
  const libraries = await read(
    globSync('vscode-languageserver{,-protocol}/lib/**/*.js', { cwd: packages, absolute: true }),
  )
  const ours = await read(globSync('server/src/**/*.ts', { cwd: root, absolute: true }))
  const kept = new Set()
  const keep = (names) => {
    for (const name of names) {
      const part = parts.get(name)
      if (part === undefined || kept.has(name)) continue
      kept.add(name)
      keep(callsIn(part))
    }
  }
  keep(libraries.flatMap(callsIn))
  keep(ours.flatMap(importsIn))
  return kept
}

function callsIn(text) {
  return Array.from(text.matchAll(/\b(\w+)\.\w/g), ([, name]) => name)
}

function importsIn(text) {
  const imports = text.matchAll(/^import \{([^}]*)\} from 'vscode-languageserver-types'$/gm)
  return Array.from(imports, ([, names = '']) => names.split(',').map((name) => name.trim())).flat()
}

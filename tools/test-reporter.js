import { readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { dirname, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import Mocha from 'mocha'

const PLACE = /(file:\/\/[^\s()]+\.mjs):(\d+):(\d+)/g

/**
 * Dots, and the failures at the lines of the sources. Only those that failed are looked up: Node.js itself would do so for
 * every error whose stack is asked for, for which each process reads the maps of all that is bundled, a second long.
 */
// biome-ignore lint/style/noDefaultExport: mocha takes a reporter from there.
export default class extends Mocha.reporters.Dot {
  constructor(runner, options) {
    super(runner, options)
    runner.workerReporter?.(fileURLToPath(new URL('test-worker-reporter.js', import.meta.url)))
    runner.on('fail', (_, error) => {
      error.stack = error.stack?.replace(PLACE, inSource)
    })
  }
}

const maps = new Map()

function inSource(written, address, line, column) {
  const path = fileURLToPath(address)
  try {
    if (!maps.has(path)) maps.set(path, new SourceMap(JSON.parse(readFileSync(`${path}.map`, 'utf8'))))
    const { originalSource, originalLine, originalColumn } = maps.get(path).findEntry(line - 1, column - 1)
    const source = relative(process.cwd(), resolve(dirname(path), originalSource))
    return `${source}:${originalLine + 1}:${originalColumn + 1}`
  } catch {
    return written
  }
}

import { spawn } from 'node:child_process'
import { stripVTControlCharacters, styleText } from 'node:util'

const npm = (...args) => ['npm', 'run', '--silent', ...args]
const parts = [
  ['types', npm('types')],
  ['lint', npm('lint')],
  ['dead code', npm('deadcode')],
  ['fast tests', npm('test:fast', '--', '--forbid-only')],
  ['long tests', npm('test:long', '--', '--forbid-only')],
  ['packages', npm('test:package', '--', '--forbid-only')],
  ['pages', npm('test:page', '--', '--forbid-only')],
  // With the package that was just made.
  ['VS Code', ['node', 'test/vscode/run.js']],
]

const rows = []
let passed = 0
let failed = 0

for (const [name, args] of parts) {
  console.log(styleText('bold', `\n▶ ${name}`))
  const started = performance.now()
  const { code, output } = await run(args)
  const seconds = (performance.now() - started) / 1000
  passed += total(output, 'passing')
  failed += total(output, 'failing')
  rows.push([code === 0 ? 'ok' : 'FAILED', name, seconds])
  console.log(`${name}: ${code === 0 ? 'ok' : 'failed'} in ${seconds.toFixed(1)} s`)
  if (code !== 0) {
    process.exitCode = 1
    // A part that has no tests of its own, or broke before it counted them, is one failure.
    if (failed === 0) failed = 1
    break
  }
}

console.log()
for (const [state, name, seconds] of rows) {
  console.log(`${state.padEnd(8)}${name.padEnd(12)}${seconds.toFixed(1).padStart(6)} s`)
}
console.log(`${passed} passed, ${failed} failed`)

/** Runs a program, shows what it prints while it prints it, and keeps it for counting. */
function run([program, ...args]) {
  // On Windows npm is a script, which only a shell can run; none of these words means anything to it.
  const shell = process.platform === 'win32' && program === 'npm'
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'], shell })
  child.stdout.setEncoding('utf8')
  let output = ''
  child.stdout.on('data', (chunk) => {
    output += chunk
    process.stdout.write(chunk)
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })
}

/** Adds up the lines in which mocha says how many tests passed or failed. */
function total(output, word) {
  const lines = stripVTControlCharacters(output).matchAll(new RegExp(`^ *(\\d+) ${word}\\b`, 'gm'))
  return [...lines].reduce((sum, [, count]) => sum + Number(count), 0)
}

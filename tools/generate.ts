import { execFileSync } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { argv, execArgv, execPath } from 'node:process'
import { fileURLToPath } from 'node:url'
import { generatedFiles } from './generated-files.ts'

const script = fileURLToPath(import.meta.url)
const root = dirname(dirname(script))

let isChanged = false
for (const [name, text] of await generatedFiles(root)) {
  const path = join(root, name)
  const old = await readFile(path, 'utf8').catch(() => undefined)
  if (old === text) continue
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
  process.stdout.write(`wrote ${name}\n`)
  isChanged = true
}

// The page of a rule is made from the list of rules, which was read before it was written: once more, until nothing changes.
const rounds = Number(argv[2] ?? 0)
if (isChanged && rounds < 3)
  execFileSync(execPath, [...execArgv, script, String(rounds + 1)], { stdio: 'inherit' })

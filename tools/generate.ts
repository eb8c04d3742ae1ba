import { execFileSync } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { argv, execArgv, execPath } from 'node:process'
import { fileURLToPath } from 'node:url'
import { generateRuleList, RULE_LIST } from './generate-rule-list.ts'

const script = fileURLToPath(import.meta.url)
const root = dirname(dirname(script))

let isChanged = false

// The list first, since all else imports it, and what it names may be gone.
await write(RULE_LIST, await generateRuleList(root))
const { generatedFiles } = await import('./generated-files.ts')
for (const [name, text] of await generatedFiles(root)) await write(name, text)

// The pages show what the rules say with the readers as they were before: once more, until nothing changes.
const rounds = Number(argv[2] ?? 0)
if (isChanged && rounds < 3)
  execFileSync(execPath, [...execArgv, script, String(rounds + 1)], { stdio: 'inherit' })

async function write(name: string, text: string): Promise<void> {
  const path = join(root, name)
  const old = await readFile(path, 'utf8').catch(() => undefined)
  if (old === text) return
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
  process.stdout.write(`wrote ${name}\n`)
  isChanged = true
}

import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generatedFiles } from './generated-files.ts'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

for (const [name, text] of await generatedFiles(root)) {
  const path = join(root, name)
  const old = await readFile(path, 'utf8').catch(() => undefined)
  if (old === text) continue
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
  process.stdout.write(`wrote ${name}\n`)
}

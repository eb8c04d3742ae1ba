import { posix } from 'node:path'
import about from '../../../../package.json' with { type: 'json' }
import { starterFiles } from '../../engine/templates/starter-files.ts'
import { visible } from '../../engine/text/visible.ts'
import { type ExitCode, exit, UsageError } from '../exit.ts'
import { fullPath } from '../inputs.ts'
import type { Io } from '../io.ts'
import { refusal } from '../refusal.ts'

export interface InitOptions {
  readonly dryRun?: boolean | undefined
  readonly skipExisting?: boolean | undefined
}

/** Writes the files that a repository starts with. Never overwrites one: as long as one is there, nothing is written. */
export async function init(options: InitOptions, io: Io): Promise<ExitCode> {
  const root = (await io.files.rootOf(io.cwd)) ?? io.cwd
  const files = starterFiles(about, io.today, posix.relative(root, io.cwd))
  const existing: string[] = []
  for (const { path } of files)
    if ((await io.files.kindOf(fullPath(path, io))) !== 'missing') existing.push(path)
  if (existing.length > 0 && !options.skipExisting) {
    const which = existing.map((path) => `  ${path}\n`).join('')
    io.err(`pilots: nothing was written, because there is already:\n${which}`)
    io.err('Move it away, or keep it and write the others with --skip-existing.\n')
    return exit.usage
  }
  const wanted = files.filter(({ path }) => !existing.includes(path))
  for (const { path, about, text } of wanted) {
    if (options.dryRun) io.out(`Would write ${path}: ${about}.\n`)
    else {
      const written = await io.writes.create(fullPath(path, io), text, root)
      if (written.kind !== 'written')
        throw new UsageError(`${path} was not written: ${visible(refusal(written))}.`)
      io.out(`Wrote ${path}: ${about}.\n`)
    }
  }
  for (const path of existing) io.out(`Kept ${path}.\n`)
  io.out(options.dryRun ? '' : 'Next: pilots check, then pilots new for the first pilot of your own.\n')
  return exit.clean
}

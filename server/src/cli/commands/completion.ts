import type { Command } from 'commander'
import { pilotNameOf } from '../../engine/pilot/file-name.ts'
import { compareTexts } from '../../engine/text/compare.ts'
import { visible } from '../../engine/text/visible.ts'
import { bashScript } from '../completion/bash.ts'
import { fishScript } from '../completion/fish.ts'
import { type CommandWords, surfaceOf } from '../completion/surface.ts'
import { zshScript } from '../completion/zsh.ts'
import { Configurations } from '../configurations.ts'
import { type ExitCode, exit } from '../exit.ts'
import { fullPath, placesOf } from '../inputs.ts'
import type { Io } from '../io.ts'

type Shell = 'bash' | 'zsh' | 'fish'

export const shells: readonly Shell[] = ['bash', 'zsh', 'fish']

/** Prints what a shell needs to complete the command lines of the program. */
export function printCompletion(shell: Shell, program: Command, io: Io): ExitCode {
  io.out(scripts[shell](surfaceOf(program, io)))
  return exit.clean
}

/** Prints what the pilots of the repository are called by their files, each on a line. Starts no Git: a key was pressed. */
export async function printNames(io: Io): Promise<ExitCode> {
  const files = io.files.withoutGit ?? io.files
  const configurations = new Configurations({}, io)
  const names = new Set<string>()
  for (const place of await placesOf([], {}, io))
    for (const full of (await files.list(fullPath(place, io))).paths)
      if (await configurations.includes(full)) names.add(pilotNameOf(full))
  // What breaks a line is no name that a person types.
  for (const name of [...names].sort(compareTexts)) if (visible(name) === name) io.out(`${name}\n`)
  return exit.clean
}

const scripts: Readonly<Record<Shell, (commands: readonly CommandWords[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
}

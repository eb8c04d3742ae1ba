import type { Command } from 'commander'
import { bashScript } from '../completion/bash.ts'
import { fishScript } from '../completion/fish.ts'
import { type CommandWords, surfaceOf } from '../completion/surface.ts'
import { zshScript } from '../completion/zsh.ts'
import { type ExitCode, exit } from '../exit.ts'
import type { Io } from '../io.ts'

type Shell = 'bash' | 'zsh' | 'fish'

export const shells: readonly Shell[] = ['bash', 'zsh', 'fish']

/** Prints what a shell needs to complete the command lines of the program. */
export function printCompletion(shell: Shell, program: Command, io: Io): ExitCode {
  io.out(scripts[shell](surfaceOf(program, io)))
  return exit.clean
}

const scripts: Readonly<Record<Shell, (commands: readonly CommandWords[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
}

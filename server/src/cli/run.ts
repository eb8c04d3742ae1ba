import { type Command, CommanderError } from 'commander'
import { nearest } from '../engine/schema/suggest.ts'
import { visible } from '../engine/text/visible.ts'
import { type ExitCode, exit, UsageError } from './exit.ts'
import type { Io } from './io.ts'
import { programFor } from './program.ts'

/**
 * Runs one command line, without the program's name, and answers with its exit code. Never throws: what goes wrong inside
 * is said on `io.err`, and the exit code tells whose mistake it was.
 */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = exit.clean
  const program = programFor(io, (result) => {
    code = result
  })
  for (const command of [program, ...program.commands]) quiet(command, io)
  if (argv.length === 0) {
    io.err(program.helpInformation())
    return exit.usage
  }
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return code
  } catch (error) {
    return failed(error, { argv, program, io })
  }
}

/** Help goes to `out`, complaints are ours to write, and nothing ends the process. */
function quiet(command: Command, io: Io): void {
  command.exitOverride()
  command.showSuggestionAfterError(false)
  command.configureOutput({
    writeOut: (text) => io.out(text),
    writeErr: () => undefined,
    getOutHelpWidth: () => io.columns ?? 100,
    getOutHasColors: () => false,
  })
}

interface Call {
  readonly argv: readonly string[]
  readonly program: Command
  readonly io: Io
}

function failed(error: unknown, call: Call): ExitCode {
  const { io } = call
  if (error instanceof UsageError) return complain(error.message, io)
  if (error instanceof CommanderError)
    return error.exitCode === 0 ? exit.clean : complain(usage(error, call), io)
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error)
  io.err(`pilots: a defect of this program stopped it.\n${trace.split('\n').map(visible).join('\n')}\n`)
  return exit.crash
}

function complain(message: string, io: Io): ExitCode {
  io.err(`pilots: ${visible(message)}\n`)
  return exit.usage
}

/** What the parser of the command line complains of, with the nearest right thing. */
function usage({ code, message }: CommanderError, { argv, program }: Call): string {
  const command = program.commands.find((each) => [each.name(), ...each.aliases()].includes(argv[0] ?? ''))
  const said = message.replace(/^error: /, '').replace(/\.?$/, '.')
  const sentence = said.charAt(0).toUpperCase() + said.slice(1)
  const word = /'([^']*)'/.exec(message)?.[1] ?? ''
  if (code === 'commander.unknownCommand')
    return `${sentence} ${advice(nearest(word, commandNames(program)), 'pilots --help')}`
  const help = command ? `pilots ${command.name()} --help` : 'pilots --help'
  if (code === 'commander.unknownOption')
    return `${sentence} ${advice(nearest(word, flags(command ?? program)), help)}`
  return `${sentence} See ${help}.`
}

function advice(meant: string | undefined, help: string): string {
  return meant ? `Did you mean ${meant}? See ${help}.` : `See ${help}.`
}

function commandNames({ commands }: Command): readonly string[] {
  return [...commands.flatMap((each) => [each.name(), ...each.aliases()]), 'help']
}

function flags({ options }: Command): readonly string[] {
  return ['--help', ...options.flatMap(({ long }) => (long ? [long] : []))]
}

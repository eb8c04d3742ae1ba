import { type Command, CommanderError } from 'commander'
import { isPilotFile } from '../engine/pilot/file-name.ts'
import { nearest } from '../engine/schema/suggest.ts'
import { capital } from '../engine/text/capital.ts'
import { visible } from '../engine/text/visible.ts'
import { type ExitCode, exit, UsageError } from './exit.ts'
import type { Io } from './io.ts'
import { programFor } from './program.ts'
import { refusePaths } from './refused-paths.ts'
import { widthFor } from './report/style.ts'

/**
 * Runs one command line, without the program's name, and answers with its exit code. Never throws: what goes wrong inside
 * is said on `io.err`, and the exit code tells whose mistake it was.
 */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = exit.clean
  const program = programFor(io, (result) => {
    code = result
  })
  for (const command of [program, ...program.commands]) redirect(command, io)
  program.hook('preAction', (_program, command) => refusePaths(command))
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
function redirect(command: Command, io: Io): void {
  command.exitOverride()
  command.showSuggestionAfterError(false)
  command.configureOutput({
    writeOut: (text) => io.out(text),
    writeErr: () => undefined,
    getOutHelpWidth: () => widthFor(io, 100),
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
  const [first = '', second = ''] = argv
  if (code === 'commander.help')
    return `Unknown command '${second}'. ${advice(nearest(second, commandNames(program)), 'pilots --help')}`
  const command = program.commands.find((each) => [each.name(), ...each.aliases()].includes(first))
  const sentence = sentenceOf(message)
  const word = /'([^']*)'/.exec(message)?.[1] ?? ''
  if (code === 'commander.unknownCommand')
    return `${sentence} ${advice(nearest(word, commandNames(program)), 'pilots --help')}`
  const help = command ? `pilots ${command.name()} --help` : 'pilots --help'
  const known = flags(command ?? program)
  if (code === 'commander.missingMandatoryOptionValue') {
    // The one that is asked for may be there, misspelt.
    const unknown = argv.find((each) => /^--\w/.test(each) && !known.includes(each.replace(/=.*/s, '')))
    if (unknown) return `Unknown option '${unknown}'. ${advice(nearest(unknown, known), help)}`
  }
  const hint =
    code === 'commander.unknownOption' ? hintAt(word, { command: command ?? program, help }) : undefined
  if (hint) return `${sentence} ${hint}`
  const candidates = code === 'commander.unknownOption' ? known : choicesIn(message)
  return `${sentence} ${advice(meantBy(value(message) ?? word, candidates), help)}`
}

/** What an option stands for that is none, where that is no other long one. */
function hintAt(
  word: string,
  { command, help }: { readonly command: Command; readonly help: string },
): string | undefined {
  if (word === '--fix' && command.parent) return 'See pilots fix --help: mending is a command of its own.'
  if (isPilotFile(word)) return `If it is a file, write ./${word}. See ${help}.`
  const short = shortOf(word, command)
  return short && `Did you mean ${short}? See ${help}.`
}

function sentenceOf(message: string): string {
  const said = message
    .replace(/^error: /, '')
    .replace(/^command-argument value ('.*') is invalid for argument '(\w+)'/, 'the $2 cannot be $1')
    .replace(/\.?$/, '.')
  return capital(said)
}

/** The value that was refused. */
function value(message: string): string | undefined {
  return /(?:value|argument) '(.*)' is invalid/.exec(message)?.[1]
}

function choicesIn(message: string): readonly string[] {
  return / Allowed choices are (.*)\.$/.exec(message)?.[1]?.split(', ') ?? []
}

function advice(meant: string | undefined, help: string): string {
  return meant ? `Did you mean ${meant}? See ${help}.` : `See ${help}.`
}

function commandNames({ commands }: Command): readonly string[] {
  return [...commands.flatMap((each) => [each.name(), ...each.aliases()]), 'help']
}

/** The nearest, or the only one that begins so. */
function meantBy(word: string, candidates: readonly string[]): string | undefined {
  const [first, ...others] = word === '' ? [] : candidates.filter((each) => each.startsWith(word))
  return nearest(word, candidates) ?? (others.length === 0 ? first : undefined)
}

/** The option of one letter that is written in the other case. */
function shortOf(word: string, { options }: Command): string | undefined {
  return options.find(({ short }) => short?.toLowerCase() === word.toLowerCase())?.short
}

function flags({ options }: Command): readonly string[] {
  return ['--help', ...options.flatMap(({ long }) => (long ? [long] : []))]
}

import type { CommandWords, OptionWords, Values } from './surface.ts'

/** A script for fish 3 and later. */
export function fishScript(commands: readonly CommandWords[]): string {
  const lines = [
    '# Completion of pilots for fish: pilots completion fish > ~/.config/fish/completions/pilots.fish',
    'complete -c pilots -f',
    "complete -c pilots -n __fish_use_subcommand -s V -l version -d 'print the version'",
    "complete -c pilots -n __fish_use_subcommand -s h -l help -d 'print this help'",
    ...commands.flatMap(commandLines),
  ]
  return `${lines.join('\n')}\n`
}

function commandLines({ names, summary, options, places }: CommandWords): readonly string[] {
  const seen = `complete -c pilots -n '__fish_seen_subcommand_from ${names.join(' ')}'`
  return [
    ...names.map((name) => `complete -c pilots -n __fish_use_subcommand -a ${name} -d ${quoted(summary)}`),
    ...options.map((option) => `${seen} ${optionPart(option)}`),
    ...places.flatMap(({ values }) => {
      const offered = offer(values)
      return offered === '' ? [] : [`${seen} ${offered}`]
    }),
  ]
}

function optionPart({ flags, about, values }: OptionWords): string {
  const names = flags.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`))
  const value = values ? [values.kind === 'files' ? '-r -F' : `-x ${offer(values)}`.trim()] : []
  return [...names, `-d ${quoted(about)}`, ...value].join(' ')
}

function offer(values: Values): string {
  if ('words' in values) return `-a ${quoted(values.words.join(' '))}`
  return {
    names: "-a '(pilots completion fish --names 2>/dev/null; __fish_complete_suffix .pilot.yaml)'",
    pilots: "-k -a '(__fish_complete_suffix .pilot.yaml)'",
    files: '-F',
    folders: "-a '(__fish_complete_directories)'",
    any: '',
  }[values.kind]
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}

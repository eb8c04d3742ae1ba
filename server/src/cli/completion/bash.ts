import type { CommandWords, Values } from './surface.ts'

/** A script for bash 3.2 and later. */
export function bashScript(commands: readonly CommandWords[]): string {
  const names = commands.flatMap((command) => command.names)
  const options = commands.flatMap(({ names, options }) =>
    options.flatMap(({ flags, values }) => (values ? valueCases(casesOf(names, flags), values) : [])),
  )
  const valued = commands.flatMap(({ names, options }) =>
    options.flatMap(({ flags, values }) => (values ? casesOf(names, flags) : [])),
  )
  const flags = commands.map((command) => {
    const all = command.options.flatMap((option) => option.flags)
    return `    ${command.names.join('|')}) _pilots_words '${all.join(' ')}' ;;`
  })
  const places = commands.flatMap(({ names, places }) =>
    places.map(({ values, variadic }, index) => {
      const patterns = names.map((name) => (variadic ? `${name}:*` : `${name}:${index}`))
      return `    ${patterns.join('|')}) ${offer(values)} ;;`
    }),
  )
  return HEAD + main({ names, options, valued, flags, places })
}

function casesOf(names: readonly string[], flags: readonly string[]): readonly string[] {
  return names.flatMap((name) => flags.map((flag) => `${name}:${flag}`))
}

function valueCases(cases: readonly string[], values: Values): readonly string[] {
  const first = `    ${cases.join('|')}) ${offer(values)}; return ;;`
  if (values.kind !== 'pairs') return [first]
  const second = values.after === 'file' ? '_pilots_files -f' : `_pilots_words '${values.after.join(' ')}'`
  return [first, `    ${cases.map((each) => `${each}=`).join('|')}) ${second}; return ;;`]
}

function offer(values: Values): string {
  if ('words' in values) return `_pilots_words '${values.words.join(' ')}'`
  return {
    names: '_pilots_names',
    pilots: '_pilots_pilots',
    files: '_pilots_files -f',
    folders: '_pilots_files -d',
    any: ':',
  }[values.kind]
}

const HEAD = `# Completion of pilots for bash. In ~/.bashrc: source <(pilots completion bash)

_pilots_words() {
  COMPREPLY=($(compgen -W "$1" -- "$cur"))
}

_pilots_files() {
  local file
  compopt -o filenames 2>/dev/null
  while IFS= read -r file; do COMPREPLY+=("$file"); done < <(compgen "$@" -- "$cur")
}

_pilots_pilots() {
  _pilots_files -d
  _pilots_files -f -X '!*.pilot.@(yaml|yml)'
}

_pilots_names() {
  local name
  while IFS= read -r name; do
    if [[ $name == "$cur"* ]]; then COMPREPLY+=("$name"); fi
  done < <(pilots completion bash --names 2>/dev/null)
  if [[ \${#COMPREPLY[@]} -gt 0 ]]; then compopt -o filenames 2>/dev/null; else _pilots_pilots; fi
}
`

interface Cases {
  readonly names: readonly string[]
  readonly options: readonly string[]
  /** Options behind which a value stands. */
  readonly valued: readonly string[]
  readonly flags: readonly string[]
  readonly places: readonly string[]
}

/** Bash takes \`=\` for a word of its own, which is put together again here. */
function main({ names, options, valued, flags, places }: Cases): string {
  return `
_pilots() {
  local cur=\${COMP_WORDS[COMP_CWORD]} option=\${COMP_WORDS[COMP_CWORD-1]} command='' place=0 at
  COMPREPLY=()
  shopt -q extglob || { shopt -s extglob; trap 'shopt -u extglob; trap - RETURN' RETURN; }
  [[ $cur == '=' ]] && { cur=''; at=$COMP_CWORD; } || at=$((COMP_CWORD - 1))
  if [[ \${COMP_WORDS[at]} == '=' ]]; then
    option=\${COMP_WORDS[at-1]}
    [[ $option == -* ]] || option="\${COMP_WORDS[at-2]}="
  fi
  for ((at = 1; at < COMP_CWORD; at++)); do
    case $command:\${COMP_WORDS[at]} in
    *:=) at=$((at + 1)) ;;
    ${valued.join('|')}) [[ \${COMP_WORDS[at+1]} == '=' ]] || at=$((at + 1)) ;;
    *:-*) ;;
    *) [[ -z $command ]] && command=\${COMP_WORDS[at]} || place=$((place + 1)) ;;
    esac
  done
  if [[ -z $command ]]; then
    if [[ $cur == -* ]]; then _pilots_words '--help --version'; else _pilots_words '${names.join(' ')}'; fi
    return
  fi
  case $command:$option in
${options.join('\n')}
  esac
  if [[ $cur == -* ]]; then
    case $command in
${flags.join('\n')}
    esac
  else
    case $command:$place in
${places.join('\n')}
    esac
  fi
}

complete -F _pilots pilots
`
}

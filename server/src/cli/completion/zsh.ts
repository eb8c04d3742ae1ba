import type { CommandWords, OptionWords, PlaceWords, Values } from './surface.ts'

/** A function for a folder of zsh's fpath. */
export function zshScript(commands: readonly CommandWords[]): string {
  const described = commands.flatMap(({ names, summary }) =>
    names.map((name) => `    ${quoted(`${name}:${summary}`)}`),
  )
  const cases = commands.map(({ names, options, places }) => {
    const specs = [...options.flatMap(optionSpecs), ...places.map(placeSpec)]
    return `  ${names.join('|')})\n    _arguments -s \\\n      ${specs.map(quoted).join(' \\\n      ')}\n    ;;`
  })
  return `#compdef pilots
# Completion of pilots for zsh. Put it into a folder of $fpath: pilots completion zsh > ~/.zfunc/_pilots

_pilots_names() {
  local -a names
  names=(\${(f)"$(pilots completion zsh --names 2>/dev/null)"})
  compadd -a names || _files -g "*.pilot.(yaml|yml)"
}

_pilots() {
  local curcontext="$curcontext" state line
  local -a commands
  commands=(
${described.join('\n')}
  )
  _arguments -C '(- *)'{-h,--help}'[print this help]' '(- *)'{-V,--version}'[print the version]' '1: :->command' '*:: :->rest'
  case $state in
  command) _describe -t commands 'command' commands; return ;;
  rest) ;;
  *) return ;;
  esac
  case $line[1] in
${cases.join('\n')}
  esac
}

if [ "$funcstack[1]" = "_pilots" ]; then _pilots "$@"; else compdef _pilots pilots; fi
`
}

function optionSpecs({ flags, about, values }: OptionWords): readonly string[] {
  const says = `[${about.replaceAll(/[[\]:\\]/g, '\\$&')}]`
  return flags.map((flag) => {
    if (!values) return `${flag}${says}`
    return `*${flag}${flag.startsWith('--') ? '=' : '+'}${says}:value:${action(values)}`
  })
}

function placeSpec({ name, values, variadic }: PlaceWords): string {
  return `${variadic ? '*' : ''}:${name}:${action(values)}`
}

function action(values: Values): string {
  if ('words' in values) return `(${values.words.join(' ')})`
  return {
    names: '_pilots_names',
    pilots: '_files -g "*.pilot.(yaml|yml)"',
    files: '_files',
    folders: '_files -/',
    any: ' ',
  }[values.kind]
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

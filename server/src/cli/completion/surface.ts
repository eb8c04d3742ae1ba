import type { Argument, Command, Option } from 'commander'
import { stages } from '../../engine/pilot/stages.ts'
import { levels } from '../check-options.ts'
import { allRules, type Io } from '../io.ts'
import { formats } from '../report/formats.ts'

/** A command as a shell offers it. */
export interface CommandWords {
  /** Its name, then its aliases. */
  readonly names: readonly string[]
  readonly summary: string
  readonly options: readonly OptionWords[]
  /** The last one repeats when it is `variadic`. */
  readonly places: readonly PlaceWords[]
}

export interface OptionWords {
  /** Such as `-f` and `--format`. */
  readonly flags: readonly string[]
  readonly about: string
  /** Absent for one that takes no value. */
  readonly values: Values | undefined
}

export interface PlaceWords {
  readonly name: string
  readonly values: Values
  readonly variadic: boolean
}

/** What may stand somewhere: known words, words with `=` and something behind it, or files. */
export type Values =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'pairs'; readonly words: readonly string[]; readonly after: 'file' | readonly string[] }
  /** The name of a pilot, or its file. */
  | { readonly kind: 'names' }
  | { readonly kind: 'pilots' | 'files' | 'folders' | 'any' }

/** All that can be typed behind `pilots`. */
export function surfaceOf(
  program: Command,
  io: Pick<Io, 'rules' | 'portfolioRules'>,
): readonly CommandWords[] {
  const rules = allRules(io).map(({ id }) => id)
  const groups = [...new Set(rules.map((id) => id.slice(0, id.indexOf('/'))))]
  const commands = program.commands.map((command) => {
    const valuesOf = (each: Option | Argument): Values => valuesFor(each, { rules, groups })
    return {
      names: [command.name(), ...command.aliases()],
      summary: command.summary(),
      options: [
        ...command.options.filter(({ hidden }) => !hidden).map((option) => optionWords(option, valuesOf)),
        help,
      ],
      places: command.registeredArguments.map((place) => {
        return { name: place.name(), values: valuesOf(place), variadic: place.variadic }
      }),
    }
  })
  const words = commands.flatMap(({ names }) => names)
  const place: PlaceWords = { name: 'command', values: { kind: 'words', words }, variadic: false }
  return [
    ...commands,
    { names: ['help'], summary: 'print the help of a command', options: [], places: [place] },
  ]
}

const help: OptionWords = { flags: ['-h', '--help'], about: 'print this help', values: undefined }

function optionWords(option: Option, valuesOf: (option: Option) => Values): OptionWords {
  const flags = [option.short, option.long].filter((flag) => flag !== undefined)
  const values = option.required || option.optional ? valuesOf(option) : undefined
  return { flags, about: option.description, values }
}

interface Names {
  readonly rules: readonly string[]
  readonly groups: readonly string[]
}

/** By the choices that it has, else by the word in its brackets. */
function valuesFor(each: Option | Argument, { rules, groups }: Names): Values {
  if (each.argChoices) return { kind: 'words', words: each.argChoices }
  const isPlace = !('flags' in each)
  const word = isPlace ? each.name() : (/[<[](.+)[>\]]$/.exec(each.flags)?.[1] ?? '')
  // The name of a pilot that is there; one that is to be written has no name yet.
  if (isPlace && word === 'name' && each.required) return { kind: 'names' }
  if (isPlace && (word === 'paths' || word === 'file')) return { kind: 'pilots' }
  const known: Readonly<Record<string, Values>> = {
    rule: { kind: 'words', words: isPlace ? rules : [...groups, ...rules] },
    'rule=level': { kind: 'pairs', words: [...groups, ...rules], after: levels },
    'name[=file]': { kind: 'pairs', words: [...formats.keys()], after: 'file' },
    stage: { kind: 'words', words: stages },
    file: { kind: 'files' },
    parts: { kind: 'files' },
    path: { kind: 'files' },
    table: { kind: 'files' },
    map: { kind: 'files' },
    folder: { kind: 'folders' },
  }
  return known[word] ?? { kind: 'any' }
}

import {
  deep,
  inTurn,
  literal,
  notSlash,
  one,
  oneOf,
  type Piece,
  star,
  steps,
  takesAll,
} from '../text/pattern.ts'

/** Tells whether a path below the folder of the patterns is one of those that they mean. */
export type Matcher = (path: string) => boolean

/** Why a pattern is not taken, as a sentence with what to write instead; `undefined` for one that is. */
export function refusalOf(pattern: string): string | undefined {
  if (pattern.length > limits.length) return `It has more than ${limits.length} characters.`
  if (pattern.startsWith('!'))
    return 'It cannot begin with "!": what is to be left out stands under "exclude".'
  if (/^(?:\/|~|[A-Za-z]:)|\\|(?:^|\/)\.\.(?:\/|$)/.test(pattern))
    return 'Write it relative to the folder of this file, with forward slashes and without "..".'
  if (/[()[\]|]|\}\+/.test(pattern)) return 'Use only *, **, ? and {a,b}.'
  return bracesOf(pattern) ?? starsOf(pattern)
}

/**
 * Patterns that were not refused, as one question. A pattern that names a folder means all that lies below it. Nothing matches
 * a path of more steps than a repository has.
 */
export function matcherOf(patterns: readonly string[]): Matcher {
  let compiled: readonly Piece[] | undefined
  return (path) => {
    // Compiled when they are asked for the first time, since most files never are.
    compiled ??= patterns.map(compile)
    return path.split('/').length <= limits.steps && compiled.some((pattern) => takesAll(pattern, path))
  }
}

function compile(pattern: string): Piece {
  const trimmed = pattern.replace(/^\.\//, '').replace(/\/+$/, '')
  if (trimmed === '' || trimmed === '.') return deep
  const isFolder = /(?:^|\/)[^/*?{]+$/.test(trimmed)
  // "**.yaml" is a way to write "**/*.yaml".
  return piecesOf(isFolder ? `${trimmed}/**` : trimmed.replace(/^\*\*(?=\.[.\w]+$)/, '**/*'))
}

function piecesOf(pattern: string): Piece {
  return inTurn([...pattern.matchAll(TOKEN)].map(({ 0: token, groups = {} }) => pieceOf(token, groups)))
}

/** Two stars stand for whole steps where they fill a step or begin one before braces, and at the end for the folder before them, too. */
const TOKEN = new RegExp(
  [
    /\{(?<choices>[^{}]*,[^{}]*)\}/,
    /(?<steps>(?<![^/])(?:\*\*\/)+)/,
    /(?<below>(?<!\*)(?:\/\*\*)+$)/,
    /(?<deep>(?<![^/])\*\*(?=\{|$))/,
    /(?<star>\*+)/,
    /(?<one>\?)/,
    /[^*?{/]+|[{/]/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
)

function pieceOf(token: string, { choices, ...is }: Readonly<Record<string, string | undefined>>): Piece {
  if (choices !== undefined) return oneOf(choices.split(',').map(choiceOf))
  if (is['steps']) return steps
  if (is['below']) return oneOf([inTurn([]), inTurn([literal('/'), deep])])
  if (is['deep']) return deep
  if (is['star']) return star
  return is['one'] ? one(notSlash) : literal(token)
}

/** Two stars at its beginning stand for one step at least. */
function choiceOf(text: string): Piece {
  return text.startsWith('**/') ? inTurn([deep, piecesOf(text.slice(2))]) : piecesOf(text)
}

/** Far above any real pattern and any real path. */
const limits = { length: 200, folders: 3, stars: 3, braces: 3, choices: 30, steps: 100 } as const

function bracesOf(pattern: string): string | undefined {
  const groups = pattern.match(/\{[^{}]*\}/g) ?? []
  const rest = pattern.replaceAll(/\{[^{}]*\}/g, '')
  if (/[{}]/.test(rest)) return 'Its braces do not match, or stand inside each other.'
  if (groups.some((group) => group.includes('..'))) return 'List the choices of {a,b} one by one.'
  const choices = groups.join('').split(',').length
  return groups.length > limits.braces || choices > limits.choices
    ? `It has more than ${limits.braces} groups in braces or ${limits.choices} choices. Write several patterns.`
    : undefined
}

function starsOf(pattern: string): string | undefined {
  const steps = pattern.split('/')
  const folders = steps.filter((step) => step.includes('**')).length
  const stars = steps.map((step) => (step === '**' ? 0 : step.split('*').length - 1))
  return folders > limits.folders || stars.some((count) => count > limits.stars)
    ? `It has more than ${limits.folders} times ** or ${limits.stars} times * between two slashes. Write several patterns.`
    : undefined
}

import picomatch from 'picomatch'

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
  let matchers: readonly Matcher[] | undefined
  return (path) => {
    // Compiled when they are asked for the first time, since most files never are.
    matchers ??= patterns.flatMap(compile)
    return path.split('/').length <= limits.steps && matchers.some((matches) => matches(path))
  }
}

function compile(pattern: string): readonly Matcher[] {
  const trimmed = pattern.replace(/^\.\//, '').replace(/\/+$/, '')
  const isFolder = /(?:^|\/)[^/*?{]+$/.test(trimmed)
  return [trimmed, ...(isFolder ? [`${trimmed}/**`] : [])].map((each) => picomatch(each, options))
}

const options = { dot: true, noextglob: true, nonegate: true, windows: false } as const

/** Far above any real pattern, and so few wildcards that no path can make matching slow. */
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

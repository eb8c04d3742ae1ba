import { nearest } from '../../engine/schema/suggest.ts'
import { UsageError } from '../exit.ts'
import { agent } from './agent.ts'
import { concise } from './concise.ts'
import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import { json } from './json.ts'
import { jsonl } from './jsonl.ts'
import { junit } from './junit.ts'
import { MARKER, markdown } from './markdown.ts'
import { type Parts, whole } from './parts.ts'
import { pretty } from './pretty.ts'
import type { Report } from './reported.ts'
import { sarif } from './sarif.ts'
import { statistics } from './statistics.ts'
import type { Style } from './style.ts'

/** One way to write a report. */
export interface Format {
  readonly about: string
  render(report: Report, style: Style): Parts
  /** Whether it shows what each fix would change. */
  readonly edits?: true
  /** Whether a text is a report of this format, which a new one may replace. */
  wrote(text: string): boolean
}

/** How our SARIF begins. */
const SARIF =
  /^\{\s*"\$schema": "[^"]*",\s*"version": "2\.1\.0",\s*"runs": \[\s*\{\s*"tool": \{\s*"driver": \{\s*"name": "pilots"/

/** How the formats for people end. */
const SUMMARY =
  /(?:^|\n)(?:No (?:new )?findings|\d+ (?:error|warning|info)s?\b[^\n]*) in \d+ (?:of \d+ )?files?\.[^\n]*\n$/

const wroteText = (text: string): boolean => SUMMARY.test(text)

/** All formats by name, in the order of the help. */
export const formats: ReadonlyMap<string, Format> = new Map<string, Format>([
  [
    'pretty',
    {
      about: 'for people, with the lines',
      render: ({ results }, style) => pretty(results, style),
      wrote: wroteText,
    },
  ],
  ['concise', { about: 'one line per finding', render: concise, wrote: wroteText }],
  [
    'statistics',
    {
      about: 'how often each rule was broken',
      render: ({ results }, style) => statistics(results, style),
      wrote: wroteText,
    },
  ],
  [
    'json',
    {
      about: 'for programs',
      edits: true,
      render: ({ results }) => json(results),
      wrote: begins(/^\{\s*"version": 1,\s*"asOf": "/),
    },
  ],
  [
    'jsonl',
    {
      about: 'for programs, one line per finding',
      edits: true,
      render: (report) => jsonl(report),
      wrote: begins(/^\{"type":"report","version":1,/),
    },
  ],
  [
    'sarif',
    {
      about: 'SARIF 2.1.0, for code scanning',
      edits: true,
      render: sarif,
      wrote: begins(SARIF),
    },
  ],
  [
    'junit',
    {
      about: 'JUnit XML, for test reports',
      render: junit,
      wrote: begins(/^<\?xml[^>]*>\s*<testsuites name="pilots"/),
    },
  ],
  [
    'github',
    {
      about: 'annotations and job summary of GitHub Actions',
      render: github,
      wrote: wroteText,
    },
  ],
  [
    'gitlab',
    {
      about: 'GitLab Code Quality',
      render: gitlab,
      wrote: begins(/^\[(?:\]\s*$|\s*\{\s*"description": "[^\n]*\n\s*"check_name": )/),
    },
  ],
  [
    'markdown',
    {
      about: 'a comment for a pull request',
      render: (report) => whole(markdown(report)),
      wrote: (text) => text.startsWith(MARKER),
    },
  ],
  [
    'agent',
    {
      about: 'for coding agents, with the command that fixes or explains',
      render: agent,
      wrote: wroteText,
    },
  ],
])

function begins(pattern: RegExp): (text: string) => boolean {
  return (text) => pattern.test(text)
}

/** A format and where its report goes. */
export interface Target {
  readonly name: string
  readonly format: Format
  /** Absent for standard output. */
  readonly file: string | undefined
}

/** The target that `NAME` or `NAME=FILE` stands for; `-` is standard output. */
export function targetOf(text: string): Target {
  const [name = '', ...rest] = text.split('=')
  const file = rest.join('=')
  const format = formats.get(name)
  if (!format) throw new UsageError(unknown(name))
  if (rest.length > 0 && file === '')
    throw new UsageError(
      `"${text}" names no file. Write it as ${name}=FILE, or ${name} alone for standard output.`,
    )
  return { name, format, file: rest.length === 0 || file === '-' ? undefined : file }
}

function unknown(name: string): string {
  const names = [...formats.keys()]
  const meant = nearest(name, names)
  return `There is no format "${name}". ${meant ? `Did you mean ${meant}?` : `There are ${names.join(', ')}.`}`
}

/** What decides about the format when none is asked for. */
export interface Surroundings {
  readonly isTerminal: boolean
  readonly isAgent: boolean
  readonly env: Readonly<Record<string, string | undefined>>
}

/**
 * The format for the place that the program runs in. On a terminal sits a person, whatever the environment says; what is
 * piped elsewhere reads like on a terminal, without colours.
 */
export function usualFormat({ isTerminal, isAgent, env }: Surroundings): string {
  if (isTerminal) return 'pretty'
  if (isAgent) return 'agent'
  return env['GITHUB_ACTIONS'] === 'true' ? 'github' : 'pretty'
}

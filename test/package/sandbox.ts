import assert from 'node:assert/strict'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parse } from 'yaml'
import { root } from './built.ts'

/** A repository beside a place for programs and one for the files of a build service; `remove` takes all away. */
export interface Sandbox {
  readonly folder: string
  readonly repository: string
  /** What a step or job is run with: a PATH that begins with a npm which installs our build, and its own folders. */
  readonly env: NodeJS.ProcessEnv
  /** The arguments of each call of npm. */
  npmCalls(): readonly string[]
  /** Fails when anything was made that only an obeyed input could have made. */
  assertUnharmed(): void
  /** Lets a program that only notes its arguments stand for pilots. */
  standIn(): void
  /** The arguments of the last call of the stand-in. */
  given(): readonly string[]
  remove(): void
}

/** Values as an attacker would choose them; each that is obeyed makes a file CANARY. */
export const hostile: readonly string[] = [
  '$(touch CANARY)',
  '`touch CANARY`',
  '"; touch CANARY; "',
  "'; touch CANARY; '",
  '| touch CANARY',
  '\n::error::CANARY\ntouch CANARY',
  '--stdin-filename=CANARY',
  '%0A::set-output name=CANARY::1',
]

export function sandbox(): Sandbox {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'pilots-'))
  const repository = join(folder, 'repository')
  const programs = join(folder, 'programs')
  cpSync(join(root, 'examples/pilots'), join(repository, 'pilots'), { recursive: true })
  mkdirSync(programs)
  mkdirSync(join(folder, 'temp'))
  for (const file of ['output', 'summary']) writeFileSync(join(folder, file), '')
  writeFileSync(join(programs, 'npm'), NPM)
  chmodSync(join(programs, 'npm'), 0o755)
  symlinkSync(join(root, 'dist/cli.js'), join(programs, 'pilots'))
  return {
    folder,
    repository,
    env: {
      PATH: [programs, dirname(process.execPath), '/usr/bin', '/bin'].join(':'),
      PILOTS: join(programs, 'pilots'),
      CALLS: join(folder, 'calls'),
      RUNNER_TEMP: join(folder, 'temp'),
      GITHUB_ACTIONS: 'true',
      GITHUB_OUTPUT: join(folder, 'output'),
      GITHUB_STEP_SUMMARY: join(folder, 'summary'),
    },
    npmCalls: () => readFileSync(join(folder, 'calls'), 'utf8').split('\n').slice(0, -1),
    assertUnharmed() {
      const files = readdirSync(folder, { recursive: true }).map(String)
      assert.deepEqual(
        files.filter((file) => /(?:^|[/\\])CANARY$/.test(file)),
        [],
      )
    },
    standIn() {
      rmSync(join(programs, 'pilots'))
      writeFileSync(join(programs, 'pilots'), STAND_IN)
      chmodSync(join(programs, 'pilots'), 0o755)
    },
    given: () => readFileSync(join(folder, 'calls.given'), 'utf8').split('\0').slice(0, -1),
    remove: () => rmSync(folder, { recursive: true }),
  }
}

/** Puts our build where npm would put the package. */
const NPM = `#!/bin/sh
printf '%s|' "$@" >> "$CALLS"; echo >> "$CALLS"
while [ "$1" != --prefix ]; do shift; done
mkdir -p "$2/node_modules/.bin"
ln -sf "$PILOTS" "$2/node_modules/.bin/pilots"
`

const STAND_IN = `#!/bin/sh
printf '%s\\0' "$@" > "$CALLS.given"
`

/** A file of YAML at the root of the project, as plain values. */
export function yamlFile(path: string): unknown {
  return parse(readFileSync(join(root, path), 'utf8'))
}

export function record(value: unknown): Readonly<Record<string, unknown>> {
  assert.ok(typeof value === 'object' && value !== null, `${value} is no block`)
  return { ...value }
}

export function list(value: unknown): readonly unknown[] {
  assert.ok(Array.isArray(value), `${value} is no list`)
  return value
}

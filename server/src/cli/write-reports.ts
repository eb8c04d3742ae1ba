import { posix } from 'node:path'
import { visible } from '../engine/text/visible.ts'
import { UsageError } from './exit.ts'
import { fullPath } from './inputs.ts'
import type { Io } from './io.ts'
import type { WriteRules } from './outputs.ts'
import { type Target, targetOf, usualFormat } from './report/formats.ts'
import { markdown } from './report/markdown.ts'
import { inBlocks, type Parts } from './report/parts.ts'
import type { Report } from './report/reported.ts'
import { plainStyle, styleFor } from './report/style.ts'

/**
 * Where the reports go; refused before any work is done if two are in each other's way, or in that of a part of a check, or something
 * is in theirs.
 */
export async function targetsFor(
  wanted: readonly Target[] | undefined,
  part: string | undefined,
  io: Io,
): Promise<readonly Target[]> {
  const targets = wanted ?? [targetOf(usualFormat(io))]
  const [first, second] = targets.filter(({ file }) => file === undefined)
  if (first && second)
    throw new UsageError(
      `Only one report can go to standard output. Write one of them to a file: -f ${second.name}=FILE.`,
    )
  const files = targets.flatMap(({ file }) => (file === undefined ? [] : [fullPath(file, io)]))
  const twice = files.find((file, index) => files.indexOf(file) < index)
  if (twice !== undefined)
    throw new UsageError(`Two reports cannot go to "${posix.relative(io.cwd, twice)}".`)
  if (part !== undefined && files.includes(fullPath(part, io)))
    throw new UsageError(`A report and --part cannot go to "${posix.relative(io.cwd, fullPath(part, io))}".`)
  for (const target of targets) {
    const { file } = target
    if (file === undefined) continue
    refuse(file, await io.outputs.obstacle(fullPath(file, io), rulesOf(target, io)))
  }
  return targets
}

/**
 * Writes each report to its place, and the job summary where GitHub wants one. What cannot be written keeps none of the others
 * back, since the work is done by then, and ends the command afterwards.
 */
export async function writeReports(report: Report, targets: readonly Target[], io: Io): Promise<void> {
  const failed: string[] = []
  for (const target of targets) {
    const refusal = await writeReport(report, target, io)
    if (refusal !== undefined) failed.push(refusal)
  }
  if (targets.some(({ name }) => name === 'github')) await writeJobSummary(report, io)
  for (const refusal of failed.slice(1)) io.err(`pilots: ${visible(refusal)}\n`)
  const [first] = failed
  if (first !== undefined) throw new UsageError(first)
}

/** Why a report could not be written, if it could not. */
async function writeReport(report: Report, target: Target, io: Io): Promise<string | undefined> {
  const { file, format } = target
  if (file === undefined) {
    await print(format.render(report, styleFor(io)), io)
    return undefined
  }
  const defects: unknown[] = []
  const parts = noting(format.render(report, plainStyle), defects)
  const obstacle = await io.outputs.write(fullPath(file, io), inBlocks(parts), rulesOf(target, io))
  if (defects.length > 0) throw defects[0]
  return obstacle === undefined ? undefined : refusalOf(file, obstacle)
}

/** Notes what fails as a report is made, which is nothing that is in the way of the file it goes to. */
function* noting(parts: Parts, defects: unknown[]): Parts {
  try {
    yield* parts
  } catch (error) {
    defects.push(error)
    throw error
  }
}

/** Writes a report to standard output, no faster than it is read there. */
export async function print(parts: Parts, io: Pick<Io, 'out' | 'drained'>): Promise<void> {
  for (const block of inBlocks(parts)) {
    io.out(block)
    await io.drained?.()
  }
}

/** Characters: GitHub takes a megabyte for the summary of a step. */
const JOB_SUMMARY = 500_000

async function writeJobSummary(report: Report, io: Io): Promise<void> {
  const path = io.env['GITHUB_STEP_SUMMARY']
  if (!path) return
  const obstacle = await io.outputs.append(fullPath(path, io), `${markdown(report, JOB_SUMMARY)}\n`)
  if (obstacle !== undefined) io.err(`pilots: The job summary was not written: ${visible(obstacle)}.\n`)
}

function rulesOf({ format }: Target, { cwd }: Io): WriteRules {
  return { folder: cwd, replaceable: (text) => format.wrote(text) }
}

/** Ends the command where something is in the way of a file that it writes. */
export function refuse(file: string, obstacle: string | undefined): void {
  if (obstacle !== undefined) throw new UsageError(refusalOf(file, obstacle))
}

function refusalOf(file: string, obstacle: string): string {
  return `"${file}" is not written: ${obstacle}. Choose another file.`
}

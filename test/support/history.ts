import assert from 'node:assert/strict'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { FileHistory } from '../../server/src/engine/history/history.ts'
import type { HistoryRequest, NoHistory, RepositoryHistory } from '../../server/src/engine/history/source.ts'
import { type Git, gitOf } from '../../server/src/node/git.ts'
import { gitHistory } from '../../server/src/node/history.ts'
import type { Repository } from './git-repository.ts'

/** A pilot that is long enough for Git to know it again under another name. */
export function pilot(target: number, more = ''): string {
  const steps = Array.from(
    { length: 12 },
    (_, index) => `    - Step ${index + 1} of the ordinary day\n`,
  ).join('')
  return `apiVersion: pilot-as-code/v1\nname: a\nsummary: >-\n${steps}criteria:\n  success:\n    - metric: Accuracy\n      baseline: 50\n      target: ${target}\n${more}`
}

/** The Git of this machine. */
export const git: Git = gitOf(process.env)

/** What Git remembers of the pilots below a folder, or why there is nothing. */
export async function read(
  root: string,
  request: HistoryRequest = {},
): Promise<RepositoryHistory | NoHistory> {
  return gitHistory(git).read(pathToFileURL(root).href, request)
}

/** The same, where there is something. */
export async function known(root: string, request: HistoryRequest = {}): Promise<RepositoryHistory> {
  const answer = await read(root, request)
  assert.equal(answer.gap, undefined)
  assert.ok(answer.gap === undefined)
  return answer
}

/** The gap alone: what Git says beside it depends on its version. */
export async function gapOf(root: string): Promise<string | undefined> {
  return (await read(root)).gap
}

export function uriIn({ root }: Repository, path: string): string {
  return pathToFileURL(join(root, path)).href
}

/** The revisions of a file by date, author and target. */
export function told({ revisions }: FileHistory | { revisions: [] }): readonly string[] {
  return revisions.map(
    ({ date, author, commitments }) => `${date} ${author} ${commitments.criteria[0]?.target}`,
  )
}

import { pathToFileURL } from 'node:url'
import { type Git, gitOf } from '../../server/src/node/git.ts'
import { gitHistory } from '../../server/src/node/history.ts'
import { type Commit, repository } from '../support/git-repository.ts'

const PILOTS = 200
const COMMITS = 2_000

/** Prints what reading the history of 200 pilots with 2,000 commits costs. */
async function measure(): Promise<void> {
  const repo = repository(Array.from({ length: COMMITS }, (_, index) => commit(index)))
  const processes: string[] = []
  const git = gitOf(process.env)
  const counting: Git = {
    run: async (folder, call) => {
      const start = performance.now()
      const result = await git.run(folder, call)
      processes.push(`${call.command} ${Math.round(performance.now() - start)} ms`)
      return result
    },
  }
  const source = gitHistory(counting)
  const uri = pathToFileURL(repo.root).href
  const known = await timed('first reading', () => source.read(uri))
  if (known.gap !== undefined) throw new Error(known.gap)
  const revisions = [...known.files.values()].reduce((sum, file) => sum + file.revisions.length, 0)
  console.log(
    `  ${known.files.size} files, ${revisions} revisions; processes: ${processes.splice(0).join(', ')}`,
  )
  await timed('no new commit', () => source.read(uri, { known }))
  console.log(`  processes: ${processes.splice(0).join(', ')}`)
  await timed('a day of the past', () => source.read(uri, { asOf: '2025-06-01' }))
  console.log(`  processes: ${processes.splice(0).join(', ')}`)
  repo.remove()
}

/** The first commits add a pilot each; every later one changes one of them. */
function commit(index: number): Commit {
  const number = index % PILOTS
  const date = new Date(Date.UTC(2023, 0, 1) + index * 12 * 3_600_000).toISOString().slice(0, 10)
  return { date, files: { [`team-${number % 20}/pilot-${number}.pilot.yaml`]: pilot(number, index) } }
}

function pilot(number: number, revision: number): string {
  const notes = Array.from({ length: 60 }, (_, line) => `  - Note ${line} of pilot ${number}, as it stands\n`)
  return `apiVersion: pilot-as-code/v1
name: pilot-${number}
title: Pilot ${number}
stage: data
timeline: { start: 2023-02-01, end: 2026-12-31 }
criteria:
  success:
    - metric: Cases per day
      baseline: 40
      target: ${100_000 - revision}
notes:
${notes.join('')}`
}

async function timed<T>(what: string, run: () => Promise<T>): Promise<T> {
  const start = performance.now()
  const result = await run()
  console.log(`${what}: ${Math.round(performance.now() - start)} ms`)
  return result
}

await measure()

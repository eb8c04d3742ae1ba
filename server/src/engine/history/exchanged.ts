import { nameKey } from './commitments.ts'
import type { LogChange, LogCommit } from './log.ts'

/** Files that exchanged their texts: each has the text that the next one had, and the last one that of the first. */
type Round = readonly LogChange[]

/** The commits in which files exchanged their texts, which Git tells as a change of each of them. */
export function exchangesIn(commits: readonly LogCommit[]): ReadonlyMap<LogCommit, readonly Round[]> {
  const all = commits.map((commit) => [commit, roundsIn(commit)] as const)
  return new Map(all.filter(([, rounds]) => rounds.length > 0))
}

/**
 * The log with the files renamed where pilots exchanged theirs, each under a name of its own inside. Without the names a text that was
 * written beside a pilot, with targets that are easier, could take its place and leave the past behind.
 */
export function withExchanges(
  commits: readonly LogCommit[],
  exchanges: ReadonlyMap<LogCommit, readonly Round[]>,
  nameIn: (blob: string) => string | undefined,
): readonly LogCommit[] {
  const isOfPilots = (round: Round): boolean => {
    const names = new Set(round.map(({ after }) => nameKey(nameIn(after ?? '') ?? '')))
    return names.size === round.length && !names.has('')
  }
  return commits.map((commit) => {
    const rounds = exchanges.get(commit)?.filter(isOfPilots) ?? []
    const renamed = new Map(
      rounds.flatMap((round) => round.map((each, at) => [each, round[at + 1] ?? round[0]])),
    )
    if (renamed.size === 0) return commit
    const changes = commit.changes.map((each) => {
      const from = renamed.get(each)?.path
      return from === undefined ? each : { ...each, from, before: each.after }
    })
    return { ...commit, changes }
  })
}

/** Those of a commit that joins lines are found on the line on which they were made. */
function roundsIn({ parents, changes }: LogCommit): readonly Round[] {
  if (parents.length > 1 || changes.length < 2) return []
  const left = new Map(changes.filter(isOther).map((each) => [each.before, each]))
  return [...left.values()].flatMap((first) => {
    const round: LogChange[] = []
    for (let each = left.get(first.before); each; each = left.get(each.after)) {
      left.delete(each.before)
      round.push(each)
    }
    return round.length > 1 && round.at(-1)?.after === first.before ? [round] : []
  })
}

/** Whether a file has another text, and is called as before. */
function isOther({ from, before, after }: LogChange): boolean {
  return from === undefined && before !== undefined && after !== undefined && before !== after
}

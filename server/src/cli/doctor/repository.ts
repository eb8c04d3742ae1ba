import { posix } from 'node:path'
import {
  gapText,
  type HistoryGap,
  type NoHistory,
  type RepositoryHistory,
} from '../../engine/history/source.ts'
import { counted } from '../../engine/text/counted.ts'
import type { Io } from '../io.ts'
import { uriOf } from '../paths.ts'
import { type CheckUp, fine, note, wrong } from './check-up.ts'

/** The repository around the folder of the run, and what Git remembers of its pilots. */
export async function examineRepository(io: Io): Promise<readonly CheckUp[]> {
  const root = await io.files.rootOf(io.cwd)
  if (root === undefined) {
    const advice = 'Keep pilots in a Git repository: then a target that is lowered later is found.'
    return [note('repository', 'none around this folder', advice)]
  }
  const history = await io.history.read(uriOf(root))
  return [
    fine('repository', posix.relative(io.cwd, root) || 'this folder'),
    history.gap === undefined ? fine('history', remembered(history)) : gapCheck(history),
  ]
}

function remembered({ files, departed, head }: RepositoryHistory): string {
  const commits = new Set(
    [...files.values()].flatMap(({ revisions }) => revisions.map(({ commit }) => commit)),
  )
  const gone =
    departed.length === 0
      ? ''
      : `, and ${counted(departed.length, 'pilot')} that ${departed.length === 1 ? 'is' : 'are'} gone`
  return `${counted(files.size, 'pilot')} in ${counted(commits.size, 'commit')} up to ${head.slice(0, 7)}${gone}`
}

function gapCheck({ gap, detail }: NoHistory): CheckUp {
  const says = detail ? `${gapText(gap)}: ${detail}` : gapText(gap)
  const advice = advices[gap]
  if (gap === 'empty' || gap === 'no-git') return note('history', says, advice)
  return wrong('history', says, advice ?? 'Run git log in the folder and follow what it says.')
}

const advices: Readonly<Partial<Record<HistoryGap, string>>> = {
  empty: 'Commit the pilots: rules that look back begin with the first commit.',
  'no-git': 'Until Git is there, rules that look back are not run.',
  shallow:
    'Run git fetch --unshallow; in GitHub Actions give actions/checkout fetch-depth: 0, in GitLab set GIT_DEPTH: "0".',
  foreign: 'Run pilots in the folder that the repository names, or correct core.worktree.',
  timeout: 'Try again when the machine is less busy, or pass --no-history.',
}

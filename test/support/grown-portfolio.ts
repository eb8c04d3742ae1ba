import { readdirSync, readFileSync } from 'node:fs'
import { type Commit, type Repository, repository } from './git-repository.ts'

const folder = new URL('../fixtures/portfolio/', import.meta.url)

/** The twelve pilots of `test/fixtures/portfolio` in a repository of their own, as they grew commit by commit. */
export function grownPortfolio(): Repository {
  const present = grownFiles()
  const repo = repository(commitsTo(present))
  for (const [path, text] of Object.entries(present)) repo.write(path, text)
  return repo
}

/** Its files as they are now, by their paths. */
export function grownFiles(): Readonly<Record<string, string>> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.yaml'),
  )
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(new URL(path, folder), 'utf8')]))
}

interface Change {
  readonly date: string
  readonly author: string
  /** The pilot, by the name of its file. */
  readonly pilot: string
  readonly was: string
  readonly is: string
}

/** What somebody changed in one pilot, oldest first. The fixtures are as the last of them left them. */
const changes: readonly Change[] = [
  {
    date: '2026-04-05',
    author: 'Luis Ortega',
    pilot: 'claims-triage',
    was: 'target: 70',
    is: 'target: 55',
  },
  {
    date: '2026-04-13',
    author: 'Mei Lin',
    pilot: 'invoice-matching',
    was: '',
    is: '    - metric: Minutes per invoice\n      baseline: 9\n      target: 4\n      by: 2026-08-28\n',
  },
  {
    date: '2026-04-16',
    author: 'Dana Whitfield',
    pilot: 'complaint-routing',
    was: 'name: Ana Ruiz',
    is: 'name: L. Ortega',
  },
  {
    date: '2026-04-20',
    author: 'Tomas Novak',
    pilot: 'route-planning',
    was: 'end: 2026-05-29',
    is: 'end: 2026-06-26',
  },
  {
    date: '2026-04-27',
    author: 'Priya Nair',
    pilot: 'line-inspection',
    was: '',
    is: '    - { name: Labels, phase: 1 }\n',
  },
  {
    date: '2026-05-04',
    author: 'Luis Ortega',
    pilot: 'shift-planning',
    was: 'stage: rollout',
    is: 'stage: data',
  },
  {
    date: '2026-05-04',
    author: 'Mei Lin',
    pilot: 'invoice-matching',
    was: '',
    is: 'gates:\n  - { stage: data, due: 2026-03-06, held: 2026-03-06, decision: hold, by: Dana Whitfield }\n',
  },
  {
    date: '2026-05-18',
    author: 'Tomas Novak',
    pilot: 'route-planning',
    was: 'end: 2026-06-26',
    is: 'end: 2026-08-28',
  },
  {
    date: '2026-05-19',
    author: 'Luis Ortega',
    pilot: 'invoice-matching',
    was: 'decision: hold',
    is: 'decision: advance',
  },
]

/** Written into every pilot that somebody still looks after, in one commit that changes no value. */
const review = { date: '2026-05-20', author: 'Dana Whitfield', note: '# Reviewed in May.\n' }

/** A pilot that is gone from the folder. */
const deleted = {
  date: '2026-03-16',
  author: 'Luis Ortega',
  path: 'pilots/returns-desk.pilot.yaml',
  text: 'apiVersion: pilot-as-code/v1\nname: returns-desk\ntitle: Returns desk\nstage: rollout\nuseCase: complaint-routing\n',
}

function commitsTo(present: Readonly<Record<string, string>>): readonly Commit[] {
  const files = { ...present }
  const later: Commit[] = []
  const undo = (path: string, was: string, is: string): void => {
    const text = files[path]
    if (!text?.includes(is)) throw new Error(`${path} does not hold ${is}`)
    files[path] = text.replace(is, was)
  }
  const reviewed = Object.keys(files).filter((path) => files[path]?.startsWith(review.note))
  later.push({ ...review, files: pick(files, reviewed) })
  for (const path of reviewed) undo(path, '', review.note)
  for (const { date, author, pilot, was, is } of changes.toReversed()) {
    const path = `pilots/${pilot}.pilot.yaml`
    later.push({ date, author, files: pick(files, [path]) })
    undo(path, was, is)
  }
  const { date, author, path, text } = deleted
  later.push({ date, author, files: { [path]: undefined } })
  const first = { date: '2026-01-05', files: { ...files, [path]: text } }
  return [first, ...later.reverse()]
}

function pick(
  files: Readonly<Record<string, string>>,
  paths: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(paths.map((path) => [path, files[path] ?? '']))
}

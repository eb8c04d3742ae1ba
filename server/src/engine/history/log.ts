import { addDays, type IsoDate } from '../pilot/dates.ts'

/** One commit that touches pilot files, or joins two lines of commits. */
export interface LogCommit {
  /** The full hash. */
  readonly hash: string
  /** The nearest earlier ones among the commits of the log; the first is the one that `changes` compares with. */
  readonly parents: readonly string[]
  readonly author: string
  /** The calendar date of the author, where he was. */
  readonly authored: IsoDate
  /** The calendar date on which it came into this line of commits. */
  readonly committed: IsoDate
  readonly changes: readonly LogChange[]
}

export interface LogChange {
  /** Relative to the root, after the commit; before it for a file that is gone. */
  readonly path: string
  /** The earlier path of a file that was renamed. */
  readonly from: string | undefined
  /** The id of the text before and after; absent where there was no such file, or no regular one. */
  readonly before: string | undefined
  readonly after: string | undefined
}

/** What `git log -z --raw --no-abbrev --date=raw` is asked to print of a commit before its changes. */
export const logFormat = '%H%x00%P%x00%an%x00%ad%x00%cd'

/**
 * Reads what Git printed, newest first. Only NUL separates: names of people and files hold everything else. What does
 * not look like a commit ends the reading.
 */
export function parseLog(text: string): readonly LogCommit[] {
  const fields = text.split('\0')
  const commits: LogCommit[] = []
  let at = 0
  while (HASH.test(fields[at] ?? '')) {
    const [hash = '', parents = '', author = '', authored = '', committed = ''] = fields.slice(at, at + 5)
    const changes: LogChange[] = []
    // The header ends with a NUL of its own.
    at += 5
    for (let change = changeAt(fields, at); change; change = changeAt(fields, at)) {
      changes.push(change.change)
      at = change.next
    }
    commits.push({
      hash,
      parents: parents.split(' ').filter((parent) => parent !== ''),
      author: author.trim() === '' ? 'an unknown author' : author.slice(0, NAME),
      authored: calendarDate(authored),
      committed: calendarDate(committed),
      changes,
    })
  }
  return commits
}

/** Characters of a name. */
const NAME = 200
const HASH = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/
const CHANGE = /^\n?:(\d{6}) (\d{6}) ([0-9a-f]+) ([0-9a-f]+) ([A-Z])\d*$/

interface ChangeAt {
  readonly change: LogChange
  readonly next: number
}

function changeAt(fields: readonly string[], at: number): ChangeAt | undefined {
  const [, modeBefore = '', modeAfter = '', before = '', after = '', status] =
    CHANGE.exec(fields[at] ?? '') ?? []
  const [first, second] = [fields[at + 1], fields[at + 2]]
  if (status === undefined || first === undefined) return undefined
  const renamed = status === 'R' || status === 'C'
  const change = {
    path: renamed ? (second ?? first) : first,
    from: status === 'R' ? first : undefined,
    // Of a copy Git names the text that it was made of.
    before: status === 'C' ? undefined : blob(modeBefore, before),
    after: blob(modeAfter, after),
  }
  return { change, next: at + (renamed ? 3 : 2) }
}

/** Links and submodules are no texts. */
function blob(mode: string, id: string): string | undefined {
  return mode.startsWith('100') ? id : undefined
}

/** The date where the clock stood as `1780000000 +0200` says; a time that no clock can show is the nearest that one can. */
function calendarDate(raw: string): IsoDate {
  const [, seconds = '0', sign = '+', hours = '0', minutes = '0'] =
    /^(-?\d+) ([+-])(\d{2})(\d{2})$/.exec(raw) ?? []
  const offset = Math.min(Number(hours) * 60 + Number(minutes), DAY_MINUTES) * (sign === '-' ? -60 : 60)
  const days = Math.floor((Number(seconds) + offset) / 86_400)
  return addDays('1970-01-01', Math.min(Math.max(days, -MOST_DAYS), MOST_DAYS))
}

const DAY_MINUTES = 24 * 60
/** Ten thousand years. */
const MOST_DAYS = 3_652_500

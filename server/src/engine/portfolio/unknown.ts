import type { Departed } from '../history/history.ts'
import { ofEach } from '../once.ts'
import type { Reference } from '../schema/describe.ts'
import { shortListing } from '../text/listing.ts'
import { kindOfName } from '../words/people.ts'
import { type Named, tellNames } from './named.ts'
import type { Member, Portfolio } from './portfolio.ts'
import type { Registry } from './registry.ts'

/** What names are known by, beside the portfolio itself. */
interface Known {
  readonly registry: Registry | undefined
  readonly departed: readonly Departed[] | undefined
  readonly unread?: readonly string[] | undefined
}

/** A name that is asked about. */
type Asked = Pick<Named, 'refers' | 'name'>

/** Where it stands. */
type Asking = Pick<Member, 'file'>

/**
 * Whether a name stands for nothing that is known. Where there is no registry of its kind, nobody can tell. A pilot that names itself
 * names no pilot.
 */
export function isUnknown(mention: Asked & Asking, portfolio: Portfolio, known: Known): boolean {
  return mention.refers === 'pilot'
    ? isUnknownPilot(mention, portfolio, known)
    : isUnregistered(mention, known)
}

/** The kinds of names of which somebody can tell whether they are known. */
export function judgedKinds({ registry }: Pick<Known, 'registry'>): ReadonlySet<Reference> {
  const covered = KINDS.filter((kind) => registry?.covers(kind))
  return new Set(['pilot', ...covered])
}

const KINDS: readonly Reference[] = ['person', 'team', 'owner', 'system']

/** A name of a pilot, and its number among them. */
export interface Judged extends Asked {
  readonly at: number
}

/** The names of these kinds: most stand for people and systems, of whom nobody can tell without a registry. */
export function judgedIn({ facts }: Member, kinds: ReadonlySet<Reference>): readonly Judged[] {
  const names: Judged[] = []
  let count = 0
  tellNames(facts.mentions, (refers, name) => {
    const at = count++
    if (kinds.has(refers)) names.push({ refers, name, at })
  })
  return names
}

function isUnknownPilot(
  { name, file }: Asked & Asking,
  portfolio: Portfolio,
  { departed, unread }: Known,
): boolean {
  const isThere = portfolio.named(name).some((each) => each.file !== file)
  if (isThere || (unread && setOf(unread).has(name.toLowerCase()))) return false
  return !departed || !namesOf(departed).has(name)
}

/** Asked for each name of each pilot, and there may be thousands that are gone. */
const namesOf = ofEach(
  (departed: readonly Departed[]) => new Set(departed.map(({ commitments }) => commitments.name)),
)
const setOf = ofEach((names: readonly string[]) => new Set(names))

function isUnregistered({ refers, name }: Asked, { registry }: Known): boolean {
  if (!registry?.covers(refers) || registry.find(refers, name)) return false
  // Groups, vacancies and pairs in a person's place are the business of the rules for owners.
  const kind = kindOfName(name)
  return refers === 'person' ? kind === 'person' : kind !== 'vacancy'
}

/** Finds the names that were most likely meant, of which none is that of the pilot itself. */
export type Suggest = (mention: Asked, own: string | undefined) => readonly string[]

/** More suggestions than these nobody reads at a time, and each is a search. */
const SUGGESTIONS = 200

export function suggester(portfolio: Portfolio, { registry }: Known): Suggest {
  const given = new Map<string, readonly string[]>()
  const search = ({ refers, name }: Asked): readonly string[] => {
    if (refers !== 'pilot') return registry?.meant(refers, name) ?? []
    const meant = portfolio.meant(name)
    return meant === undefined ? [] : [meant]
  }
  return (mention, own) => {
    const key = `${mention.refers} ${mention.name}`
    if (!given.has(key) && given.size < SUGGESTIONS) given.set(key, search(mention))
    return given.get(key)?.filter((each) => each !== own) ?? []
  }
}

/** What to say of a name that is not known; `meant` are the names that it may stand for. */
export function messageOf(
  { refers, name }: Asked,
  own: string | undefined,
  meant: readonly string[],
): string {
  if (meant.length > 1)
    return `The registry knows several people "${name}": ${shortListing(meant, 3)}. Write the full name.`
  const known = meant[0] === undefined ? undefined : `Did you mean "${meant[0]}"?`
  if (refers === 'pilot')
    return `There is no ${name === own ? 'other ' : ''}pilot "${name}". ${known ?? 'Correct the name, or add its file.'}`
  const kind = refers === 'owner' ? 'person or team' : refers
  return `The registry does not know the ${kind} "${name}". ${known ?? 'Correct the name, or add it to the registry.'}`
}

/** Whether the text means the same with quotes around it and without, in brackets and outside of them. */
export function isPlain(text: string): boolean {
  return /^\p{L}[\p{L}\p{N} ._-]*$/u.test(text) && !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(text)
}

import { ofEach } from '../once.ts'
import type { Member, Portfolio } from './portfolio.ts'

/** What a rule looks at beside the facts of pilots: who is who among those that share the surname of an operator. */
export const NAMESAKES = 'namesakes'

/** All at which a rule looked, and of which pilots. */
export class Looks {
  readonly #files = new Map<string, Set<string>>()

  /** Without a file the rule looks at all pilots. */
  add(at: string, file: string = ALL): void {
    const files = this.#files.get(at)
    if (files) files.add(file)
    else this.#files.set(at, new Set([file]))
  }

  /** Whether the rule looked at any of this in a file. */
  has(file: string, changed: Iterable<string>): boolean {
    for (const at of changed) {
      const files = this.#files.get(at)
      if (files?.has(ALL) || files?.has(file)) return true
    }
    return false
  }
}

const ALL = ''

/** A pilot that tells at which of its facts somebody looks. */
export function heardMember({ file, facts }: Member, hear: Looks['add']): Member {
  const heard = new Proxy(facts, {
    get: (all, fact) => {
      if (typeof fact === 'string') hear(fact, file)
      return Reflect.get(all, fact)
    },
  })
  return { file, facts: heard }
}

/** All pilots as one look-up last saw them: it holds until something changes in what it is made of. */
export type Lasting = (about: string) => Portfolio

/**
 * All pilots, telling at what somebody looks. What all of them are put in order or found by is made of them as they were when it
 * last changed, and answers with those of now.
 */
export function heardPortfolio(
  lasting: Lasting,
  present: ReadonlyMap<string, Member>,
  hear: Looks['add'],
): Portfolio {
  const asNow = ofEach((members: readonly Member[]) =>
    members.map((member) => present.get(member.file) ?? member),
  )
  const about = (what: string): Portfolio => {
    hear(what)
    return lasting(what)
  }
  return {
    get members() {
      return asNow(lasting(NOTHING).members)
    },
    get active() {
      return asNow(about('active').active)
    },
    inTime: () => asNow(about('start').inTime()),
    named: (name) => asNow(about('name').named(name)),
    meant: (name) => about('name').meant(name),
    operator: (key) => about(NAMESAKES).operator(key),
  }
}

/** Which pilots there are stays the same. */
const NOTHING = ''

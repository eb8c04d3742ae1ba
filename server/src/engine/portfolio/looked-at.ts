import type { Facts } from './facts.ts'
import type { Member, Portfolio } from './portfolio.ts'

/** What a rule looks at beside the facts of pilots: who is who among those that share the surname of an operator. */
export const NAMESAKES = 'namesakes'

/** At what a rule may look, a bit for each. */
const BITS: Readonly<Record<keyof Facts | typeof NAMESAKES, number>> = {
  name: 1 << 0,
  title: 1 << 1,
  stage: 1 << 2,
  active: 1 << 3,
  useCase: 1 << 4,
  vendor: 1 << 5,
  tool: 1 << 6,
  operator: 1 << 7,
  operatorKey: 1 << 8,
  rank: 1 << 9,
  predecessor: 1 << 10,
  comparedWith: 1 << 11,
  start: 1 << 12,
  end: 1 << 13,
  decided: 1 << 14,
  decidedOn: 1 << 15,
  yearlyCost: 1 << 16,
  currency: 1 << 17,
  fingerprint: 1 << 18,
  mentions: 1 << 19,
  namesakes: 1 << 20,
}

export type LookedAt = keyof typeof BITS

const all: readonly LookedAt[] = Object.keys(BITS).filter((each): each is LookedAt => each in BITS)

export function bitsOf(what: Iterable<LookedAt>): number {
  let bits = 0
  for (const each of what) bits |= BITS[each]
  return bits
}

/** The facts of a pilot that are others now. */
export function changedFacts(before: Facts, now: Facts): readonly LookedAt[] {
  return all.filter((fact) => !isSame(Reflect.get(before, fact), Reflect.get(now, fact)))
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b))
}

/** All at which a rule looked, and of which pilots. */
export class Looks {
  /** Of all pilots. */
  #all = 0
  readonly #each: Uint32Array

  constructor(pilots: number) {
    this.#each = new Uint32Array(pilots)
  }

  add(bit: number, pilot?: number): void {
    if (pilot === undefined) this.#all |= bit
    else this.#each[pilot] = (this.#each[pilot] ?? 0) | bit
  }

  /** Whether the rule looked at any of this in a pilot. */
  has(bits: number, pilot: number): boolean {
    return ((this.#all | (this.#each[pilot] ?? 0)) & bits) !== 0
  }
}

/** A pilot that tells at which of its facts somebody looks. It stays the same while its facts are others. */
export interface Heard extends Member {
  now: Facts
}

/** Makes such pilots, each with its number. */
export function listening(hear: Looks['add']): (member: Member, pilot: number) => Heard {
  const prototype = {}
  for (const [fact, bit] of Object.entries(BITS))
    Object.defineProperty(prototype, fact, {
      get(this: { readonly of: Heard; readonly pilot: number }) {
        hear(bit, this.pilot)
        return Reflect.get(this.of.now, fact)
      },
    })
  return ({ file, facts: now }, pilot) => {
    const heard: Heard = { file, now, facts: Object.create(prototype) }
    Object.assign(heard.facts, { of: heard, pilot })
    return heard
  }
}

/** All pilots, telling by what somebody looks for them: each look-up is made of them as they were when that last changed. */
export function heardPortfolio(
  ask: <T>(about: LookedAt, look: (all: Portfolio) => T) => T,
  members: readonly Member[],
): Portfolio {
  return {
    members,
    get active() {
      return ask('active', ({ active }) => active)
    },
    inTime: () => ask('start', (all) => all.inTime()),
    named: (name) => ask('name', (all) => all.named(name)),
    meant: (name) => ask('name', (all) => all.meant(name)),
    operator: (key) => ask(NAMESAKES, (all) => all.operator(key)),
  }
}

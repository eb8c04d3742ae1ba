import type { IsoDate } from '../pilot/dates.ts'
import { listing } from '../text/listing.ts'
import { regimesOn } from './applicable.ts'
import type { ArtifactKey, Level, Regime } from './regime.ts'

/** What the regimes of a pilot ask for, each thing once. */
export interface Asked {
  readonly key: ArtifactKey
  /** The strictest of the regimes. */
  readonly level: Level
  /** Who says so: `asked for in US-TX per "…", as of 2026-02-08`. */
  readonly basis: string
}

export function askedOn(jurisdictions: readonly string[], day: IsoDate): readonly Asked[] {
  const regimes = regimesOn(jurisdictions, day)
  return Array.from(artifactKeysIn(regimes), (key) => {
    const level = levels.find((each) => asks(regimes, key, each).length > 0) ?? 'depends'
    const places = asks(regimes, key, level).map(
      ({ jurisdiction, source, asOf }) => `in ${jurisdiction} per "${source}", as of ${asOf}`,
    )
    return { key, level, basis: `${verbs[level]} ${listing(places)}` }
  })
}

/** What any of the regimes speaks of. */
export function artifactKeysIn(regimes: readonly Regime[]): ReadonlySet<ArtifactKey> {
  return new Set(regimes.flatMap(({ artifacts }) => artifacts.map(({ key }) => key)))
}

function asks(regimes: readonly Regime[], key: ArtifactKey, level: Level): readonly Regime[] {
  return regimes.filter(({ artifacts }) => artifacts.some((each) => each.key === key && each.level === level))
}

const levels = ['required', 'recommended', 'depends'] as const
const verbs: Readonly<Record<Level, string>> = {
  required: 'asked for',
  recommended: 'recommended',
  depends: 'asked for in some cases',
}

import type { IsoDate } from '../pilot/dates.ts'
import { eu } from './eu.ts'
import type { Regime } from './regime.ts'
import { unions } from './unions.ts'
import { usCo } from './us-co.ts'
import { usTx } from './us-tx.ts'

/** Every regime that is known. A new jurisdiction is a file of its own and one name here. */
export const regimes: readonly Regime[] = [...eu, ...usCo, ...usTx]

/** The regimes of the jurisdictions on a day. A state or region matches those of its country and of its union too. */
export function regimesOn(jurisdictions: readonly string[], day: IsoDate): readonly Regime[] {
  return regimesFrom(jurisdictions, day).filter(({ since }) => since <= day)
}

/** Those that count on a day or come into force later. */
export function regimesFrom(jurisdictions: readonly string[], day: IsoDate): readonly Regime[] {
  const codes = new Set(jurisdictions.flatMap(reach))
  return regimes.filter(({ jurisdiction, until }) => {
    return codes.has(jurisdiction) && (until === undefined || day <= until)
  })
}

function reach(code: string): readonly string[] {
  const country = code.split('-')[0] ?? code
  const above = Object.entries(unions).filter(([, members]) => members.includes(country))
  return [code, country, ...above.map(([union]) => union)]
}

import type { Circumstances } from '../engine/analyze.ts'
import { recommended } from '../engine/config/settings.ts'
import { type IsoDate, isDate } from '../engine/pilot/dates.ts'
import type { Clock } from '../engine/ports.ts'
import { rules } from '../engine/rules/all.generated.ts'
import { isRecord } from './params.ts'

/** What files are checked against: the day, and the user's settings. */
export class Configuration {
  readonly #clock: Clock
  #initial: IsoDate | undefined
  #asOf: IsoDate | undefined
  #current: Circumstances | undefined

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** The same object until something about it changes, so that it can tell whether an analysis still holds. */
  current(): Circumstances {
    const today = this.#asOf ?? this.#initial ?? this.#clock.today()
    if (this.#current?.today !== today) this.#current = { today, settings: recommended, rules }
    return this.#current
  }

  /** Takes the options that the client started the server with. */
  initialize(options: unknown): void {
    this.#initial = asOf(options)
  }

  /** Takes the settings of the section `pilots`; whatever is no setting is as if it were not there. */
  update(section: unknown): void {
    this.#asOf = asOf(section)
  }
}

function asOf(value: unknown): IsoDate | undefined {
  const section = isRecord(value) && isRecord(value['pilots']) ? value['pilots'] : value
  const date = isRecord(section) ? section['asOf'] : undefined
  return typeof date === 'string' && isDate(date) ? date : undefined
}

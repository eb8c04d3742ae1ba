import { type IsoDate, isDate } from '../engine/pilot/dates.ts'
import type { Clock } from '../engine/ports.ts'
import { isRecord } from './params.ts'

/** What the user decides about the server: the day that is looked at, and whether the workspace is trusted. */
export class Configuration {
  readonly #clock: Clock
  #initial: IsoDate | undefined
  #asOf: IsoDate | undefined
  #isTrusted = false

  constructor(clock: Clock) {
    this.#clock = clock
  }

  today(): IsoDate {
    return this.#asOf ?? this.#initial ?? this.#clock.today()
  }

  /** The day of the past that is looked at. */
  asOf(): IsoDate | undefined {
    const today = this.today()
    return today < this.#clock.today() ? today : undefined
  }

  get isTrusted(): boolean {
    return this.#isTrusted
  }

  /** Nobody takes trust back without starting anew. */
  trust(): void {
    this.#isTrusted = true
  }

  /** Takes the options that the client started the server with. */
  initialize(options: unknown): void {
    this.#initial = asOf(options)
    this.#isTrusted = isRecord(options) && options['trusted'] === true
  }

  /** Takes the settings of the section `pilots`; whatever is no setting is as if it were not there. */
  update(section: unknown): void {
    this.#asOf = asOf(section)
    // A setting that is there decides, also when it names no day.
    if (dayIn(section) !== undefined) this.#initial = undefined
  }
}

function dayIn(value: unknown): unknown {
  const section = isRecord(value) && isRecord(value['pilots']) ? value['pilots'] : value
  return isRecord(section) ? section['asOf'] : undefined
}

function asOf(value: unknown): IsoDate | undefined {
  const date = dayIn(value)
  return typeof date === 'string' && isDate(date) ? date : undefined
}

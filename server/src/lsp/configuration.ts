import { type IsoDate, isDate } from '../engine/pilot/dates.ts'
import type { Clock } from '../engine/ports.ts'
import { isRecord } from '../engine/shape.ts'

/** What the user decides about the server: the day that is looked at, what it does beyond that, and whom it may trust. */
export class Configuration {
  readonly #clock: Clock
  #initial: IsoDate | undefined
  /** What the setting says; without it the options decide. */
  #asOf: { readonly day: IsoDate | undefined } | undefined
  #formatsAtFirst = false
  #formats: boolean | undefined
  #isTrusted = false
  #turn = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  today(): IsoDate {
    return (this.#asOf ? this.#asOf.day : this.#initial) ?? this.#clock.today()
  }

  /** The day of the past that is looked at. */
  asOf(): IsoDate | undefined {
    const today = this.today()
    return today < this.#clock.today() ? today : undefined
  }

  /** Whether pilots are formatted when an editor asks for it. */
  get formats(): boolean {
    return this.#formats ?? this.#formatsAtFirst
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
    this.#formatsAtFirst = wantsFormatting(options) === true
    this.#isTrusted = isRecord(options) && options['trusted'] === true
  }

  /**
   * Takes the settings of the section `pilots`, unless newer ones came while they were on their way; true when the day is
   * another one. Whatever is no setting is as if it were not there.
   */
  async take(section: unknown): Promise<boolean> {
    const turn = ++this.#turn
    const value = await section
    if (turn !== this.#turn) return false
    const before = this.today()
    this.#update(value)
    return this.today() !== before
  }

  #update(section: unknown): void {
    // A setting that is there decides, also when it names no day.
    this.#asOf = dayIn(section) === undefined ? undefined : { day: asOf(section) }
    this.#formats = wantsFormatting(section)
  }
}

/** Whether the options or settings say that pilots are formatted; `undefined` where they do not say. */
export function wantsFormatting(value: unknown): boolean | undefined {
  const format = sectionOf(value)['format']
  const enable = isRecord(format) ? format['enable'] : undefined
  return typeof enable === 'boolean' ? enable : undefined
}

function dayIn(value: unknown): unknown {
  return sectionOf(value)['asOf']
}

function asOf(value: unknown): IsoDate | undefined {
  const date = dayIn(value)
  return typeof date === 'string' && isDate(date) ? date : undefined
}

function sectionOf(value: unknown): Readonly<Record<string, unknown>> {
  const section = isRecord(value) && isRecord(value['pilots']) ? value['pilots'] : value
  return isRecord(section) ? section : {}
}

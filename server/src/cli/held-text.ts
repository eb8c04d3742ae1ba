import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Content } from '../engine/analyze-content.ts'

/** A text that was read from one of many files. Packed it takes a seventh of its room, and who asks for it notices nothing. */
export class HeldText {
  readonly kind = 'text'
  /** Known without unpacking. */
  readonly length: number
  #held: string | Place

  constructor(text: string) {
    this.length = text.length
    this.#held = text
  }

  get text(): string {
    if (typeof this.#held === 'string') return this.#held
    const { parcel, at } = this.#held
    return parcel.text().slice(at, at + this.length)
  }

  /** Leaves the text to a parcel that holds it. */
  moveTo(parcel: Parcel, at: number): void {
    this.#held = { parcel, at }
  }
}

/** What was read, ready to be packed. */
export function held(content: Content): Content {
  return content.kind === 'text' ? new HeldText(content.text) : content
}

/** Where a text lies. */
interface Place {
  readonly parcel: Parcel
  readonly at: number
}

interface Parcel {
  text(): string
}

/**
 * Packs the texts that it is given, several at once: pilots are much alike, so that together they take less room, and less time. Who
 * asks for many of them mostly does so in this order, and the parcel that was opened last stays open.
 */
export class Packer {
  readonly #waiting: HeldText[] = []
  #open: { readonly parcel: Parcel; readonly text: string } | undefined

  take(content: Content): void {
    if (content instanceof HeldText && this.#waiting.push(content) === TOGETHER) this.#pack()
  }

  #pack(): void {
    const texts = this.#waiting.splice(0)
    const bytes = packed(texts.map(({ text }) => text).join(''))
    const parcel: Parcel = { text: () => this.#textIn(parcel, bytes) }
    let at = 0
    for (const each of texts) {
      each.moveTo(parcel, at)
      at += each.length
    }
  }

  #textIn(parcel: Parcel, bytes: Uint8Array): string {
    if (this.#open?.parcel !== parcel)
      this.#open = { parcel, text: inflateRawSync(bytes, { chunkSize: AT_ONCE }).toString() }
    return this.#open.text
  }
}

/** Texts in a parcel: with more of them it is not much smaller, and takes longer to open for one. */
const TOGETHER = 16

/** Bytes: so much is given back to the system as soon as it is unused, where less would lie about. */
const AT_ONCE = 256 * 1024

/** A copy: what is made is the beginning of a larger piece of memory. */
function packed(text: string): Uint8Array {
  return Uint8Array.from(deflateRawSync(text, { level: 1 }))
}

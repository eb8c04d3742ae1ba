/** An element of an XML document. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** All text in it, but for that of its children. */
  readonly text: string
}

/** Reads a document as XML 1.0 demands: without DTD, comments and CDATA, which we never write. Throws where it is not well-formed. */
export function parseXml(document: string): XmlElement {
  const odd = /[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.exec(document)
  if (odd) throw new Error(`XML cannot hold the character at ${odd.index}`)
  const body = document.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '')
  if (body === document) throw new Error('The declaration is missing')
  const reader = { text: body, at: 0 }
  const root = element(reader)
  if (body.slice(reader.at).trim() !== '') throw new Error('There is more behind the root')
  return root
}

interface Reader {
  readonly text: string
  at: number
}

const NAME = /[A-Za-z_][\w.-]*/y
const ATTRIBUTE = /\s+([A-Za-z_][\w.-]*)="([^"<]*)"/y
const END = /\s*(\/?)>/y
const TEXT = /[^<]*/y

function element(reader: Reader): XmlElement {
  expect(reader, '<')
  const [name = ''] = take(reader, NAME)
  const attributes: Record<string, string> = {}
  for (let match = maybe(reader, ATTRIBUTE); match; match = maybe(reader, ATTRIBUTE)) {
    const [, key = '', value = ''] = match
    if (key in attributes) throw new Error(`${key} stands twice`)
    // White space that is written as it is becomes a blank.
    attributes[key] = decoded(value.replace(/[\t\n\r]/g, ' '))
  }
  const children: XmlElement[] = []
  if (take(reader, END)[1] === '/') return { name, attributes, children, text: '' }
  let text = ''
  for (;;) {
    const [raw = ''] = take(reader, TEXT)
    if (raw.includes(']]>')) throw new Error(']]> in text')
    text += decoded(raw)
    if (reader.text.startsWith('</', reader.at)) break
    children.push(element(reader))
  }
  expect(reader, `</${name}>`)
  return { name, attributes, children, text }
}

function maybe(reader: Reader, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = reader.at
  const match = pattern.exec(reader.text)
  if (match) reader.at = pattern.lastIndex
  return match ?? undefined
}

function take(reader: Reader, pattern: RegExp): RegExpExecArray {
  const match = maybe(reader, pattern)
  if (!match)
    throw new Error(`${pattern} expected at ${reader.at}: ${reader.text.slice(reader.at, reader.at + 40)}`)
  return match
}

function expect(reader: Reader, text: string): void {
  if (!reader.text.startsWith(text, reader.at)) throw new Error(`${text} expected at ${reader.at}`)
  reader.at += text.length
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decoded(text: string): string {
  return text.replace(
    /&(?:#(\d+);|(\w+);)?/g,
    (reference, code: string | undefined, name: string | undefined) => {
      const character = code === undefined ? entities[name ?? ''] : String.fromCodePoint(Number(code))
      if (character === undefined) throw new Error(`${reference} is no reference`)
      return character
    },
  )
}

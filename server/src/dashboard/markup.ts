import { visible } from '../engine/text/visible.ts'

/** An element of the dashboard. A value: a page is written from it, and a webview builds its document from it. */
export interface MarkupElement {
  readonly tag: Tag
  readonly attributes: Attributes
  readonly children: readonly Markup[]
}

/** Text is text, whatever it holds: it is escaped where it is written, and nowhere before. */
export type Markup = MarkupElement | string

/** `true` is an attribute without a value; absent ones are left out. */
export type Attributes = Readonly<Record<string, string | number | true | undefined>>

export type Tag = HtmlTag | SvgTag

type HtmlTag =
  | 'a'
  | 'b'
  | 'button'
  | 'code'
  | 'details'
  | 'div'
  | 'footer'
  | 'form'
  | 'h1'
  | 'h2'
  | 'header'
  | 'i'
  | 'input'
  | 'label'
  | 'li'
  | 'main'
  | 'option'
  | 'p'
  | 'section'
  | 'select'
  | 'small'
  | 'span'
  | 'summary'
  | 'table'
  | 'tbody'
  | 'td'
  | 'th'
  | 'thead'
  | 'tr'
  | 'ul'

const svgTags = ['svg', 'circle', 'desc', 'line', 'path', 'rect', 'symbol', 'text', 'title', 'use'] as const

type SvgTag = (typeof svgTags)[number]

export function isSvg(tag: Tag): boolean {
  return svgTags.some((each) => each === tag)
}

/** What may stand among the children: what is absent is left out. */
export type Child = Markup | readonly Child[] | undefined | false

export function el(tag: Tag, attributes: Attributes, ...children: readonly Child[]): MarkupElement {
  return { tag, attributes, children: flat(children) }
}

/** Text of an author as it is shown: nothing invisible, nothing that turns the direction of writing, and not too long. */
export function shown(text: string, most: number = LONGEST): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return visible(line.length > most ? `${line.slice(0, most - 1)}…` : line)
}

/** UTF-16 units. */
const LONGEST = 120

function flat(children: readonly Child[]): readonly Markup[] {
  return children.flatMap((child): readonly Markup[] => {
    if (child === undefined || child === false) return []
    return isList(child) ? flat(child) : [child]
  })
}

function isList(child: Child): child is readonly Child[] {
  return Array.isArray(child)
}

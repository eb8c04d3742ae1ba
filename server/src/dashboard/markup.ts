import { visible } from '../engine/text/visible.ts'

/** An element of the dashboard. A value: a page is written from it, and a webview builds its document from it. */
export interface MarkupElement {
  readonly tag: Tag
  readonly attributes: Attributes
  readonly children: Iterable<Markup>
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

/**
 * An element with a part for each of many things. On a page each part is made as it is written, since those of ten thousand pilots
 * take more room than the page; an editor compares them with those of before, and gets them made.
 */
export function elOfMany<Thing>(
  tag: Tag,
  { beside, before }: { readonly beside: 'page' | 'editor'; readonly before?: Markup },
  things: readonly Thing[],
  made: (thing: Thing) => Markup,
): MarkupElement {
  const parts = function* (): Generator<Markup, void> {
    if (before !== undefined) yield before
    for (const thing of things) yield made(thing)
  }
  return { tag, attributes: {}, children: beside === 'editor' ? [...parts()] : { [Symbol.iterator]: parts } }
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

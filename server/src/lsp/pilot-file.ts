import { type Analysis, analyze, type Circumstances } from '../engine/analyze.ts'
import type { Finding } from '../engine/finding.ts'
import type { ReadResult } from '../engine/ports.ts'
import { fileNameOf, isPilotUri } from './uri.ts'

/** What stands in a file; where it cannot be read, why. */
export type Content = Exclude<ReadResult, { kind: 'missing' }>

/** One state of one pilot file. It is checked when someone asks, once for each set of circumstances. */
export class PilotFile {
  readonly uri: string
  /** Of the open document; `null` for the file on disk. */
  readonly version: number | null
  readonly content: Content
  #analysis: Analysis | undefined
  #under: Circumstances | undefined

  constructor(uri: string, version: number | null, content: Content) {
    this.uri = uri
    this.version = version
    this.content = content
  }

  analysis(under: Circumstances): Analysis {
    if (this.#analysis && this.#under === under) return this.#analysis
    this.#under = under
    this.#analysis = this.#check(under)
    return this.#analysis
  }

  /** How another text of the file would be judged. */
  analysisOf(text: string, under: Circumstances): Analysis {
    const name = isPilotUri(this.uri) ? fileNameOf(this.uri) : undefined
    return analyze({ text, name }, under)
  }

  #check(under: Circumstances): Analysis {
    const { content } = this
    if (content.kind === 'text') return this.analysisOf(content.text, under)
    return { ...this.analysisOf('', under), findings: [unread[content.kind]], notRun: [] }
  }
}

const nowhere = { span: { start: 0, end: 0 }, related: [], fixes: [] }

const unread: Readonly<Record<'too-large' | 'not-utf-8', Finding>> = {
  'too-large': {
    rule: 'yaml/too-large',
    severity: 'error',
    message: 'Not checked: the file is larger than 2 MB. Split it, or remove what is not part of the pilot.',
    ...nowhere,
  },
  'not-utf-8': {
    rule: 'yaml/unreadable',
    severity: 'error',
    message: 'Not checked: the file is not UTF-8 text. Save it with the encoding UTF-8.',
    ...nowhere,
  },
}

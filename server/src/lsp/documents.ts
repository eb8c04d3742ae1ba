import type { TextDocumentContentChangeEvent } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { isPilotFile } from '../engine/pilot/file-name.ts'
import { type LineIndex, lineIndex } from '../engine/text/line-index.ts'
import { PilotFile } from './pilot-file.ts'

/** The language id of a pilot file; an editor that has not heard of it calls the file `yaml`. */
const LANGUAGE = 'pilot-yaml'

/** An open document. Each change makes a new one, so an answer never mixes two versions. */
export class PilotDocument {
  readonly uri: string
  readonly version: number
  /** The language that the editor takes it for. */
  readonly language: string
  /** Its current text, checked when someone asks; absent when the document is no pilot. */
  readonly file: PilotFile | undefined
  readonly #document: TextDocument

  constructor(document: TextDocument, before?: PilotDocument) {
    this.uri = document.uri
    this.version = document.version
    this.language = document.languageId
    this.#document = document
    const content = { kind: 'text', text: document.getText() } as const
    this.file = isPilot(document)
      ? new PilotFile(document.uri, document.version, content, before?.file)
      : undefined
  }

  get text(): string {
    return this.#document.getText()
  }

  get lines(): LineIndex {
    return lineIndex(this.text)
  }

  static create(uri: string, language: string, version: number, text: string): PilotDocument {
    return new PilotDocument(TextDocument.create(uri, language, version, text))
  }

  static update(
    document: PilotDocument,
    changes: TextDocumentContentChangeEvent[],
    version: number,
  ): PilotDocument {
    const begun = TextDocument.update(document.#document, [], version)
    return new PilotDocument(changes.reduce(changed, begun), document)
  }
}

/** Where an edit puts a carriage return before a line feed, the library goes on counting two ends of lines: it has to count anew. */
function changed(document: TextDocument, change: TextDocumentContentChangeEvent): TextDocument {
  const { uri, languageId, version } = document
  const ends = 'range' in change ? [change.range.start, change.range.end] : []
  const from = Math.min(...ends.map((end) => document.offsetAt(end)))
  const text = TextDocument.update(document, [change], version).getText()
  const isJoined = [from, from + change.text.length].some((at) => text.startsWith('\r\n', at - 1))
  return isJoined ? TextDocument.create(uri, languageId, version, text) : document
}

/**
 * What an editor shows beside a file: an old revision, what a rename would make of it, whose query ends like the file, or what is in
 * the clipboard.
 */
const BESIDE = /\?|^clipboardCompare\d*:/

function isPilot({ uri, languageId }: TextDocument): boolean {
  return !BESIDE.test(uri) && (isPilotFile(uri) || languageId === LANGUAGE)
}

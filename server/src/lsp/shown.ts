import type {
  CodeLens,
  Command,
  DocumentHighlight,
  DocumentLink,
  InlayHint,
  Position,
  Range,
  SelectionRange,
  SemanticTokens,
} from 'vscode-languageserver'
import type { Analysis } from '../engine/analyze.ts'
import { codeLenses, stageCommand } from '../features/code-lenses.ts'
import { documentHighlights } from '../features/document-highlights.ts'
import { documentLinks } from '../features/document-links.ts'
import { inlayHints } from '../features/inlay-hints.ts'
import { selectionRanges } from '../features/selection-ranges.ts'
import { semanticTokens } from '../features/semantic-tokens.ts'
import type { PilotItem } from '../protocol/pilots.ts'
import type { Session } from './session.ts'

/** What an editor shows within the text of a pilot. */
export class Shown {
  readonly #session: Session

  constructor(session: Session) {
    this.#session = session
  }

  highlights(analysis: Analysis, position: Position): DocumentHighlight[] | null {
    return documentHighlights(analysis, analysis.lines.offsetAt(position), this.#session.analyses.registry)
  }

  selections(analysis: Analysis, positions: readonly Position[]): SelectionRange[] {
    return selectionRanges(analysis, positions)
  }

  links(analysis: Analysis, uri: string): DocumentLink[] {
    return documentLinks(analysis, this.#session.analyses.addressesFrom(uri))
  }

  hints(analysis: Analysis, range: Range): InlayHint[] {
    return inlayHints(analysis, range)
  }

  tokens(analysis: Analysis, range?: Range): SemanticTokens {
    return semanticTokens(analysis, range)
  }

  lenses(analysis: Analysis, uri: string): CodeLens[] {
    return codeLenses(analysis, uri)
  }

  /** All of what the tree shows of a pilot. */
  async pilot(uri: string): Promise<PilotItem | null> {
    await this.#session.settled()
    const file = this.#session.pilots.get(uri)
    return file ? this.#session.items.one(file) : null
  }

  /** What the lens on the stage of an open pilot does. */
  stageCommand(uri: string): Command | undefined {
    const { pilots, analyses } = this.#session
    const file = pilots.open(uri)
    return file && stageCommand(analyses.of(file), uri, analyses.under(file))
  }
}

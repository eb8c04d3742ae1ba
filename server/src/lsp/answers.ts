import type {
  CodeAction,
  CodeActionParams,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Location,
  Range,
  ReferenceParams,
  RenameParams,
  ResponseError,
  SymbolInformation,
  TextDocumentPositionParams,
  TextEdit,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver'
import type { Analysis } from '../engine/analyze.ts'
import type { Clock } from '../engine/ports.ts'
import { codeActions, type Wanted } from '../features/code-actions.ts'
import { configActions } from '../features/config-actions.ts'
import { definition } from '../features/definition.ts'
import { formatting } from '../features/formatting.ts'
import { references } from '../features/references.ts'
import { prepareRename, type Renamed } from '../features/rename.ts'
import { workspaceSymbols } from '../features/workspace-symbols.ts'
import { Beginnings } from './beginnings.ts'
import { Boards } from './boards.ts'
import { targetOf } from './client.ts'
import { Completing } from './completing.ts'
import type { PilotDocument } from './documents.ts'
import { hoverAt } from './hovering.ts'
import { NamesInPilots } from './names-in-pilots.ts'
import { foldsOf, outlineOf } from './outlining.ts'
import { placeOf } from './params.ts'
import { Past } from './past.ts'
import { renamed } from './renaming.ts'
import type { Session } from './session.ts'
import { Shown } from './shown.ts'
import { Steps } from './steps.ts'

/** Answers what a person asks. All of it is one file of its own in the bundle. */
export class Answers {
  readonly beginnings: Beginnings
  readonly boards: Boards
  readonly completing: Completing
  readonly past: Past
  readonly shown: Shown
  readonly steps: Steps
  readonly #session: Session
  readonly #names: NamesInPilots

  constructor(session: Session, clock: Clock) {
    this.#session = session
    this.#names = new NamesInPilots(session)
    this.beginnings = new Beginnings(session, this.#names)
    this.boards = new Boards(session, clock)
    this.completing = new Completing(session)
    this.past = new Past(session)
    this.shown = new Shown(session)
    this.steps = new Steps(session, this.#names)
  }

  hover(document: PilotDocument, params: TextDocumentPositionParams): Hover | null {
    return hoverAt(this.#session, this.#names, document, params)
  }

  outline(document: PilotDocument): DocumentSymbol[] | SymbolInformation[] | null {
    return outlineOf(this.#session, document)
  }

  folds(document: PilotDocument): FoldingRange[] | null {
    return foldsOf(this.#session, document)
  }

  definition(params: TextDocumentPositionParams): Location[] | null {
    return definition(this.#names.asked(params), placeOf(params))
  }

  references(params: ReferenceParams): Location[] | null {
    return references(
      this.#names.asked(params),
      placeOf(params),
      params.context?.includeDeclaration !== false,
    )
  }

  symbols(query: string): WorkspaceSymbol[] {
    return workspaceSymbols(this.#names.asked(undefined), query)
  }

  prepareRename(params: TextDocumentPositionParams): Renamed | null {
    return prepareRename(this.#names.asked(params), placeOf(params))
  }

  rename(params: RenameParams): WorkspaceEdit | ResponseError<never> | null {
    const { client, pilots } = this.#session
    const file = pilots.open(params.textDocument.uri)
    // One that is not on disk any more cannot be moved, and the client would take back the whole edit.
    const renamesFiles = client.renamesFiles && !(file && pilots.isGone(file))
    return renamed(this.#names.asked(params), params, { ...client, renamesFiles })
  }

  formatting(analysis: Analysis, range?: Range): TextEdit[] {
    return formatting(analysis, range)
  }

  async actions({ textDocument, range, context }: CodeActionParams): Promise<CodeAction[] | null> {
    const { analyses, client, pilots } = this.#session
    const file = pilots.open(textDocument.uri)
    const analysis = this.#session.analysis(textDocument.uri)
    const wanted = { range, only: context?.only }
    if (!file || !analysis) return this.#configActions(textDocument.uri, wanted)
    return codeActions(analysis, wanted, targetOf(file, client), analyses.recheck(file))
  }

  /** Nothing for a text that is newer than what is known of it. */
  async #configActions(uri: string, wanted: Wanted): Promise<CodeAction[] | null> {
    await this.#session.configured()
    const document = this.#session.pilots.opened(uri)
    const config = this.#session.reports.config(uri)
    if (!document || config?.text !== document.text) return null
    return configActions(config, wanted, targetOf(document, this.#session.client))
  }
}

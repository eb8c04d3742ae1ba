import { type Connection, type InitializeParams, TextDocuments } from 'vscode-languageserver'
import { visible } from '../engine/text/visible.ts'
import { codeActions } from '../features/code-actions.ts'
import { documentSymbols } from '../features/document-symbols.ts'
import { folding } from '../features/folding.ts'
import { hover } from '../features/hover.ts'
import { listPilots, pilotsChanged } from '../protocol/pilots.ts'
import { clientOf, serverCapabilities } from './client.ts'
import { PilotDocument } from './documents.ts'
import { Guard } from './guard.ts'
import { namesDocument, namesPosition, namesRange, namesResults } from './params.ts'
import type { Ports } from './ports.ts'
import { showProgress } from './progress.ts'
import { Session } from './session.ts'
import { hear, listen } from './surroundings.ts'
import { synchronize } from './synchronization.ts'

/** Answers a client until it goes away. The only place that names a request. */
export function startServer(connection: Connection, ports: Ports): void {
  const guard = new Guard(connection.console)
  const documents = new TextDocuments(PilotDocument)
  const session = new Session(documents, ports, {
    publish: (params) => guard.background('publishDiagnostics', connection.sendDiagnostics(params)),
    refresh: () => guard.background('diagnostic/refresh', connection.languages.diagnostics.refresh()),
    pilotsChanged: () => guard.background('pilots/changed', connection.sendNotification(pilotsChanged)),
    warn: (message) => connection.console.warn(visible(message)),
    reading: (done) => guard.background('progress', showProgress(connection, session.client, done)),
  })

  connection.onInitialize((params: InitializeParams) => {
    const client = clientOf(params)
    session.begin(client, params.initializationOptions)
    return { capabilities: serverCapabilities(client), serverInfo: { name: 'pilots' } }
  })
  connection.onInitialized(
    guard.notification('initialized', () => {
      session.start()
      listen(connection, session, guard)
    }),
  )
  connection.onShutdown(() => session.end())

  synchronize(documents, connection, guard)
  documents.onDidChangeContent(({ document }) => session.edited(document))
  documents.onDidClose(({ document }) => session.closed(document))

  answerQuestions(connection, session, guard)
  answerPulls(connection, session, guard)
  hear(connection, session, guard)
  connection.listen()
}

/** What the author asks about a document. */
function answerQuestions(connection: Connection, session: Session, guard: Guard): void {
  connection.onHover(
    guard.request('hover', { fallback: null, isSane: namesPosition }, ({ textDocument, position }) => {
      const analysis = session.analysis(textDocument.uri)
      return analysis ? hover(analysis, analysis.lines.offsetAt(position), session.client.markup) : null
    }),
  )
  connection.onCodeAction(
    guard.request(
      'codeAction',
      { fallback: null, isSane: namesRange },
      ({ textDocument, range, context }) => {
        const file = session.pilots.open(textDocument.uri)
        const analysis = session.analysis(textDocument.uri)
        if (!file || !analysis) return null
        const wanted = { range, only: context?.only }
        return codeActions(analysis, wanted, session.target(file), session.recheck(file))
      },
    ),
  )
  connection.onDocumentSymbol(
    guard.request('documentSymbol', { fallback: null, isSane: namesDocument }, ({ textDocument }) => {
      const analysis = session.analysis(textDocument.uri)
      return analysis ? documentSymbols(analysis) : null
    }),
  )
  connection.onFoldingRanges(
    guard.request('foldingRange', { fallback: null, isSane: namesDocument }, ({ textDocument }) => {
      const analysis = session.analysis(textDocument.uri)
      return analysis ? folding(analysis) : null
    }),
  )
}

/** What the client asks to show the state of all files. */
function answerPulls(connection: Connection, session: Session, guard: Guard): void {
  const nothing = { kind: 'full' as const, items: [] }
  connection.languages.diagnostics.on(
    guard.request('diagnostic', { fallback: nothing, isSane: namesDocument }, async (params) => {
      const isOpen = session.pilots.open(params.textDocument.uri) !== undefined
      await (isOpen ? session.configured() : session.settled())
      return session.pull.document(params.textDocument.uri, params.previousResultId)
    }),
  )
  connection.languages.diagnostics.onWorkspace((params, token, _work, partial) => {
    const answer = guard.request(
      'workspace/diagnostic',
      { fallback: { items: [] }, isSane: namesResults },
      async () => {
        await session.settled()
        return session.pull.workspace(params, token, partial)
      },
    )
    return answer(params, token)
  })
  const list = guard.request('pilots/list', { fallback: [] }, () => session.list())
  connection.onRequest(listPilots, (token) => list(undefined, token))
}

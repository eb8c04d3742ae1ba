import {
  type CompletionItem,
  type Connection,
  type DocumentDiagnosticReport,
  ErrorCodes,
  type InitializeParams,
  ResponseError,
  TextDocuments,
} from 'vscode-languageserver'
import { visible } from '../engine/text/visible.ts'
import { listPilots, pilotsChanged } from '../protocol/pilots.ts'
import { answersLater } from './answers-later.ts'
import { clientOf, serverCapabilities } from './client.ts'
import { answerCommands } from './command-requests.ts'
import { PilotDocument } from './documents.ts'
import { Formatter } from './formatter.ts'
import { Guard } from './guard.ts'
import { answerNames } from './name-requests.ts'
import { namesDocument, namesPosition, namesRange, namesResults } from './params.ts'
import type { Ports } from './ports.ts'
import { showProgress } from './progress.ts'
import { Questions } from './questions.ts'
import { refresh } from './refresh.ts'
import { Session } from './session.ts'
import { hear, listen, watchAbove } from './surroundings.ts'
import { synchronize } from './synchronization.ts'
import { type Answering, answerInTheText } from './text-requests.ts'

/** Answers a client until it goes away. Requests are named here and in the files that are called here, and nowhere else. */
export function startServer(connection: Connection, world: Ports): void {
  const guard = new Guard(connection.console)
  const ports = { ...world, clock: guard.clock(world.clock) }
  ports.unawaited?.((error) => guard.failed('Work in the background', error))
  const documents = new TextDocuments(PilotDocument)
  const formatter = new Formatter(connection, guard)
  const session = new Session(documents, ports, {
    publish: (params) => guard.background('publishDiagnostics', connection.sendDiagnostics(params)),
    refresh: () => refresh(connection, session.client, guard),
    pilotsChanged: () => guard.background('pilots/changed', connection.sendNotification(pilotsChanged, {})),
    formats: (isOn) => formatter.set(isOn, session.client),
    watchAbove: (path, root) =>
      guard.background('register', watchAbove(connection, session.client, { path, root })),
    failed: (name, error) => guard.failed(visible(name), error),
    warn: (message) => connection.console.warn(visible(message)),
    reading: (done) => guard.background('progress', showProgress(connection, session.client, done)),
  })

  connection.onInitialize((params: InitializeParams) => {
    // What cannot be read fails before anything has begun, so that the client may ask again.
    const client = clientOf(params)
    if (!guard.begin())
      return new ResponseError(ErrorCodes.InvalidRequest, 'The server is initialized already')
    session.begin(client, params.initializationOptions)
    return { capabilities: serverCapabilities(client), serverInfo: { name: 'pilots' } }
  })
  connection.onInitialized(
    guard.notification('initialized', () => {
      session.start()
      listen(connection, session, guard)
    }),
  )
  connection.onShutdown(() => {
    guard.end()
    session.end()
  })

  synchronize(documents, connection, guard)
  follow(documents, session)

  const later = answersLater(ports, session)
  const questions = new Questions(session, guard)
  answerQuestions(connection, { guard, questions, later })
  formatter.answer(questions, later)
  answerPulls(connection, session, guard)
  answerCommands(connection, guard, later)
  hear(connection, session, guard)
  connection.listen()
}

/** Tells the session what the client does with its documents. */
function follow(documents: TextDocuments<PilotDocument>, session: Session): void {
  documents.onDidOpen(({ document: { uri, file } }) => file && session.disk.opened(uri))
  documents.onDidChangeContent(({ document }) => session.edited(document))
  documents.onDidClose(({ document }) => session.closed(document))
}

/** What the author asks about a document. */
function answerQuestions(connection: Connection, { guard, questions, later }: Answering): void {
  connection.onHover(
    questions.within(
      'hover',
      async (document, params) => (await later()).hover(document, params),
      namesPosition,
    ),
  )
  connection.onCompletion(
    questions.within(
      'completion',
      async (document, params) => (await later()).completing.at(document, params),
      namesPosition,
    ),
  )
  connection.onCompletionResolve(async (item, token) => {
    const explain = async (): Promise<CompletionItem> => (await later()).completing.explained(item)
    return guard.request('completionItem/resolve', { fallback: item }, explain)(item, token)
  })
  connection.onDocumentSymbol(
    questions.within('documentSymbol', async (document) => (await later()).outline(document)),
  )
  connection.onFoldingRanges(
    questions.within('foldingRange', async (document) => (await later()).folds(document)),
  )
  connection.onCodeAction(
    guard.request('codeAction', { fallback: null, isSane: namesRange }, async (params) =>
      (await later()).actions(params),
    ),
  )
  answerInTheText(connection, { guard, questions, later })
  answerNames(connection, questions, later)
}

/** What the client asks to show the state of all files. */
function answerPulls(connection: Connection, session: Session, guard: Guard): void {
  const nothing = { kind: 'full' as const, items: [] }
  const noItems = { fallback: { items: [] }, isSane: namesResults }
  connection.languages.diagnostics.on(
    guard.request('diagnostic', { fallback: nothing, isSane: namesDocument }, async (params) => {
      const { uri } = params.textDocument
      const answer = (): DocumentDiagnosticReport => session.pull.document(uri, params.previousResultId)
      if (session.pilots.open(uri)) return session.breath.during(() => session.configured().then(answer))
      return session.settled().then(answer)
    }),
  )
  connection.languages.diagnostics.onWorkspace((params, token, _work, partial) => {
    const answer = guard.request('workspace/diagnostic', noItems, async () => {
      await session.settled()
      return session.pull.workspace(params, token, partial)
    })
    return answer(params, token)
  })
  const nobody = { state: '', pilots: [] }
  connection.onRequest(
    listPilots,
    guard.request('pilots/list', { fallback: nobody }, async (params) => {
      await session.settled()
      return session.lister.answer(params)
    }),
  )
}

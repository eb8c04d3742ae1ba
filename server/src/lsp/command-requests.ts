import { type Connection, ErrorCodes, ResponseError } from 'vscode-languageserver'
import { complaintAbout } from '../engine/schema/answer.ts'
import {
  checkAnswer,
  checkText,
  type KnownNames,
  knownNames,
  newPilotText,
  type Problems,
  workflowFile,
} from '../protocol/beginnings.ts'
import { boardPage, showBoard } from '../protocol/board.ts'
import { showGoalposts, showRevision } from '../protocol/past.ts'
import { showPilot } from '../protocol/pilots.ts'
import { checklist, closingReview, type Refusal, stepChoices, stepEdit } from '../protocol/steps.ts'
import type { AnswersLater } from './answers-later.ts'
import { asksForPilot, holdsAnswer, holdsText, namesChange, namesPilot, namesStep } from './command-params.ts'
import type { Guard } from './guard.ts'

/** Answers what the client's commands ask, most of them before they change something. */
export function answerCommands(connection: Connection, guard: Guard, later: AnswersLater): void {
  const sane = { fallback: failed, isSane: namesPilot }
  connection.onRequest(
    stepChoices,
    guard.request('pilots/choices', sane, async ({ uri }) => (await later()).steps.choices(uri)),
  )
  connection.onRequest(
    checklist,
    guard.request('pilots/checklist', sane, async ({ uri }) => (await later()).steps.checklist(uri)),
  )
  connection.onRequest(
    closingReview,
    guard.request('pilots/closing', sane, async ({ uri }) => (await later()).steps.closing(uri)),
  )
  connection.onRequest(
    stepEdit,
    guard.request('pilots/edit', { fallback: failed, isSane: namesStep }, async ({ uri, step }) =>
      (await later()).steps.edit(uri, step),
    ),
  )
  connection.onRequest(
    showRevision,
    guard.request('pilots/revision', { fallback: null, isSane: namesChange }, async (change) =>
      (await later()).past.revision(change),
    ),
  )
  connection.onRequest(
    showGoalposts,
    guard.request('pilots/goalposts', { fallback: null, isSane: namesPilot }, async ({ uri }) =>
      (await later()).past.goalposts(uri),
    ),
  )
  connection.onRequest(
    showPilot,
    guard.request('pilots/one', { fallback: null, isSane: namesPilot }, async ({ uri }) =>
      (await later()).shown.pilot(uri),
    ),
  )
  answerBeginnings(connection, guard, later)
  answerBoards(connection, guard, later)
}

function answerBeginnings(connection: Connection, guard: Guard, later: AnswersLater): void {
  connection.onRequest(
    newPilotText,
    guard.request('pilots/newText', { fallback: noText, isSane: asksForPilot }, async (asked) =>
      (await later()).beginnings.newPilot(asked),
    ),
  )
  connection.onRequest(
    checkText,
    guard.request('pilots/checkText', { fallback: null, isSane: holdsText }, async (asked) =>
      (await later()).beginnings.check(asked),
    ),
  )
  const names = guard.request('pilots/names', { fallback: nobody }, async () =>
    (await later()).beginnings.names(),
  )
  connection.onRequest(knownNames, (token) => names(undefined, token))
  connection.onRequest(
    checkAnswer,
    guard.request('pilots/checkAnswer', { fallback: null, isSane: holdsAnswer }, ({ path, value }) => {
      return complaintAbout(path, value) ?? null
    }),
  )
  const noWorkflow = new ResponseError<never>(ErrorCodes.InternalError, 'The workflow could not be made.')
  connection.onRequest(
    workflowFile,
    guard.request('pilots/workflow', { fallback: noWorkflow }, async (asked) =>
      (await later()).beginnings.workflow(asked),
    ),
  )
}

function answerBoards(connection: Connection, guard: Guard, later: AnswersLater): void {
  const none = { fallback: null }
  const board = guard.request('pilots/board', none, async () => (await later()).boards.board())
  const page = guard.request('pilots/boardPage', none, async () => (await later()).boards.page())
  connection.onRequest(showBoard, (token) => board(undefined, token))
  connection.onRequest(boardPage, (token) => page(undefined, token))
}

const failed: Refusal = {
  kind: 'refused',
  message: 'Something went wrong, and nothing was changed. The output says more.',
  missing: [],
  version: null,
}
const noText: Problems = { kind: 'problems', name: failed.message, start: undefined }
const nobody: KnownNames = { people: [], teams: [], today: '' }

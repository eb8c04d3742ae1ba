import type { Connection } from 'vscode-languageserver'
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
import { showGoalposts, showRevision } from '../protocol/past.ts'
import { checklist, closingReview, type Refusal, stepChoices, stepEdit } from '../protocol/steps.ts'
import { Beginnings } from './beginnings.ts'
import { asksForPilot, holdsAnswer, holdsText, namesChange, namesPilot, namesStep } from './command-params.ts'
import type { Guard } from './guard.ts'
import { Past } from './past.ts'
import type { Session } from './session.ts'
import { Steps } from './steps.ts'

/** Answers what the client's commands ask before they change something. */
export function answerCommands(connection: Connection, session: Session, guard: Guard): void {
  const steps = new Steps(session)
  const sane = { fallback: failed, isSane: namesPilot }
  connection.onRequest(
    stepChoices,
    guard.request('pilots/choices', sane, ({ uri }) => steps.choices(uri)),
  )
  connection.onRequest(
    checklist,
    guard.request('pilots/checklist', sane, ({ uri }) => steps.checklist(uri)),
  )
  connection.onRequest(
    closingReview,
    guard.request('pilots/closing', sane, ({ uri }) => steps.closing(uri)),
  )
  connection.onRequest(
    stepEdit,
    guard.request('pilots/edit', { fallback: failed, isSane: namesStep }, ({ uri, step }) =>
      steps.edit(uri, step),
    ),
  )
  const past = new Past(session)
  connection.onRequest(
    showRevision,
    guard.request('pilots/revision', { fallback: null, isSane: namesChange }, (change) =>
      past.revision(change),
    ),
  )
  connection.onRequest(
    showGoalposts,
    guard.request('pilots/goalposts', { fallback: null, isSane: namesPilot }, ({ uri }) =>
      past.goalposts(uri),
    ),
  )
  answerBeginnings(connection, new Beginnings(session), guard)
}

function answerBeginnings(connection: Connection, beginnings: Beginnings, guard: Guard): void {
  connection.onRequest(
    newPilotText,
    guard.request('pilots/newText', { fallback: noText, isSane: asksForPilot }, (asked) =>
      beginnings.newPilot(asked),
    ),
  )
  connection.onRequest(
    checkText,
    guard.request('pilots/checkText', { fallback: [], isSane: holdsText }, (asked) =>
      beginnings.check(asked),
    ),
  )
  const names = guard.request('pilots/names', { fallback: nobody }, () => beginnings.names())
  connection.onRequest(knownNames, (token) => names(undefined, token))
  connection.onRequest(
    checkAnswer,
    guard.request('pilots/checkAnswer', { fallback: null, isSane: holdsAnswer }, ({ path, value }) => {
      return complaintAbout(path, value) ?? null
    }),
  )
  connection.onRequest(workflowFile, () => beginnings.workflow())
}

const failed: Refusal = {
  kind: 'refused',
  message: 'Something went wrong, and nothing was changed. The output says more.',
  missing: [],
  version: null,
}
const noText: Problems = { kind: 'problems', name: failed.message, start: undefined }
const nobody: KnownNames = { people: [], teams: [], today: '' }

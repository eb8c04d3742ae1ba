import { l10n, type TextDocument } from 'vscode'
import {
  checklist,
  type Refusal,
  type Step,
  type StepChoices,
  stepChoices,
} from '../../../server/src/protocol/steps.ts'
import { answersIn, fieldsOf, textsIn } from './arguments.ts'
import type { Commands, Workings } from './commands.ts'
import { showChecklist } from './missing-list.ts'
import { pilotFor } from './pick-pilot.ts'
import { type Answers, type Ask, askAll } from './questions.ts'
import {
  addressOf,
  ask,
  documentOf,
  mayChange,
  mayWrite,
  problemWith,
  type StepNow,
  say,
  sayRefused,
  takeStep,
} from './server-answers.ts'
import {
  type Check,
  decisionQuestions,
  decisionStep,
  gateAnswer,
  readingQuestions,
  readingStep,
  stopQuestions,
  stopStep,
} from './step-questions.ts'

/**
 * The commands that change a pilot, each by one edit that can be undone. Answers in the argument are not asked for: a key can
 * be bound to `pilots.recordDecision` with `{ "decision": "hold" }`.
 */
export function stepCommands(workings: Workings): Commands {
  const { link } = workings
  const check: Check = (path, value) => problemWith(link, { path, value })
  return {
    recordDecision: (argument) => recordDecision(workings, argument, check),
    addReading: (argument) => addReading(workings, argument, check),
    stopPilot: (argument) => stopPilot(workings, argument, check),
    advanceStage: (argument) => advanceStage(workings, argument),
    showMissing: (argument) => showMissing(workings, argument),
  }
}

async function recordDecision(workings: Workings, argument: unknown, check: Check): Promise<void> {
  const about = await begin(workings, argument)
  if (!about) return
  const { choices } = about
  const { gates, title } = choices
  const { gate, stage } = fieldsOf(argument)
  const isNamed = typeof gate === 'number' || typeof stage === 'string'
  const named = gates.find((each) => (typeof gate === 'number' ? each.gate === gate : each.stage === stage))
  if (gates.length === 0 || (isNamed && !named)) {
    say(l10n.t('There is no gate whose decision is missing: it was recorded already, or is not in the file.'))
    return
  }
  const only = named ?? (gates.length === 1 ? gates[0] : undefined)
  const given = {
    ...answersIn(argument, ['decision', 'by', 'date', 'adoptersUsing', 'metricsMoving']),
    ...(only ? { gate: gateAnswer(only) } : {}),
  }
  const asks = decisionQuestions(choices, check)
  await complete(about, l10n.t('Record a decision: {0}', title), { asks, given }, (answers, now) =>
    decisionStep(choices, answers, now),
  )
}

async function addReading(workings: Workings, argument: unknown, check: Check): Promise<void> {
  const about = await begin(workings, argument)
  if (!about) return
  const { choices } = about
  const [first, second] = choices.criteria
  if (!first) {
    say(l10n.t('The pilot has no success criterion that could be measured. Add one first.'))
    return
  }
  const given = {
    ...(second ? {} : { criterion: String(first.criterion) }),
    ...answersIn(argument, ['criterion', 'value', 'date']),
  }
  const asks = readingQuestions(choices, check)
  await complete(about, l10n.t('Add a reading: {0}', choices.title), { asks, given }, (answers, now) =>
    readingStep(choices, answers, now),
  )
}

async function stopPilot(workings: Workings, argument: unknown, check: Check): Promise<void> {
  const about = await begin(workings, argument)
  if (!about) return
  const { choices } = about
  // Asked first, so that nobody writes down for nothing what was learned.
  if (choices.stage === 'stopped') {
    say(l10n.t('The pilot is stopped already.'))
    return
  }
  const lessons = textsIn(argument, 'learned')
  const given = {
    ...answersIn(argument, ['because', 'learned', 'by', 'date']),
    ...(lessons ? { learned: '' } : {}),
  }
  const asks = stopQuestions(choices, check)
  await complete(about, l10n.t('Stop the pilot: {0}', choices.title), { asks, given }, (answers) =>
    stopStep(answers, lessons),
  )
}

async function advanceStage(workings: Workings, argument: unknown): Promise<void> {
  const about = await begin(workings, argument)
  if (about) await finish(about, { do: 'advance' })
}

async function showMissing(workings: Workings, argument: unknown): Promise<void> {
  const { link, portfolio } = workings
  const uri = await pilotFor(argument, portfolio)
  const document = uri && (await documentOf(uri))
  if (!document) return
  const answer = await ask(link, (client) =>
    client.sendRequest(checklist, { uri: addressOf(client, document) }),
  )
  if (answer?.kind === 'refused') sayRefused(answer, document)
  else if (answer) await showChecklist(link, document, answer)
}

/** What a command is about, and what can be chosen. */
interface About extends Pick<Workings, 'link'> {
  readonly document: TextDocument
  readonly choices: StepChoices
}

/** Finds out what a command is about; the person is told when that is nothing. */
async function begin({ link, portfolio }: Workings, argument: unknown): Promise<About | undefined> {
  if (!mayWrite()) return undefined
  const uri = await pilotFor(argument, portfolio)
  const document = uri && (await documentOf(uri))
  if (!document || !(await mayChange(document))) return undefined
  const choices = await ask(link, (client) =>
    client.sendRequest(stepChoices, { uri: addressOf(client, document) }),
  )
  if (choices?.kind === 'refused') sayRefused(choices, document)
  return choices?.kind === 'choices' ? { link, document, choices } : undefined
}

/** Asks what is left to ask, and takes the step. */
async function complete(
  about: About,
  title: string,
  { asks, given }: { readonly asks: readonly Ask[]; readonly given: Answers },
  stepOf: (answers: Answers, now: StepChoices) => Step | undefined,
): Promise<void> {
  const answers = await askAll(title, asks, given)
  if (answers) await finish(about, (now) => stepOf(answers, now))
}

async function finish({ link, document, choices }: About, step: StepNow): Promise<void> {
  const refusal: Refusal | undefined = await takeStep(link, document.uri, step)
  if (!refusal) return
  const { title, next: to } = choices
  if (to && refusal.missing.length > 0) await showChecklist(link, document, { ...refusal, title, to })
  else sayRefused(refusal, document)
}

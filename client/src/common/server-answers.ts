import { commands, l10n, type TextDocument, TextEditorRevealType, type Uri, window, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { type AnswerToCheck, checkAnswer } from '../../../server/src/protocol/beginnings.ts'
import {
  type Refusal,
  type Step,
  type StepChoices,
  type StepEdit,
  stepChoices,
  stepEdit,
} from '../../../server/src/protocol/steps.ts'
import { unlinked } from './plain.ts'
import { isReadOnly, makeEdit } from './read-only.ts'
import type { ServerLink } from './server-link.ts'

/**
 * Asks the server. One that is down is started at once, because a person waits for it, who may have answered questions before. The
 * person is told when there is none, or it could not answer; `undefined` then.
 */
export async function ask<T>(
  link: Pick<ServerLink, 'ready' | 'restart' | 'state'>,
  question: (client: BaseLanguageClient) => Promise<T>,
): Promise<T | undefined> {
  try {
    if (link.state === 'down') await link.restart()
    const client = await link.ready()
    if (client) return await question(client)
  } catch {
    say(l10n.t('The server could not answer, so nothing was done. Its output says more.'), showOutput())
    return undefined
  }
  sayDown()
  return undefined
}

/** Tells that there is no server to ask. */
export function sayDown(): void {
  say(
    l10n.t('The server is not running, so nothing was done. It will be started again: try in a moment.'),
    { title: l10n.t('Restart Now'), run: () => commands.executeCommand('pilots.restartServer') },
    showOutput(),
  )
}

export function showOutput(): Offer {
  return { title: l10n.t('Show Output'), run: () => commands.executeCommand('pilots.showOutput') }
}

/** The address of a document as the server knows it. */
export function addressOf({ code2ProtocolConverter }: BaseLanguageClient, { uri }: TextDocument): string {
  return code2ProtocolConverter.asUri(uri)
}

/** Says what is wrong with an answer, in the words that a finding would have. */
export async function problemWith(link: ServerLink, answer: AnswerToCheck): Promise<string | undefined> {
  const { client } = link
  return (await client?.sendRequest(checkAnswer, answer).catch(() => null)) ?? undefined
}

/** What a person can do about a message. */
export interface Offer {
  readonly title: string
  run(): unknown
}

/** Tells what came of a command, because the person who ran it waits for it, and offers what can be done about it. */
export function say(message: string, ...offers: readonly Offer[]): void {
  void sayAndOffer(message, offers)
}

async function sayAndOffer(message: string, offers: readonly Offer[]): Promise<void> {
  const chosen = await window.showWarningMessage(unlinked(message), ...offers.map(({ title }) => title))
  await offers.find(({ title }) => title === chosen)?.run()
}

/** Whether files may be changed here; the person is told when not. */
export function mayWrite(): boolean {
  if (workspace.isTrusted) return true
  say(l10n.t('Files are not changed in a folder that you do not trust. Trust it and try again.'), {
    title: l10n.t('Manage Workspace Trust'),
    run: () => commands.executeCommand('workbench.trust.manage'),
  })
  return false
}

/** Whether the text of a file may be changed; the person is told when not. */
export async function mayChange(document: TextDocument): Promise<boolean> {
  if (!mayWrite()) return false
  const may = !(await isReadOnly(document))
  if (!may) sayReadOnly(document)
  return may
}

function sayReadOnly({ uri }: TextDocument): void {
  say(l10n.t('{0} cannot be changed: it is read-only.', workspace.asRelativePath(uri)))
}

/** Tells why nothing was done with a pilot; its file, where the reason stands, may be one that no editor shows. */
export function sayRefused({ message }: Refusal, document: TextDocument): void {
  const isShown = window.activeTextEditor?.document === document
  const open = { title: l10n.t('Open'), run: () => window.showTextDocument(document, { preview: false }) }
  say(message, ...(isShown ? [] : [open]))
}

/** The document of a file that a command is about; the server then knows its text. */
export async function documentOf(uri: Uri): Promise<TextDocument | undefined> {
  try {
    return await workspace.openTextDocument(uri)
  } catch {
    say(l10n.t('{0} cannot be opened.', workspace.asRelativePath(uri)))
    return undefined
  }
}

/** A step, or what makes one of what can be chosen now; absent where that is not any more what was chosen from. */
export type StepNow = Step | ((now: StepChoices) => Step | undefined)

/** Takes a step with the pilot in a file: one edit, which can be undone. Gives the refusal when there is one. */
export async function takeStep(link: ServerLink, uri: Uri, step: StepNow): Promise<Refusal | undefined> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    // VS Code closes a document that no editor shows after some minutes, and a person may take longer to answer.
    const document = await documentOf(uri)
    if (!document) return undefined
    const { version } = document
    const answer = await ask(link, (client) => editOf(client, addressOf(client, document), step))
    if (answer === null) break
    if (answer?.kind === 'refused') return answer
    if (!answer || (document.version === version && (await applyEdit(link, document, answer))))
      return undefined
  }
  sayOutdated(uri)
  return undefined
}

/** The edit of a step; `null` where the step cannot be made any more. */
async function editOf(
  client: BaseLanguageClient,
  uri: string,
  step: StepNow,
): Promise<StepEdit | Refusal | null> {
  if (typeof step !== 'function') return client.sendRequest(stepEdit, { uri, step })
  const choices = await client.sendRequest(stepChoices, { uri })
  if (choices.kind === 'refused') return choices
  const now = step(choices)
  return now ? client.sendRequest(stepEdit, { uri, step: now }) : null
}

/** Tells that an edit was made for another text than that which is there now. */
export function sayOutdated(uri: Uri): void {
  const name = workspace.asRelativePath(uri)
  say(l10n.t('{0} is not the text any more that was checked, so nothing was done. Try again.', name))
}

/** While somebody types, an answer may be about a text that is gone. */
const MOST_TRIES = 3

/** Applies an edit and shows it; false when the text is not that which it was made for. */
export async function applyEdit(
  { client }: ServerLink,
  document: TextDocument,
  { edit, version }: Pick<StepEdit, 'edit' | 'version'>,
): Promise<boolean> {
  const changes = await client?.protocol2CodeConverter.asWorkspaceEdit(edit)
  if (!changes || document.isClosed || version !== document.version) return false
  if (!(await makeEdit(document, changes))) {
    sayReadOnly(document)
    return true
  }
  const editor = await window.showTextDocument(document, { preview: false })
  const [first] = changes.get(document.uri)
  if (first) editor.revealRange(first.range, TextEditorRevealType.InCenterIfOutsideViewport)
  return true
}

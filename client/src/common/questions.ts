import {
  type Disposable,
  l10n,
  type QuickInput,
  type QuickInputButton,
  QuickInputButtons,
  type QuickPickItem,
  window,
} from 'vscode'
import { unlinked } from './plain.ts'

/** One question of a command. Every answer is a text. */
export type Question = Choosing | Typing

interface Asked {
  /** The name of the answer. */
  readonly key: string
  readonly prompt: string
}

/** One of a few; or else whatever is typed, where that may be left open or has to be there. */
export interface Choosing extends Asked {
  readonly choices: readonly Choice[]
  readonly free?: 'open' | 'required'
}

export interface Choice {
  readonly label: string
  readonly description?: string
  readonly detail?: string
  readonly answer: string
}

export interface Typing extends Asked {
  readonly value?: string
  readonly placeholder?: string
  /** What is wrong with an answer, for its author. */
  check?(answer: string): string | undefined | Promise<string | undefined>
}

export type Answers = Readonly<Record<string, string>>

/** A question that may depend on the answers before it; absent when it need not be asked. */
export type Ask = (answers: Answers) => Question | undefined

/**
 * Asks one question after the other, with a way back to the one before. What is given is not asked, unless it is none of the
 * choices. `undefined` when the person leaves, and then nothing has happened.
 */
export async function askAll(
  title: string,
  asks: readonly Ask[],
  given: Answers,
): Promise<Answers | undefined> {
  /** The questions that were answered, in their order. */
  const answered: { readonly key: string; readonly index: number }[] = []
  let answers = given
  let index = 0
  while (index < asks.length) {
    const question = asks[index]?.(answers)
    if (!question || isGiven(question, given)) {
      index++
      continue
    }
    const { key } = question
    const total = asks.filter((each) => {
      const other = each(answers)
      return other && !isGiven(other, given)
    }).length
    const frame = { title, step: answered.length + 1, total, known: answers[key] }
    const answer = await ask(question, frame)
    if (answer === undefined) return undefined
    if (answer === BACK) index = answered.pop()?.index ?? 0
    else {
      answered.push({ key, index: index++ })
      answers = { ...answers, [key]: answer }
    }
  }
  // What was answered on a way that was left again does not count.
  const kept = answered.map(({ key }): [string, string] => [key, answers[key] ?? ''])
  return { ...given, ...Object.fromEntries(kept) }
}

/** A word that is none of the choices, of a key that somebody bound, would be taken for one of them. */
function isGiven(question: Question, given: Answers): boolean {
  const answer = given[question.key]
  if (answer === undefined) return false
  return !('choices' in question) || question.free !== undefined || isAmong(question.choices, answer)
}

function isAmong(choices: readonly Choice[], answer: string): boolean {
  return choices.some((choice) => choice.answer === answer)
}

const BACK = Symbol('back')

interface Frame {
  readonly title: string
  /** From 1. */
  readonly step: number
  readonly total: number
  /** The answer that was given before. */
  readonly known: string | undefined
}

type Answer = string | typeof BACK | undefined

function ask(question: Question, frame: Frame): Promise<Answer> {
  return 'choices' in question ? choose(question, frame) : type(question, frame)
}

interface Row extends QuickPickItem {
  /** Absent of the row that takes what is typed. */
  readonly answer?: string
}

function choose({ prompt, choices, free }: Choosing, frame: Frame): Promise<Answer> {
  const { known } = frame
  const input = window.createQuickPick<Row>()
  const rows: readonly Row[] = [...choices]
  const open: readonly Row[] =
    free === 'open'
      ? [{ label: l10n.t('Leave it open'), description: l10n.t('to be filled in later'), answer: '' }]
      : []
  const typed = (): readonly Row[] => {
    const text = input.value.trim()
    const isListed = rows.some(({ label }) => label === text)
    // With nothing in its label that could match, it comes after the names that do.
    return free && text !== '' && !isListed
      ? [{ label: '$(edit)', description: l10n.t('{0}, as typed', text), alwaysShow: true }]
      : []
  }
  const show = (): void => {
    input.items = [...open, ...rows, ...typed()]
  }
  input.placeholder = prompt
  input.matchOnDescription = true
  input.matchOnDetail = true
  const before = [...open, ...rows].find(({ answer }) => answer === known)
  if (known !== undefined && !before && free) input.value = known
  show()
  if (before) input.activeItems = [before]
  const listening = input.onDidChangeValue(show)
  return shown(input, frame, (answer) => [
    listening,
    input.onDidAccept(() => {
      // Rows follow the typing a moment later; what stands in the input is what was meant.
      const [row] = input.selectedItems
      const text = input.value.trim()
      if (row?.answer !== undefined) answer(row.answer)
      else if (free && text !== '') answer(text)
    }),
  ])
}

function type({ prompt, value = '', placeholder, check }: Typing, frame: Frame): Promise<Answer> {
  const input = window.createInputBox()
  input.prompt = unlinked(prompt)
  input.value = frame.known ?? value
  input.placeholder = placeholder
  /** What is wrong with the newest answer; `undefined` when nothing is. */
  const judge = async (): Promise<string | undefined> => {
    const text = input.value
    const problem = await check?.(text.trim())
    if (text === input.value) input.validationMessage = problem && unlinked(problem)
    return text === input.value ? problem : 'superseded'
  }
  return shown(input, frame, (answer) => [
    input.onDidChangeValue(() => void judge()),
    input.onDidAccept(async () => {
      if ((await judge()) === undefined) answer(input.value.trim())
    }),
  ])
}

/** Shows an input until it is answered or left. */
function shown(
  input: QuickInput & { buttons: readonly QuickInputButton[]; onDidTriggerButton: Trigger },
  { title, step, total }: Frame,
  listen: (answer: (value: string) => void) => readonly Disposable[],
): Promise<Answer> {
  return new Promise((resolve) => {
    input.title = title
    input.step = step
    input.totalSteps = total
    input.ignoreFocusOut = true
    input.buttons = step > 1 ? [QuickInputButtons.Back] : []
    const finish = (answer: Answer): void => {
      resolve(answer)
      for (const each of listening) each.dispose()
      input.dispose()
    }
    const listening = [
      input.onDidTriggerButton((button) => button === QuickInputButtons.Back && finish(BACK)),
      input.onDidHide(() => finish(undefined)),
      ...listen(finish),
    ]
    input.show()
  })
}

type Trigger = (listener: (button: QuickInputButton) => unknown) => Disposable

import {
  type Disposable,
  l10n,
  type QuickInput,
  type QuickInputButton,
  QuickInputButtons,
  type QuickPickItem,
  window,
} from 'vscode'

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
 * Asks one question after the other, with a way back to the one before. What is given is not asked. `undefined` when the
 * person leaves, and then nothing has happened.
 */
export async function askAll(
  title: string,
  asks: readonly Ask[],
  given: Answers,
): Promise<Answers | undefined> {
  /** The answers before each question that was asked. */
  const before: { readonly answers: Answers; readonly index: number }[] = []
  let answers = given
  let index = 0
  while (index < asks.length) {
    const question = asks[index]?.(answers)
    if (!question || question.key in given) {
      index++
      continue
    }
    const answer = await ask(question, { title, canGoBack: before.length > 0, known: answers[question.key] })
    if (answer === undefined) return undefined
    if (answer === BACK) {
      const last = before.pop()
      index = last?.index ?? 0
      // The answers behind the question are kept, so that nobody types them twice.
      answers = { ...answers, ...last?.answers }
    } else {
      before.push({ answers, index: index++ })
      answers = { ...answers, [question.key]: answer }
    }
  }
  return answers
}

const BACK = Symbol('back')

interface Frame {
  readonly title: string
  readonly canGoBack: boolean
  /** The answer that was given before. */
  readonly known: string | undefined
}

type Answer = string | typeof BACK | undefined

function ask(question: Question, frame: Frame): Promise<Answer> {
  return 'choices' in question ? choose(question, frame) : type(question, frame)
}

interface Row extends QuickPickItem {
  readonly answer: string
}

function choose({ prompt, choices, free }: Choosing, { title, canGoBack, known }: Frame): Promise<Answer> {
  const input = window.createQuickPick<Row>()
  const rows: readonly Row[] = [...choices]
  const open: readonly Row[] =
    free === 'open'
      ? [{ label: l10n.t('Leave it open'), description: l10n.t('to be filled in later'), answer: '' }]
      : []
  const typed = (): readonly Row[] => {
    const text = input.value.trim()
    const isListed = rows.some(({ label }) => label === text)
    return free && text !== '' && !isListed ? [{ label: text, alwaysShow: true, answer: text }] : []
  }
  const show = (): void => {
    input.items = [...typed(), ...rows, ...open]
  }
  input.placeholder = prompt
  input.matchOnDescription = true
  input.matchOnDetail = true
  show()
  const before = input.items.find(({ answer }) => answer === known)
  if (before) input.activeItems = [before]
  const listening = input.onDidChangeValue(show)
  return shown(input, { title, canGoBack }, (answer) => [
    listening,
    input.onDidAccept(() => {
      const [row] = input.selectedItems
      if (row) answer(row.answer)
    }),
  ])
}

function type({ prompt, value = '', placeholder, check }: Typing, frame: Frame): Promise<Answer> {
  const input = window.createInputBox()
  input.prompt = prompt
  input.value = frame.known ?? value
  input.placeholder = placeholder
  /** Of the newest answer; `undefined` when nothing is wrong with it. */
  const judge = async (): Promise<string | undefined> => {
    const text = input.value
    const problem = await check?.(text.trim())
    if (text === input.value) input.validationMessage = problem
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
  { title, canGoBack }: Pick<Frame, 'title' | 'canGoBack'>,
  listen: (answer: (value: string) => void) => readonly Disposable[],
): Promise<Answer> {
  return new Promise((resolve) => {
    input.title = title
    input.ignoreFocusOut = true
    input.buttons = canGoBack ? [QuickInputButtons.Back] : []
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

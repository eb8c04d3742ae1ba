import type { IsoDate } from '../../engine/pilot/dates.ts'
import {
  type NewPilot,
  newPilotText,
  problemWithDay,
  problemWithName,
} from '../../engine/templates/new-pilot.ts'
import { type PilotKind, pilotKinds } from '../../engine/templates/pilot.ts'
import { visible } from '../../engine/text/visible.ts'
import { type ExitCode, exit, UsageError } from '../exit.ts'
import { fullPath } from '../inputs.ts'
import type { Io } from '../io.ts'
import type { Prompt } from '../prompt.ts'
import { refusal, refuseNoFolder } from '../refusal.ts'
import { shellWord } from '../report/escape.ts'

export interface NewOptions {
  readonly template?: PilotKind | undefined
  readonly title?: string | undefined
  readonly team?: string | undefined
  readonly operator?: string | undefined
  readonly sponsor?: string | undefined
  readonly start?: string | undefined
  /** The folder, or the file. */
  readonly out?: string | undefined
  readonly dryRun?: boolean | undefined
}

/** Writes a new pilot from a template. On a terminal it asks for what no option says; elsewhere it asks nothing. */
export async function newPilot(name: string | undefined, options: NewOptions, io: Io): Promise<ExitCode> {
  refuseEmpty(options)
  const given = { ...options, name: name === undefined ? undefined : checkedName(name) }
  const known = await completed(given, io)
  if (known === undefined) {
    io.err('pilots: nothing was written.\n')
    return exit.usage
  }
  const path = await pathOf(known, io)
  const text = newPilotText(known, io.today)
  const shown = visible(path)
  if (options.dryRun) {
    io.out(`${shown}\n\n${text}`)
    return exit.clean
  }
  const written = await io.writes.create(fullPath(path, io), text, io.cwd)
  if (written.kind !== 'written') throw new UsageError(`${path} was not written: ${refusal(written)}.`)
  const next = text.includes('TODO') ? 'Fill in what says TODO, then' : 'Next'
  io.out(`Wrote ${shown}. ${next}: pilots check ${visible(shellWord(path))}\n`)
  return exit.clean
}

interface Known extends NewPilot {
  readonly out?: string | undefined
}

type Given = NewOptions & { readonly name: string | undefined }

const USUAL: PilotKind = 'five-stage'

async function completed(given: Given, io: Io): Promise<Known | undefined> {
  const prompt = given.name === undefined || isBare(given) ? io.prompt() : undefined
  if (prompt) {
    try {
      return await asked(given, prompt, io)
    } finally {
      prompt.close()
    }
  }
  if (given.name === undefined)
    throw new UsageError('A new pilot needs a name, such as: pilots new demand-forecast.')
  const { name, template = USUAL, start } = given
  return { ...given, name, template, start: start === undefined ? undefined : checkedDate(start) }
}

/** Whether no option says anything of the pilot, so that someone at a terminal expects to be asked. */
function isBare({ template, title, team, operator, sponsor, start }: NewOptions): boolean {
  return [template, title, team, operator, sponsor, start].every((each) => each === undefined)
}

/** Asks for what is not given, again where an answer is of no use; `undefined` when the person leaves. */
async function asked(given: Given, prompt: Prompt, io: Io): Promise<Known | undefined> {
  const ask = async <T>(
    question: string,
    read: (answer: string) => T | Promise<T>,
  ): Promise<T | undefined> => {
    for (;;) {
      const answer = await prompt.ask(question)
      if (answer === undefined) return undefined
      try {
        return await read(answer)
      } catch (error) {
        if (!(error instanceof UsageError)) throw error
        io.err(`${visible(error.message)}\n`)
      }
    }
  }
  const free = (each: string): Promise<string> => freeName(each, given, io)
  // Before the other questions: what was answered would be lost.
  const name =
    given.name === undefined
      ? await ask('Short name, such as demand-forecast: ', (each) => free(checkedName(each)))
      : await free(given.name)
  if (name === undefined) return undefined
  const template =
    given.template ?? (await ask(`Template, ${pilotKinds.join(' or ')} [${USUAL}]: `, kindNamed))
  if (template === undefined) return undefined
  const texts: Record<'title' | 'team' | 'operator' | 'sponsor', string | undefined> = { ...blank }
  for (const [key, question] of questions) {
    const answer = given[key] ?? (await ask(question, (each) => each))
    if (answer === undefined) return undefined
    texts[key] = answer === '' ? undefined : answer
  }
  const start = given.start ?? (await ask('First day, such as 2026-11-20: ', dateOrNothing))
  if (start === undefined) return undefined
  return { ...texts, name, template, start: start === '' ? undefined : checkedDate(start), out: given.out }
}

const blank = { title: undefined, team: undefined, operator: undefined, sponsor: undefined } as const

const questions = [
  ['title', 'Title, what it does and for whom: '],
  ['team', 'Team whose work changes: '],
  ['operator', 'Operator, who answers for adoption: '],
  ['sponsor', 'Sponsor, who can decide to scale or to stop it: '],
] as const

function refuseEmpty(options: NewOptions): void {
  for (const key of ['title', 'team', 'operator', 'sponsor'] as const)
    if (options[key]?.trim() === '')
      throw new UsageError(`--${key} is empty. Leave it out, and fill it in later.`)
  refuseNoFolder(options.out)
}

function checkedName(name: string): string {
  const problem = problemWithName(name)
  if (problem !== undefined) throw new UsageError(problem)
  return name
}

/** The name of a pilot that has no file yet. */
async function freeName(name: string, { out, dryRun }: NewOptions, io: Io): Promise<string> {
  const path = await pathOf({ name, out }, io)
  if (dryRun || (await io.files.kindOf(fullPath(path, io))) === 'missing') return name
  throw new UsageError(`${path} was not written: ${refusal({ kind: 'exists' })}.`)
}

function checkedDate(text: string): IsoDate {
  const problem = problemWithDay(text)
  if (problem !== undefined) throw new UsageError(problem)
  return text
}

function dateOrNothing(text: string): string {
  return text === '' ? text : checkedDate(text)
}

function kindNamed(text: string): PilotKind {
  const kind = text === '' ? USUAL : pilotKinds.find((each) => each.startsWith(text))
  if (kind) return kind
  throw new UsageError(`There is no template "${text}". Use ${pilotKinds.join(' or ')}.`)
}

async function pathOf({ name, out = 'pilots' }: Pick<Known, 'name' | 'out'>, io: Io): Promise<string> {
  if (!/\.ya?ml$/i.test(out)) {
    if (FILE.test(out) && (await io.files.kindOf(fullPath(out, io))) !== 'folder')
      throw new UsageError(
        `A pilot is written as a file NAME.pilot.yaml, and ${out} is none. Correct --out; for a folder of that name end it with a slash.`,
      )
    return `${out.replace(/[\\/]+$/, '')}/${name}.pilot.yaml`
  }
  if (!new RegExp(`(?:^|[\\\\/])${name}\\.pilot\\.ya?ml$`).test(out))
    throw new UsageError(
      `A file of this pilot is called ${name}.pilot.yaml. Correct the end of --out, or name a folder.`,
    )
  return out
}

/** What ends like the name of a file. */
const FILE = /[^./\\]\.[a-z][a-z\d]{1,4}$/i

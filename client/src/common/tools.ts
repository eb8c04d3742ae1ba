import {
  type Disposable,
  LanguageModelTextPart,
  type LanguageModelTool,
  LanguageModelToolResult,
  l10n,
  lm,
  MarkdownString,
  Uri,
  workspace,
} from 'vscode'
import { checkText, newPilotText } from '../../../server/src/protocol/beginnings.ts'
import type { PilotItem } from '../../../server/src/protocol/pilots.ts'
import { answersIn, fieldsOf } from './arguments.ts'
import type { Workings } from './commands.ts'
import { isThere, writeFile } from './new-files.ts'
import { pilotIn, pilotsFolder } from './new-pilot.ts'
import { pageOf } from './rule-page.ts'
import { bounded, findingsText, hasFindings, pilotsNamed, portfolioText, textFindings } from './tool-texts.ts'

/** What a language model may ask of the pilots. Only a template is ever written, and only when the person has agreed. */
export function registerTools(workings: Workings): Disposable[] {
  // Editors that are made from VS Code need not have tools.
  if (typeof lm?.registerTool !== 'function') return []
  return [
    lm.registerTool(
      'pilots_check',
      tool((input) => check(workings, input)),
    ),
    lm.registerTool(
      'pilots_explain',
      tool((input) => explain(workings, input)),
    ),
    lm.registerTool(
      'pilots_portfolio',
      tool(() => portfolio(workings)),
    ),
    lm.registerTool('pilots_template', {
      ...tool((input) => template(workings, input)),
      prepareInvocation: ({ input }) => confirmation(workings, input),
    }),
  ]
}

function tool(answer: (input: unknown) => Promise<string>): LanguageModelTool<unknown> {
  return {
    invoke: async ({ input }) =>
      new LanguageModelToolResult([new LanguageModelTextPart(await answer(input))]),
  }
}

async function check({ link, portfolio: all }: Workings, input: unknown): Promise<string> {
  const { text, pilot } = fieldsOf(input)
  if (typeof text === 'string') {
    const client = await link.ready()
    const asked = { text, ...answersIn(input, ['name']) }
    const found = await client?.sendRequest(checkText, asked).catch(() => undefined)
    return found ? textFindings(found) : DOWN
  }
  const pilots = await all.refresh()
  if (!pilots) return DOWN
  const named = typeof pilot === 'string' ? pilot : undefined
  const wanted = pilotsNamed(pilots, named, pathOf)
  if (wanted.length > 0 || named === undefined)
    return findingsText(await wholeOf(wanted, all, hasFindings), pathOf)
  return bounded([`There is no pilot "${named}". There are:`, ...pilots.map(({ name }) => name)])
}

/** The same with all that is known of those that fill the text which a model is given. */
function wholeOf(
  pilots: readonly PilotItem[],
  all: Workings['portfolio'],
  isShown: (pilot: PilotItem) => boolean = () => true,
): Promise<readonly PilotItem[]> {
  const shown = new Set(pilots.filter(isShown).slice(0, SHOWN))
  return Promise.all(pilots.map((pilot) => (shown.has(pilot) ? all.whole(pilot) : pilot)))
}

/** A line of each of them is longer than what a model is given. */
const SHOWN = 500

async function explain({ context }: Workings, input: unknown): Promise<string> {
  const { rule } = fieldsOf(input)
  const page = typeof rule === 'string' ? await pageOf(context.extensionUri, rule) : undefined
  if (!page) return 'There is no such rule. A rule is named as in a finding, such as owners/operator-missing.'
  return bounded((await workspace.openTextDocument(page)).getText().split('\n'))
}

async function portfolio({ portfolio: all }: Workings): Promise<string> {
  const pilots = await all.refresh()
  return pilots ? portfolioText(await wholeOf(pilots, all), pathOf) : DOWN
}

async function template(workings: Workings, input: unknown): Promise<string> {
  const client = await workings.link.ready()
  const answer = await client?.sendRequest(newPilotText, pilotIn(input)).catch(() => undefined)
  if (!answer) return DOWN
  if (answer.kind === 'problems') return [answer.name, answer.start].filter(Boolean).join(' ')
  if (!isWrite(input)) return answer.text
  const file = fileFor(workings, answer.file)
  if (!file || !workspace.isTrusted) return 'Nothing was written: no folder is open that may be written to.'
  if (await isThere(file)) return `${pathOf(file.toString())} is there already, and was not changed.`
  const isWritten = await writeFile(file, answer.text)
  return isWritten ? `Wrote ${pathOf(file.toString())}:\n${answer.text}` : 'The file could not be written.'
}

/** What the person is asked before a file is written; nothing where the text is only given back. */
function confirmation(workings: Workings, input: unknown) {
  if (!isWrite(input)) return {}
  const { name } = pilotIn(input)
  const file = fileFor(workings, `${name}.pilot.yaml`)
  const message = new MarkdownString().appendText(
    l10n.t('Write a new file, {0}? It is not written if it exists.', file ? pathOf(file.toString()) : name),
  )
  return { confirmationMessages: { title: l10n.t('Write a new pilot'), message } }
}

function isWrite(input: unknown): boolean {
  return fieldsOf(input)['write'] === true
}

function fileFor({ portfolio: all }: Workings, file: string): Uri | undefined {
  const [folder] = workspace.workspaceFolders ?? []
  return folder && Uri.joinPath(pilotsFolder(folder.uri, all), file)
}

function pathOf(uri: string): string {
  return workspace.asRelativePath(Uri.parse(uri))
}

const DOWN = 'The server of the extension does not answer. Try again in a moment.'

import { l10n, Uri, type WorkspaceFolder, window, workspace } from 'vscode'
import {
  type KnownNames,
  knownNames,
  type NewPilot,
  newPilotText,
  type PilotKind,
} from '../../../server/src/protocol/beginnings.ts'
import { answersIn, uriIn } from './arguments.ts'
import type { Workings } from './commands.ts'
import { createFile, isThere } from './new-files.ts'
import { plain } from './plain.ts'
import type { Portfolio } from './portfolio.ts'
import { type Answers, type Ask, askAll, type Choice } from './questions.ts'
import { languageId } from './selector.ts'
import { ask, mayWrite, problemWith, say } from './server-answers.ts'
import type { ServerLink } from './server-link.ts'

const keys = ['template', 'name', 'title', 'team', 'operator', 'sponsor', 'start', 'folder'] as const

/** Asks for what is known of a new pilot and writes its file. */
export async function newPilot({ link, portfolio }: Workings, argument: unknown): Promise<void> {
  if (!mayWrite()) return
  const folders = workspace.workspaceFolders ?? []
  const [only, second] = folders
  const given = {
    ...(only && !second ? { folder: only.uri.toString() } : {}),
    ...answersIn(argument, keys),
  }
  // Asked first, so that nobody answers eight questions for a server that is not there.
  const known = await ask(link, (client) => client.sendRequest(knownNames))
  if (!known) return
  const answers = await askAll(l10n.t('New pilot'), questions({ link, portfolio }, folders, known), given)
  if (!answers) return
  const written = await ask(link, (client) => client.sendRequest(newPilotText, pilotOf(answers)))
  if (!written) return
  if (written.kind === 'problems') {
    say(written.name ?? written.start ?? '')
    return
  }
  const folder = folderIn(answers)
  if (folder) await createFile(Uri.joinPath(pilotsFolder(folder, portfolio), written.file), written.text)
  else await showUnsaved(written.text)
}

function folderIn({ folder }: Answers): Uri | undefined {
  const asked = uriIn({ uri: folder })
  return asked && workspace.getWorkspaceFolder(asked)?.uri
}

/** Where most of the pilots below a folder are; `pilots` while there is none. */
export function pilotsFolder(folder: Uri, { pilots = [] }: Pick<Portfolio, 'pilots'>): Uri {
  const root = folder.path.replace(/\/?$/, '/')
  const counts = new Map<string, number>()
  for (const { uri } of pilots) {
    const file = Uri.parse(uri)
    if (file.scheme !== folder.scheme || !file.path.startsWith(root)) continue
    const path = file.path.slice(0, file.path.lastIndexOf('/'))
    counts.set(path, (counts.get(path) ?? 0) + 1)
  }
  const [most] = [...counts].sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1))
  return most ? folder.with({ path: most[0] }) : Uri.joinPath(folder, 'pilots')
}

type Needs = Pick<Workings, 'link' | 'portfolio'>

function questions(needs: Needs, folders: readonly WorkspaceFolder[], known: KnownNames): readonly Ask[] {
  const { link } = needs
  const free = 'open'
  const [people, teams] = [rows(known.people), rows(known.teams)]
  return [
    () =>
      folders.length < 2
        ? undefined
        : { key: 'folder', prompt: l10n.t('In which folder?'), choices: folders.map(folderRow) },
    () => ({ key: 'template', prompt: l10n.t('How should the pilot start?'), choices: templates() }),
    (answers) => ({
      key: 'name',
      prompt: l10n.t('Short name, which is also the name of the file'),
      placeholder: 'demand-forecast',
      check: async (name) => (await problemWithName(link, name)) ?? problemWithFile(needs, answers, name),
    }),
    () => ({ key: 'title', prompt: l10n.t('Title: what it does and for whom. Leave it empty for later.') }),
    () => ({ key: 'team', prompt: l10n.t('Team whose work changes'), choices: teams, free }),
    () => ({ key: 'operator', prompt: l10n.t('Operator, who answers for adoption'), choices: people, free }),
    () => ({
      key: 'sponsor',
      prompt: l10n.t('Sponsor, who can decide to scale or to stop it'),
      choices: people,
      free,
    }),
    () => ({
      key: 'start',
      prompt: l10n.t('First day. Leave it empty for later.'),
      placeholder: known.today,
      check: async (day) =>
        day === '' ? undefined : problemWith(link, { path: ['timeline', 'start'], value: day }),
    }),
  ]
}

/** The kinds of a new pilot as they are offered. */
const kinds: Readonly<Record<PilotKind, () => Pick<Choice, 'label' | 'detail'>>> = {
  minimal: () => ({
    label: l10n.t('Four lines'),
    detail: l10n.t('Grows as the pilot earns its stages'),
  }),
  'five-stage': () => ({
    label: l10n.t('Five stages'),
    detail: l10n.t('Criteria, ownership, data, rollout, adoption'),
  }),
  'ninety-day': () => ({
    label: l10n.t('Ninety days'),
    detail: l10n.t('Gates at day 30, 60 and 90'),
  }),
}

function templates(): readonly Choice[] {
  return Object.entries(kinds).map(([answer, words]) => ({ ...words(), answer }))
}

function isKind(word: string | undefined): word is PilotKind {
  return word !== undefined && Object.hasOwn(kinds, word)
}

function rows(names: readonly string[]): readonly Choice[] {
  return names.map((name) => ({ label: plain(name), answer: name }))
}

function folderRow({ name, uri }: WorkspaceFolder): Choice {
  return { label: name, description: uri.path, answer: uri.toString() }
}

/** The server knows the form of a name, and which names are taken. */
async function problemWithName({ client }: ServerLink, name: string): Promise<string | undefined> {
  const answer = await client?.sendRequest(newPilotText, { template: 'minimal', name }).catch(() => undefined)
  return answer?.kind === 'problems' ? answer.name : undefined
}

/** A file that cannot be read takes no name, and yet is not written over when all questions are answered. */
async function problemWithFile(
  { portfolio }: Needs,
  answers: Answers,
  name: string,
): Promise<string | undefined> {
  const folder = folderIn(answers)
  const file = folder && Uri.joinPath(pilotsFolder(folder, portfolio), `${name}.pilot.yaml`)
  if (!file || !(await isThere(file))) return undefined
  return l10n.t('{0} is there already. Choose another name.', workspace.asRelativePath(file))
}

/** The pilot that an argument describes. */
export function pilotIn(argument: unknown): NewPilot {
  return pilotOf(answersIn(argument, keys))
}

function pilotOf(answers: Answers): NewPilot {
  const { template, name = '', folder: _folder, ...rest } = answers
  return { ...rest, template: isKind(template) ? template : 'five-stage', name }
}

/** Where no folder is open, the person decides on saving where it belongs. */
async function showUnsaved(content: string): Promise<void> {
  await window.showTextDocument(await workspace.openTextDocument({ language: languageId, content }))
}

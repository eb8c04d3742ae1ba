import { commands, l10n, type QuickPickItem, QuickPickItemKind, type TextDocument, window } from 'vscode'
import type { Checklist, MissingItem } from '../../../server/src/protocol/steps.ts'
import { plain } from './plain.ts'
import { applyEdit, mayChange, sayOutdated } from './server-answers.ts'
import type { ServerLink } from './server-link.ts'
import { openCommand } from './stage-tree.ts'
import { oneLine } from './tree-node.ts'
import { stageWord } from './words.ts'

/** A pilot, the stage that it is kept from, and by what. */
type StageList = Pick<Checklist, 'title' | 'to' | 'missing' | 'version'>

/** Lists what keeps a pilot from its next stage, or offers to move it there. */
export async function showChecklist(
  link: ServerLink,
  document: TextDocument,
  list: StageList,
): Promise<void> {
  if (list.missing.length > 0) {
    await showMissing(link, document, list)
    return
  }
  const advance = {
    label: l10n.t('Advance to {0}', stageWord(list.to, l10n)),
    detail: l10n.t('Nothing is missing any more'),
    run: () => commands.executeCommand('pilots.advanceStage', { uri: document.uri.toString() }),
  }
  await choose([advance], { placeHolder: oneLine(list.title) })
}

/** What stands above a list, where a long title is not in the way of what is said of it. */
interface Heading {
  readonly title?: string
  readonly placeHolder: string
}

interface Row extends QuickPickItem {
  readonly run?: () => unknown
}

/** Choosing a row leads to its line, or lets the person choose how to mend it. */
async function showMissing(
  link: ServerLink,
  document: TextDocument,
  { title, to, missing, version }: StageList,
): Promise<void> {
  const stage = stageWord(to, l10n)
  const kinds = {
    output: l10n.t('Outputs'),
    gate: l10n.t('Gates'),
    // The messages speak of the pilot as of one that is in the stage already.
    finding: l10n.t('Findings once in {0}', stage),
  }
  const rows = (['output', 'gate', 'finding'] as const).flatMap((kind): Row[] => {
    const items = missing.filter((item) => item.kind === kind)
    if (items.length === 0) return []
    const heading = { label: kinds[kind], kind: QuickPickItemKind.Separator }
    return [heading, ...items.map((item) => rowOf(item, () => mend(link, { document, version }, item)))]
  })
  const placeHolder =
    missing.length === 1
      ? l10n.t('1 thing is missing before {0}', stage)
      : l10n.t('{0} things are missing before {1}', missing.length, stage)
  await choose(rows, { title: oneLine(title), placeHolder })
}

/** The message of a finding leaves no room beside it, so its place stands below. */
function rowOf(item: MissingItem, run: () => unknown): Row {
  const { says, stage, rule, range } = item
  const line = l10n.t('line {0}', range.start.line + 1)
  const owed = stage && stageWord(stage, l10n)
  const place = [owed ?? oneLine(rule ?? ''), line].join(', ')
  const below = [owed === undefined && place, waysOut(item)].filter(Boolean).join(': ')
  return {
    label: capital(plain(says)),
    ...(owed === undefined ? {} : { description: place }),
    ...(below === '' ? {} : { detail: below }),
    run,
  }
}

function waysOut({ gate, fixes, kind }: MissingItem): string | undefined {
  if (kind === 'gate')
    return gate === undefined ? l10n.t('Add the gate and its decision…') : l10n.t('Record the decision…')
  return fixes.length === 0 ? undefined : fixes.map(({ title }) => plain(title)).join(', ')
}

interface Text {
  readonly document: TextDocument
  readonly version: number | null
}

async function mend(link: ServerLink, { document, version }: Text, item: MissingItem): Promise<void> {
  const { uri } = document
  const open = (): unknown => {
    const { command, arguments: args } = openCommand({ uri: uri.toString(), range: item.range }, '')
    return commands.executeCommand(command, ...args)
  }
  if (item.kind === 'gate') {
    const { gate, stage } = item
    await commands.executeCommand('pilots.recordDecision', { uri: uri.toString(), gate, stage })
    return
  }
  const fixes = item.fixes.map(({ title, edit }): Row => {
    const run = async (): Promise<void> => {
      if (!(await mayChange(document))) return
      if (!(await applyEdit(link, document, { edit, version }))) sayOutdated(uri)
    }
    return { label: plain(title), run }
  })
  const line = { label: l10n.t('Go to line {0}', item.range.start.line + 1), run: open }
  if (fixes.length === 0) await open()
  else await choose([...fixes, line], { placeHolder: capital(oneLine(item.says)) })
}

async function choose(rows: readonly Row[], above: Heading): Promise<void> {
  const picked = await window.showQuickPick(rows, {
    ...above,
    matchOnDescription: true,
    matchOnDetail: true,
  })
  await picked?.run?.()
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}

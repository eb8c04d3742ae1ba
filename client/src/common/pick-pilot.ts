import { l10n, Uri, window } from 'vscode'
import type { PilotItem } from '../../../server/src/protocol/pilots.ts'
import { uriIn } from './arguments.ts'
import { inOrder } from './in-order.ts'
import { plain } from './plain.ts'
import type { Portfolio } from './portfolio.ts'
import { isPilot } from './selector.ts'
import { sayDown } from './server-answers.ts'
import { waysApart } from './ways-apart.ts'
import { stageWord, standingWord } from './words.ts'

/** The pilot that a command is about: the one in its argument, the one in the editor, or one that the person chooses. */
export async function pilotFor(argument: unknown, portfolio: Portfolio): Promise<Uri | undefined> {
  const named = uriIn(argument)
  if (named) return present(named, portfolio)
  const document = window.activeTextEditor?.document
  if (document && isPilot(document)) return present(document.uri, portfolio)
  const picked = await pickPilot(portfolio)
  return picked && Uri.parse(picked.uri)
}

/** The file itself, where an editor shows an old revision beside it: that has a query, and nobody changes what was. */
function present(uri: Uri, { pilots = [] }: Portfolio): Uri {
  if (uri.query === '') return uri
  return pilots.map((pilot) => Uri.parse(pilot.uri)).find(({ path }) => path === uri.path) ?? uri
}

/** Lets the person choose one of all pilots. */
export async function pickPilot(portfolio: Portfolio): Promise<PilotItem | undefined> {
  const pilots = portfolio.pilots ?? (await portfolio.refresh())
  if (!pilots) {
    sayDown()
    return undefined
  }
  const ways = waysApart(pilots)
  // The server lists them as it came to read them.
  const rows = pilots.toSorted(byTitle).map((pilot) => {
    const description = pilot.readable ? stageWord(pilot.stage, l10n) : standingWord(pilot, l10n)
    return { label: plain(pilot.title), description, detail: plain(ways.get(pilot) ?? pilot.name), pilot }
  })
  const placeHolder =
    rows.length === 0 ? l10n.t('There is no pilot in this folder yet') : l10n.t('Which pilot?')
  return (await window.showQuickPick(rows, { placeHolder, matchOnDetail: true }))?.pilot
}

function byTitle(a: PilotItem, b: PilotItem): number {
  return inOrder.compare(a.title, b.title) || (a.uri < b.uri ? -1 : 1)
}

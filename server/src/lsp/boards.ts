import { pageOf } from '../dashboard/page.ts'
import type { Board } from '../engine/board/board.ts'
import { type BoardFile, boardOf } from '../engine/board/board-of.ts'
import { revised } from '../engine/revised.ts'
import { portfolioRules } from '../engine/rules/all.generated.ts'
import type { PilotFile } from './pilot-file.ts'
import type { Session } from './session.ts'
import { fileKey, fileNameOf, isBelow } from './uri.ts'

/** Answers what the dashboard asks. */
export class Boards {
  readonly #session: Session

  constructor(session: Session) {
    this.#session = session
  }

  board(): Promise<Board> {
    return boardIn(this.#session, addressed)
  }

  async page(): Promise<string> {
    return pageOf(await boardIn(this.#session))
  }
}

/** The board of the files that are checked, as they are now; what leaves the editor names no address. */
async function boardIn(
  session: Session,
  withMore: (file: BoardFile, uri: string) => BoardFile = (file) => file,
): Promise<Board> {
  await session.settled()
  const { analyses } = session
  const files = analyses.checked().map((file) => {
    const analysis = revised(analyses.of(file), { notRun: analyses.notRun(file) })
    const { file: past, circumstances } = analyses.under(file)
    const { history, noHistory } = past
    const name = pathOf(file, session.folders)
    return withMore({ file: name, analysis, circumstances, history, noHistory }, file.uri)
  })
  return boardOf(files, { asOf: analyses.today(), portfolioRules, unread: [] })
}

function addressed(file: BoardFile, uri: string): BoardFile {
  return { ...file, uri }
}

/** The path from the folder of the workspace, with the name of that folder where there are several. */
function pathOf({ uri }: PilotFile, folders: readonly string[]): string {
  const folder = folders.find((each) => isBelow(uri, each))
  if (folder === undefined) return fileNameOf(uri)
  const root = fileKey(folder).replace(/\/+$/, '')
  const path = fileKey(uri).slice(root.length + 1)
  return folders.length > 1 ? `${fileNameOf(root)}/${path}` : path
}

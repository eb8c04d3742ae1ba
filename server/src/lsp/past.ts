import { commitmentsOf } from '../engine/history/commitments.ts'
import { goalpostChanges } from '../engine/history/goalposts.ts'
import { madeOn, stepsOf } from '../engine/history/history.ts'
import { reasonOf } from '../engine/not-run.ts'
import { visible } from '../engine/text/visible.ts'
import type { ChangeOfFile, Goalposts, RevisionTexts } from '../protocol/past.ts'
import type { PilotFile } from './pilot-file.ts'
import type { Session } from './session.ts'

/** Answers what the editor asks about changes that Git remembers. */
export class Past {
  readonly #session: Session

  constructor(session: Session) {
    this.#session = session
  }

  /** The texts before and after a commit; of a deleted pilot also where a finding in another file speaks of it. */
  async revision({ uri, commit }: ChangeOfFile): Promise<RevisionTexts | null> {
    const revisions = this.#session.histories.of(uri).history?.revisions ?? []
    if (commit === undefined) {
      if (revisions.length === 0) return null
      const [before] = await this.#session.histories.texts(uri, [revisions.at(-1)?.textId])
      return { before, after: textOf(this.#session.pilots.get(uri)) }
    }
    const index = revisions.findIndex((each) => each.commit === commit)
    if (index >= 0) {
      const { textId, beforeId = revisions[index - 1]?.textId } = revisions[index] ?? {}
      const ids = [beforeId, textId]
      const [before, after] = await this.#session.histories.texts(uri, ids)
      return { before, after }
    }
    const gone = this.#session.histories.gone().departed?.find((each) => each.commit === commit)
    if (!gone) return null
    const [before] = await this.#session.histories.texts(gone.file, [gone.textId])
    return { before, after: undefined }
  }

  async goalposts(uri: string): Promise<Goalposts | null> {
    await this.#session.settled()
    const file = this.#session.pilots.get(uri)
    if (!file) return null
    const { pilot, today } = this.#session.analyses.of(file)
    const { history, noHistory } = this.#session.histories.of(uri)
    const [first] = history?.revisions ?? []
    if (!history || !first) return { changes: [], gap: reasonOf({ needs: 'history', because: noHistory }) }
    const changes = goalpostChanges(first.commitments, stepsOf(history, commitmentsOf(pilot), today))
    return { changes: changes.map(toldChange).reverse(), gap: undefined }
  }
}

function toldChange({ step, metric, what, before, after, easier }: Change): Goalposts['changes'][number] {
  const { revision } = step
  return {
    commit: revision?.commit,
    date: madeOn(step),
    author: revision && visible(revision.author),
    metric: visible(metric),
    what,
    before: before === undefined ? undefined : visible(before),
    after: after === undefined ? undefined : visible(after),
    easier,
  }
}

function textOf(file: PilotFile | undefined): string | undefined {
  return file?.content.kind === 'text' ? file.content.text : undefined
}

type Change = ReturnType<typeof goalpostChanges>[number]

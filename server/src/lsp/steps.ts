import type { Analysis } from '../engine/analyze.ts'
import { pilotNameOf } from '../engine/pilot/file-name.ts'
import { stageOf } from '../engine/pilot/stages.ts'
import { knownNames } from '../engine/portfolio/known-names.ts'
import { stageBehind, whyNoStage } from '../engine/steps/advance.ts'
import { entryInto } from '../engine/steps/entry.ts'
import { type Missing, missingIn } from '../engine/steps/missing.ts'
import type { Step } from '../engine/steps/step.ts'
import { takeStep, whyUnreadable } from '../engine/steps/take-step.ts'
import { closingReview } from '../features/closing-review.ts'
import { markdown } from '../features/markup.ts'
import { type MissingItem, missingItems } from '../features/missing-items.ts'
import { stepChoices } from '../features/step-choices.ts'
import { workspaceEdit } from '../features/workspace-edit.ts'
import type { Checklist, Page, Refusal, StepChoices, StepEdit } from '../protocol/steps.ts'
import { targetOf } from './client.ts'
import type { NamesInPilots } from './names-in-pilots.ts'
import type { PilotFile } from './pilot-file.ts'
import type { Session } from './session.ts'
import { fileNameOf } from './uri.ts'

/** What commands ask that take a step with a pilot, whether it is open or not. Nothing is changed here. */
export class Steps {
  readonly #session: Session
  readonly #names: Pick<NamesInPilots, 'facts'>

  constructor(session: Session, names: Pick<NamesInPilots, 'facts'>) {
    this.#session = session
    this.#names = names
  }

  choices(uri: string): Promise<StepChoices | Refusal> {
    return this.#about(uri, (analysis, file) => {
      const people = knownNames('person', this.#names.facts(), this.#session.analyses.registry).map(
        ({ name }) => name,
      )
      return { kind: 'choices', ...stepChoices(analysis, nameOf(file)), people }
    })
  }

  edit(uri: string, step: Step): Promise<StepEdit | Refusal> {
    return this.#about(uri, (analysis, file) => {
      const taken = takeStep(analysis, step, this.#session.analyses.under(file))
      if (taken.kind === 'refused')
        return refusal(taken.message, file, this.#items(file, analysis, taken.missing ?? []))
      const edit = workspaceEdit(analysis, taken.edits, targetOf(file, this.#session.client))
      return { kind: 'edit', edit, version: file.version }
    })
  }

  checklist(uri: string): Promise<Checklist | Refusal> {
    return this.#about(uri, (analysis, file) => {
      const from = stageOf(analysis.pilot)
      const to = stageBehind(from)
      if (to === undefined) return refusal(whyNoStage(from), file)
      const missing = missingIn(entryInto(analysis, to, this.#session.analyses.under(file)))
      const title = analysis.pilot.title?.value ?? nameOf(file)
      const items = this.#items(file, analysis, missing)
      return { kind: 'checklist', title, from, to, missing: items, version: file.version }
    })
  }

  closing(uri: string): Promise<Page | Refusal> {
    return this.#about(uri, (analysis, file) => {
      const title = analysis.pilot.title?.value ?? nameOf(file)
      return { kind: 'page', title, markdown: closingReview(analysis, nameOf(file), markdown) }
    })
  }

  /** Waits until all files are known, so that a pilot which nobody has opened is found as well. */
  async #about<T>(
    uri: string,
    answer: (analysis: Analysis, file: PilotFile) => T | Refusal,
  ): Promise<T | Refusal> {
    await this.#session.settled()
    const file = this.#session.pilots.get(uri)
    if (!file) return refusal('There is no such pilot. Open its file and ask again.')
    const analysis = this.#session.analyses.of(file)
    const unreadable = whyUnreadable(analysis)
    return unreadable === undefined ? answer(analysis, file) : refusal(unreadable, file)
  }

  #items(file: PilotFile, analysis: Analysis, missing: readonly Missing[]): readonly MissingItem[] {
    const { analyses, client } = this.#session
    return missingItems(analysis, missing, targetOf(file, client), analyses.recheck(file))
  }
}

function refusal(message: string, file?: PilotFile, missing: readonly MissingItem[] = []): Refusal {
  return { kind: 'refused', message, missing, version: file?.version ?? null }
}

function nameOf({ uri }: PilotFile): string {
  return pilotNameOf(fileNameOf(uri))
}

import about from '../../../package.json' with { type: 'json' }
import { knownNames } from '../engine/portfolio/known-names.ts'
import { isRecord } from '../engine/shape.ts'
import { newPilotText, problemWithDay, problemWithName } from '../engine/templates/new-pilot.ts'
import { workflow } from '../engine/templates/starter-files.ts'
import { rangeOf } from '../features/range.ts'
import type {
  KnownNames,
  NewPilot,
  NewPilotText,
  Problems,
  StarterFile,
  TextToCheck,
} from '../protocol/beginnings.ts'
import type { FindingItem } from '../protocol/pilots.ts'
import type { NamesInPilots } from './names-in-pilots.ts'
import { PilotFile } from './pilot-file.ts'
import type { Session } from './session.ts'

/** What is asked when something begins: a pilot, the checks of a repository, a text that is no file yet. */
export class Beginnings {
  readonly #session: Session
  readonly #names: Pick<NamesInPilots, 'facts'>

  constructor(session: Session, names: Pick<NamesInPilots, 'facts'>) {
    this.#session = session
    this.#names = names
  }

  /** The text of a new pilot, unless something about the answers is wrong. */
  async newPilot(asked: NewPilot): Promise<NewPilotText | Problems> {
    await this.#session.settled()
    const name = problemWithName(asked.name) ?? this.#problemWithTaken(asked.name)
    const day = asked.start?.trim() ?? ''
    const start = day === '' ? undefined : problemWithDay(day)
    if (name !== undefined || start !== undefined) return { kind: 'problems', name, start }
    const text = newPilotText(asked, this.#session.analyses.today())
    return { kind: 'text', file: `${asked.name}.pilot.yaml`, text }
  }

  async names(): Promise<KnownNames> {
    await this.#session.settled()
    const facts = this.#names.facts()
    const all = (kind: 'person' | 'team'): readonly string[] =>
      knownNames(kind, facts, this.#session.analyses.registry).map(({ name }) => name)
    return { people: all('person'), teams: all('team'), today: this.#session.analyses.today() }
  }

  /** The file is named from the folder that is asked about, which may lie below the root of its repository. */
  workflow(asked: unknown): StarterFile {
    const below = isRecord(asked) && typeof asked['below'] === 'string' ? asked['below'] : ''
    const { path, text } = workflow(about, below)
    return { path, text }
  }

  /** What would be found in a text if a pilot file of that name held it. */
  async check({ text, name = 'new' }: TextToCheck): Promise<readonly FindingItem[]> {
    await this.#session.settled()
    const file = new PilotFile(`untitled:${name}.pilot.yaml`, null, { kind: 'text', text })
    const { findings, lines } = this.#session.analyses.of(file)
    return findings.map(({ rule, severity, message, span }) => {
      return { rule, severity, message, range: rangeOf(lines, span) }
    })
  }

  #problemWithTaken(name: string): string | undefined {
    const isTaken = this.#names.facts().some((each) => each.name === name)
    return isTaken ? `"${name}" is the name of another pilot already. Choose another one.` : undefined
  }
}

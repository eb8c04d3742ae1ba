import { manualData } from '../words/manual.ts'
import type { Located } from './located.ts'
import type { IntegrationSystem, Pilot } from './model.generated.ts'
import { integratedOf, integrations, sourcesOf } from './systems.ts'

/** A text of the author that says that people carry the data by hand. */
export interface HandCarried {
  readonly text: Located<string>
  readonly words: string
  /** What should be connected instead, as it stands in a sentence. */
  readonly target: string
  /** The system of the integration that the text names; absent for a data source. */
  readonly system: IntegrationSystem | undefined
}

/** The systems and sources that are carried by hand by their words. Where a method is stated, that decides and not the words. */
export function handCarried(pilot: Pilot): readonly HandCarried[] {
  const systems = integratedOf(pilot).filter(({ method }) => !method)
  return [...systems.flatMap((each) => found(each.system, BEHIND, each)), ...bySources(pilot)]
}

const BEHIND = 'the system behind it'

function bySources(pilot: Pilot): readonly HandCarried[] {
  const integrationWith = integrations(pilot)
  return sourcesOf(pilot).flatMap(({ system, contents }) => {
    const link = system && integrationWith(system.value)
    if (link?.method) return []
    const inContents = found(contents, system?.value ?? 'the system', undefined)
    // The name of a system is read where it is integrated.
    return inContents.length > 0 || link ? inContents : found(system, BEHIND, undefined)
  })
}

function found(
  text: Located<string> | undefined,
  target: string,
  system: IntegrationSystem | undefined,
): readonly HandCarried[] {
  const words = text && manualData.find(text.value)
  return text && words !== undefined ? [{ text, words, target, system }] : []
}

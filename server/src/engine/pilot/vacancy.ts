import { kindOfName } from '../words/people.ts'
import type { Located } from './located.ts'

interface Owner {
  readonly name: Located<string> | undefined
  readonly team: Located<string> | undefined
}

/** The words in the place of an owner, a person or a team, where they name neither. */
export function vacancyIn(owner: Owner | undefined): Located<string> | undefined {
  const named = [owner?.name, owner?.team].filter((each) => each !== undefined)
  return named.every(({ value }) => kindOfName(value) === 'vacancy') ? named[0] : undefined
}

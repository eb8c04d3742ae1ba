/** One thing that was looked at. */
export interface CheckUp {
  readonly name: string
  /** `note`: something is not done that could be; `wrong`: something does not work that should. */
  readonly state: 'fine' | 'note' | 'wrong'
  /** What is there, as half a sentence. It may hold text from files. */
  readonly says: string
  /** What to do about it. */
  readonly advice?: string | undefined
}

export function fine(name: string, says: string): CheckUp {
  return { name, state: 'fine', says }
}

export function note(name: string, says: string, advice?: string): CheckUp {
  return { name, state: 'note', says, advice }
}

export function wrong(name: string, says: string, advice: string): CheckUp {
  return { name, state: 'wrong', says, advice }
}

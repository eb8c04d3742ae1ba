import type { Pilot } from './model.generated.ts'

/** What a pilot is called, and known again by when its file has another path. */
export interface Identity {
  readonly name: string | undefined
  readonly title: string | undefined
}

export function identityOf({ name, title }: Pick<Pilot, 'name' | 'title'>): Identity {
  return { name: name?.value, title: title?.value }
}

import { gapText } from './history/source.ts'
import type { NotRun } from './lacking.ts'
import type { Need } from './rules/rule.ts'

/** What a rule lacked, and why that is not there. */
export interface Lack {
  readonly needs: Need
  readonly because?: NotRun['because'] | undefined
}

/** Why a rule was not run, as the end of a sentence: `for want of the Git history: it is switched off`. */
export function reasonOf({ needs, because }: Lack): string {
  return `for want of ${lacks[needs]}${because ? `: ${gapText(because)}` : ''}`
}

const lacks: Readonly<Record<Need, string>> = {
  today: 'a date',
  history: 'the Git history',
  portfolio: 'the other pilots',
  registry: 'a registry',
}

import type { IsoDate } from '../pilot/dates.ts'
import { choice, hole, sample, type Template, type TemplateBlock } from '../yaml/template.ts'

/** A first group of four, by name. */
export const adoptersTemplate: Template = [1, 2, 3, 4].map((number) => hole(`full name ${number}`))

/** A small rollout in production. */
export function rolloutTemplate(start: IsoDate): TemplateBlock {
  return {
    start: sample(start),
    environment: choice('production', 'staging', 'sandbox'),
    earlyAdopters: adoptersTemplate,
    participants: choice('mixed', 'representative', 'volunteers'),
    volume: sample('15%'),
  }
}

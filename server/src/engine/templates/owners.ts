import type { Change, Fix } from '../finding.ts'
import type { IsoDate } from '../pilot/dates.ts'
import { isAbsentAt } from '../pilot/located.ts'
import type { Pilot } from '../pilot/model.generated.ts'
import { hole, sample, type TemplateBlock } from '../yaml/template.ts'
import { insertAt } from './changes.ts'

/** Writes an owner: the whole block where there is none, and only its name where the block lacks that. */
export function nameOwner(pilot: Pilot, role: string, template: TemplateBlock): Change {
  if (isAbsentAt(pilot, 'owners', role)) return insertAt(pilot, ['owners', role], template)
  return insertAt(pilot, ['owners', role, 'name'], hole('full name'))
}

/** Puts another owner in the place of one who has left. */
export function replaceOwner(pilot: Pilot, role: string, template: TemplateBlock): Fix {
  const change = insertAt(pilot, ['owners', role], template)
  return { title: 'Name the one who follows', safe: false, changes: [change] }
}

export function operatorTemplate(team: string | undefined, since: IsoDate): TemplateBlock {
  return {
    name: hole('full name'),
    title: hole('position'),
    team: team ?? hole('team whose work changes'),
    since: sample(since),
    accountability: hole('their goal with its number and year'),
  }
}

export function sponsorTemplate(): TemplateBlock {
  return { name: hole('full name'), title: hole('position'), budgetAuthority: sample(true) }
}

export function productionOwnerTemplate(since: IsoDate): TemplateBlock {
  return { team: hole('team that runs it afterwards'), since: sample(since) }
}

/** Since when is asked before the start alone: whoever is named after it would be called late for it from then on. */
export function itTemplate({ timeline }: Pilot, today: IsoDate): TemplateBlock {
  const isLate = timeline?.start !== undefined && timeline.start.value < today
  return { name: hole('full name'), ...(isLate ? {} : { since: sample(today) }) }
}

export function deliveryTemplate(): TemplateBlock {
  return {
    name: hole('full name'),
    title: hole('position'),
    mandate: mandateTemplate,
    covers: deliveryAreas,
    contacts: Object.fromEntries(functions.map((each) => [each, contactTemplate(each)])),
  }
}

export const mandateTemplate: ReturnType<typeof hole> = hole(
  'what this person may decide over the groups that contribute',
)

export function contactTemplate(group: string): ReturnType<typeof hole> {
  return hole(`who speaks for ${group}`)
}

/** The areas of work between pilot and production, in the order of the format (claim N25). */
export const deliveryAreas = ['data-integration', 'deployment', 'compliance', 'stakeholders', 'kpis'] as const

/** The groups that each have a part in that work (claim N23). */
export const functions = ['engineering', 'product', 'data', 'compliance', 'business'] as const

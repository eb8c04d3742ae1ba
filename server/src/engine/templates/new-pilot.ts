import { type IsoDate, isDate } from '../pilot/dates.ts'
import { complaintAbout } from '../schema/answer.ts'
import { isDeviceName } from '../text/device-name.ts'
import { slugOf } from '../text/slug.ts'
import { type PilotKind, pilotTemplate, pilotText } from './pilot.ts'

/** What a person says of a pilot that is to be written, as they typed it; what is empty is left to be filled in. */
export interface NewPilot {
  readonly template: PilotKind
  readonly name: string
  readonly title?: string | undefined
  readonly team?: string | undefined
  readonly operator?: string | undefined
  readonly sponsor?: string | undefined
  readonly start?: string | undefined
}

/** The text of a new pilot. The name and the first day have to be without a problem. */
export function newPilotText({ template, name, ...rest }: NewPilot, today: IsoDate): string {
  const { title, team, operator, sponsor, start } = rest
  const facts = {
    name,
    title: said(title),
    team: said(team),
    operator: said(operator),
    sponsor: said(sponsor),
    start: said(start),
  }
  return pilotText(pilotTemplate(template, facts, today))
}

/** What is wrong with the short name of a pilot, and which one may be meant; `undefined` when it can be used. */
export function problemWithName(name: string): string | undefined {
  if (isDeviceName(name))
    return `"${name}" is kept by Windows for a device, and no file there can be called that. Did you mean "${name}-pilot"?`
  const problem = complaintAbout(['name'], name)
  if (problem === undefined) return undefined
  const meant = slugOf(name)
  return meant === '' || meant === name ? problem : `${problem} Did you mean "${meant}"?`
}

/** What is wrong with a day; `undefined` when it exists. */
export function problemWithDay(text: string): string | undefined {
  return isDate(text) ? undefined : complaintAbout(['timeline', 'start'], text)
}

function said(text: string | undefined): string | undefined {
  const short = text?.trim()
  return short === '' ? undefined : short
}

import { createHash } from 'node:crypto'
import type { IsoDate } from '../../engine/pilot/dates.ts'
import { pageOf } from '../../engine/rules/page.ts'
import { visible } from '../../engine/text/visible.ts'
import type { Coming, Outlook } from './forecast.ts'

/**
 * The forecast as a calendar (RFC 5545), with an all-day event for each finding. An event keeps its identity while its
 * finding is forecast, also when its day moves; the same forecast is the same text.
 */
export function calendar({ asOf, coming }: Outlook): string {
  const earlier = new Map<string, number>()
  const events = coming.flatMap((each) => {
    const key = `${each.path}\n${each.finding.rule}`
    const number = earlier.get(key) ?? 0
    earlier.set(key, number + 1)
    return event(each, `${key}\n${number}`, asOf)
  })
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Pilot as Code//pilots forecast//EN',
    'CALSCALE:GREGORIAN',
    ...events,
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

function event(
  { path, name, title, date, finding, was }: Coming,
  key: string,
  asOf: IsoDate,
): readonly string[] {
  const { rule, severity, message } = finding
  const weight = was ? `${severity}, so far ${was}` : severity
  return [
    'BEGIN:VEVENT',
    `UID:${createHash('sha256').update(key).digest('hex').slice(0, 32)}@pilot-as-code`,
    `DTSTAMP:${compact(asOf)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(date)}`,
    `SUMMARY:${text(`${title ?? name ?? path}: ${rule}`)}`,
    `DESCRIPTION:${[message, `${weight}, ${path}`, pageOf(rule)].map(text).join('\\n')}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

function compact(date: IsoDate): string {
  return date.replaceAll('-', '')
}

/** Characters that a calendar would obey are escaped, those that nobody sees are shown. */
function text(value: string): string {
  return visible(value).replace(/[\\;,]/g, '\\$&')
}

/** Octets of a line without its end. */
const WIDTH = 75

/** Breaks a line between characters; what goes on begins with a blank, which counts. */
function fold(line: string): string {
  let folded = ''
  let width = 0
  for (const character of line) {
    const octets = Buffer.byteLength(character)
    if (width + octets > WIDTH) {
      folded += '\r\n '
      width = 1
    }
    folded += character
    width += octets
  }
  return folded
}

import { wordsIn } from '../text/letters.ts'

/** Whether two names are of one firm, whatever its legal form: `Routewell` and `Routewell Pty. Ltd.`. */
export function isSameFirm(one: string, other: string): boolean {
  const name = firmName(one)
  return name !== '' && name === firmName(other)
}

/** Whether an address carries the name of a firm: `mail.route-well.co.uk` that of `Routewell SE`. */
export function isHostOf(host: string, firm: string): boolean {
  const labels = host.toLowerCase().split('.').slice(0, -1)
  const isShared = labels.length > 1 && /^(?:co|com|org|net)$/.test(labels.at(-1) ?? '')
  const name = labels.at(isShared ? -2 : -1)?.replaceAll('-', '') ?? ''
  return name !== '' && name === firmName(firm)
}

/** Whether two people have their e-mail at the same host. */
export function areColleagues(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && hostOf(one) === hostOf(other)
}

export function hostOf(email: string): string {
  return email.toLowerCase().slice(email.indexOf('@') + 1)
}

/** The host of a domain that was written as an address of a page. */
export function hostIn(domain: string): string {
  const [host = ''] = domain
    .toLowerCase()
    .replace(/^(?:https?:\/\/)?(?:www\.)?/, '')
    .split('/', 1)
  return host
}

/** The firm that a title ends with. Behind a comma it may also be what the person answers for; `at` a firm one is employed. */
export function employerIn(title: string): { readonly firm: string; readonly isSure: boolean } {
  const [sign = '', firm = ''] = title
    .slice(0, 200)
    .split(/(\sat\s|[@,(|])/i)
    .slice(-2)
  return { firm, isSure: sign === '@' || sign.trim().toLowerCase() === 'at' }
}

function firmName(firm: string): string {
  const words = wordsIn(firm.slice(0, 200).toLowerCase().replaceAll('.', ''))
  const last = words.findLastIndex((word) => !LEGAL_FORMS.has(word))
  return words.slice(0, Math.max(last, 0) + 1).join('')
}

const LEGAL_FORMS = new Set([
  ...['inc', 'incorporated', 'corp', 'corporation', 'co', 'company', 'llc', 'llp', 'lp', 'ltd', 'limited'],
  ...['plc', 'pty', 'pte', 'pvt', 'private', 'gmbh', 'ag', 'se', 'kg', 'kgaa', 'ug', 'bv', 'nv', 'sa'],
  ...['sas', 'sarl', 'srl', 'spa', 'sl', 'ab', 'as', 'aps', 'oy', 'oyj', 'kk'],
])

/**
 * The number of a month, from 1, by its name in English, German, French, Spanish, Italian, Dutch or Portuguese, or by three of its first
 * letters or more, as far as only one begins so: `January`, `jan`, `Sept`, `März`, `juin`.
 */
export function monthNamed(text: string): number | undefined {
  const name = text.toLowerCase().normalize('NFD').replace(ACCENTS, '')
  if (name.length < 3) return undefined
  const months = MONTHS.flatMap((names, index) =>
    names.some((each) => each.startsWith(name)) ? [index + 1] : [],
  )
  const whole = MONTHS.findIndex((names) => names.includes(name)) + 1
  return whole || (months.length === 1 ? months[0] : undefined)
}

const ACCENTS = /[\u0300-\u036f]/g

const MONTHS = [
  ['january', 'januar', 'janvier', 'enero', 'gennaio', 'januari', 'janeiro'],
  ['february', 'februar', 'fevrier', 'febrero', 'febbraio', 'februari', 'fevereiro'],
  ['march', 'marz', 'maerz', 'mars', 'marzo', 'maart', 'marco', 'mrt'],
  ['april', 'avril', 'abril', 'aprile'],
  ['may', 'mai', 'mayo', 'maggio', 'mei', 'maio'],
  ['june', 'juni', 'juin', 'junio', 'giugno', 'junho'],
  ['july', 'juli', 'juillet', 'julio', 'luglio', 'julho'],
  ['august', 'aout', 'agosto', 'augustus'],
  ['september', 'septembre', 'septiembre', 'settembre', 'setembro'],
  ['october', 'oktober', 'octobre', 'octubre', 'ottobre', 'outubro'],
  ['november', 'novembre', 'noviembre', 'novembro'],
  ['december', 'dezember', 'decembre', 'diciembre', 'dicembre', 'dezembro'],
]

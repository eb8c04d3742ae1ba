import { once } from '../once.ts'

/**
 * The code of a place by its name, in English or as people call it there, of those that a regime may concern: `U.S.`, too. Besides
 * the countries of the United Kingdom, whose codes hardly anybody knows who works there.
 */
export function codeOf(name: string): string | undefined {
  return known().get(
    name
      .trim()
      .normalize('NFC')
      .toLowerCase()
      .replaceAll('.', '')
      .replace(/^the |[ -](?:wide|weit)$/g, ''),
  )
}

const known = once((): ReadonlyMap<string, string> => {
  const places = NAMES.split(' ').map((each) => each.replaceAll('_', ' ').split(/[=,]/))
  return new Map(
    places.flatMap(([code = '', ...names]) => [code.toLowerCase(), ...names].map((name) => [name, code])),
  )
})

const NAMES =
  'EU=european_union,europäische_union,union_européenne US=usa,united_states US-CO=colorado US-TX=texas ' +
  'AT=austria,österreich BE=belgium,belgië,belgique BG=bulgaria CY=cyprus CZ=czechia,czech_republic,česko ' +
  'DE=germany,deutschland DK=denmark,danmark EE=estonia,eesti ES=spain,españa FI=finland,suomi FR=france ' +
  'GB=united_kingdom,great_britain GB-ENG=england GB-NIR=northern_ireland GB-SCT=scotland GB-WLS=wales ' +
  'GR=greece HR=croatia,hrvatska HU=hungary,magyarország IE=ireland IT=italy,italia LT=lithuania,lietuva ' +
  'LU=luxembourg,luxemburg LV=latvia,latvija MT=malta NL=netherlands,nederland PL=poland,polska PT=portugal ' +
  'RO=romania,românia SE=sweden,sverige SI=slovenia,slovenija SK=slovakia,slovensko'

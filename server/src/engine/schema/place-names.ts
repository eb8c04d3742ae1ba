import { once } from '../once.ts'

/** The code of a place by its name, in English or as people call it there, of those that a regime may concern. */
export function codeOf(name: string): string | undefined {
  const plain = name.trim().toLowerCase()
  const code = plain.toUpperCase()
  return known().has(code) ? code : known().get(plain.replace(/^the |[ -](?:wide|weit)$/g, ''))
}

const known = once((): ReadonlyMap<string, string> => {
  const places = NAMES.split(' ').map((each) => each.replaceAll('_', ' ').split(/[=,]/))
  return new Map(places.flatMap(([code = '', ...names]) => [code, ...names].map((name) => [name, code])))
})

const NAMES =
  'EU=eu,european_union,europäische_union,union_européenne,unión_europea,unione_europea,europese_unie,união_europeia ' +
  'US=usa,u.s.,u.s.a.,united_states,united_states_of_america US-CO=colorado US-TX=texas AT=austria,österreich ' +
  'BE=belgium,belgië,belgique,belgien BG=bulgaria,българия CY=cyprus,κύπρος CZ=czechia,czech_republic,česko ' +
  'DE=germany,deutschland DK=denmark,danmark EE=estonia,eesti ES=spain,españa FI=finland,suomi FR=france ' +
  'GR=greece,ελλάδα HR=croatia,hrvatska HU=hungary,magyarország IE=ireland,éire IT=italy,italia ' +
  'LT=lithuania,lietuva LU=luxembourg,luxemburg LV=latvia,latvija MT=malta NL=netherlands,nederland ' +
  'PL=poland,polska PT=portugal RO=romania,românia SE=sweden,sverige SI=slovenia,slovenija SK=slovakia,slovensko'

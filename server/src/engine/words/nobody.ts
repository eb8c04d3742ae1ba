import { isPlaceholder } from './placeholder.ts'

/** Whether a text stands where a name belongs and names nobody: `TBD`, `vacant`, `someone from claims`. */
export function isNobody(text: string): boolean {
  const short = text.toLowerCase().replace(/’/g, "'")
  return isPlaceholder(text) || vacantWords.has(short) || (VACANT.test(short) && !FAMILY_NAME.test(text))
}

/** How a gap begins or ends. "Not" alone is a name. */
const VACANT =
  /^(?:vacant|vacancy|pending (?:hire|approval|appointment|assignment|decision|confirmation)|to be|still to|not (?:yet|assigned|named|known|decided|defined|applicable|staffed|found)|(?:nobody|no one|none) (?:yet|so far|assigned|named)|(?:some|any)(?:one|body)|every(?:one|body) (?:at|from|in|on)|whoever|one of|open (?:headcount|req(?:uisition)?|role|seat)|(?:the )?person (?:from|in|on|who)|successor of|jemand|irgend(?:jemand|wer|eine?r?)|wer .*hat$|nachfolge(?:r(?:in)?)? (?:gesucht|offen|von)|[fv]olgt|w(?:ird|ordt) .+|nicht (?:be\S+|vergeben)|quelqu'une?|n'importe qui|cel(?:ui|le) qui|personne (?:encore|pour)|alguien|cualquiera|quien (?:est[áé]|tenga)|nog (?:niet|in te|aan te)|nader te (?:bepalen|benoemen|bespreken)|(?:non )?ancora da|non (?:ancora )?(?:nom(?:in|m)|assegnat|d[eé](?:fin|sign)|applic)\S+|da (?:assegnare|individuare|trovare)|in (?:attesa|afwachting|(?:fase|corso) di selezione)|(?:a[uú]n )?(?:sin|por) (?:asign|defin|nombr)[ai]r|pendiente de|qualcuno)(?![a-zà-ÿ])|\b(?:va[ck]ante?|vacature|selezione in corso|unassigned|unstaffed|unbesetzt)$/

/** `Maria Vacante`, and no `Puesto Vacante`. */
const FAMILY_NAME = /^(?!Cargo|Plaza|Posi|Puesto)\S+ Vacante$/

/** Words that hold the place of a name. */
const vacantWords: ReadonlySet<string> = new Set(
  (
    'anyone|everybody|everyone|multiple|n/a|na|nobody|no one|none|open|hiring|pending|somebody|someone|unassigned|' +
    'undecided|unfilled|unknown|unspecified|unstaffed|vacancy|vacant|various|new hire|new joiner|new starter|' +
    'open position|to follow|to hire|hire pending|ditto|as above|same as above|the above|rotating|rotation|' +
    'on rotation|not sure|unclear|all of us|all of them|successor|name|full name|your name|your name here|first last|name surname|' +
    'firstname lastname|first name last name|vacante|pendiente|nadie|' +
    'desconocido|todos|todo el mundo|cada uno|todavía nadie|ninguém|em aberto|rotativo|por turnos|nombre apellido|nombre y apellidos|nessuno|aucun|personne|' +
    'inconnu|tous|tout le monde|à tour de rôle|en rotation|pas encore|pas encore nommé|poste à pourvoir|recrutement en cours|' +
    'en cours de recrutement|en recrutement|idem|chacun|prénom nom|nom prénom|nn|n.n.|offen|' +
    'nein|keine|entfällt|keiner|niemand|noch niemand|noch keiner|alle|wir alle|jeder|nachfolger|neue leitung|wechselnd|rotierend|unbekannt|unklar|dito|' +
    'onbekend|iedereen|n.t.b.|n.v.t.|nvt|geen|nee|tutti|sconosciuto|a rotazione|posizione aperta|' +
    'siehe oben|stelle offen|vorname nachname|nachname vorname'
  ).split('|'),
)

import { wordSet } from './word-set.ts'

/** The nouns of positions: `Plant Manager`, `Head of Sales`. */
export const positionWords: ReadonlySet<string> = wordSet(
  'analyst chair chief coordinator deputies deputy director executive foreman head lead leader manager',
  'officer operator owner planner president sponsor supervisor vp svp evp accountant adjuster administrator',
  'adviser advisor agent architect auditor buyer clerk colleague consultant contractor controller developer',
  'dispatcher employee engineer handler nurse partner representative scheduler scientist specialist',
  'stakeholder superintendent technician underwriter user chef coach editor headmaster headteacher',
  'librarian pharmacist principal secretary teacher leiter leiterin bürgermeister bürgermeisterin ceo cdo',
  'cfo chro cio ciso cmo coo cpo cto bursar chancellor councillor counsel founder mayor registrar treasurer',
  'trustee oberbürgermeister oberbürgermeisterin teamleider dezernent dezernentin disponent disponentin',
  'kämmerin stadtkämmerer stadtkämmerin leitung prokurist prokuristin vorständin vorstandsmitglied',
  'burgemeester directeur directrice directora direttore direttrice gerente alcalde alcaldesa maire sindaco',
  'provost commissioner gérant gérante concejal concejala cheffe jefa jefe président présidente responsable responsabile caporedattore',
  'beauftragte beauftragter sachbearbeitung cadre capo coordinadora encargada encargado gestionnaire hoofd',
  'rector redactor rédacteur rédactrice secrétaire master meister meisterin pdg dgs caposquadra ploegleider',
)

/** What stands in front of a position. */
export const positionRanks: ReadonlySet<string> = wordSet(
  'acting assistant associate deputy external general interim internal junior managing senior vice',
)

/** Where a position is held. Without a position beside them they are names as well: `Ward`, `Line`, `Branch`. */
export const positionPlaces: ReadonlySet<string> = wordSet(
  'account area branch brand case category charge clinic day depot district duty floor hospital hotel key',
  'kitchen late line night restaurant school shift shop site store ward farm fire library pharmacy police',
  'sous baker brewer farmer cook gardener scrum',
)

/** Small words between a position and what it is held over: `Leiterin der Pflege`, `Director de Operaciones`. */
export const positionJoints: ReadonlySet<string> = wordSet('de del della der des di du für la le les van von')

/** How German words for positions end: `Amtsleiterin`, `Küchenchef`. */
export const POSITION_ENDING: RegExp =
  /^(?:(?:\p{L}{3,}(?:leiter|führer|chef|arbeiter|bearbeiter|koordinator|direktor|manager|redakteur|leider|hoofd)|(?:bäcker|elektro|haus|industrie|küchen|schicht|werkstatt)meister)(?:in)?|\p{L}{3,}(?:arzt|ärztin)|\p{L}{2,}beauftragter?)$/u

/** Whether a word in small letters is that of a position; some are family names as well. */
export function isPositionWord(word: string): boolean {
  return positionWords.has(word) || POSITION_ENDING.test(word)
}

/** A dean is one only with what is said of the office: `Dean Ashby` is a person. */
export const DEAN: RegExp =
  /^(?:(?:the|vice|associate|deputy|assistant|acting|interim) )+dean(?: of \S+)?$|^dean of \S+$/i

/** In front of a position, which is written small behind them but in German: `Le Maire` is a person. */
export const ARTICLE: RegExp = /^(?:(?:[Ll][ea]|[Ii]l|[Ee]l|[Dd]e|[Hh]et) (?=\p{Ll})|[Dd](?:er|ie|as) )/u

/** Regions that follow a position: what stands behind `Head of Sales` is one of them, or a name. */
export const regionWords: ReadonlySet<string> = wordSet(
  'africa america americas apac asia australia benelux central dach east eastern emea europe european',
  'france germany india international latin middle new nordics north northern pacific south southern uk us',
  'usa west western worldwide',
)

/** Words that join the others and name nothing. */
export const joiningWords: ReadonlySet<string> = new Set(['all', 'and', 'for', 'in', 'of', 'our', 'the'])

/** What stands behind the comma of one person's name. */
export const nameEndings: ReadonlySet<string> = wordSet(
  'phd dphil md mba msc bsc ma ba rn cpa pe pmp esq jr sr ii iii iv inc llc ltd gmbh ag plc corp',
)

/** What stands in front of a name. */
export const nameTitles: ReadonlySet<string> = wordSet(
  'dr prof professor mr mrs ms mx sir dame frau herr madame mme monsieur señor señora sra signor signora',
)

/** Words that hold the place of a name. */
export const vacantWords: ReadonlySet<string> = new Set([
  ...[
    'anyone',
    'everybody',
    'everyone',
    'multiple',
    'n/a',
    'na',
    'nobody',
    'no one',
    'none',
    'open',
    'hiring',
  ],
  ...['pending', 'somebody', 'someone', 'unassigned', 'undecided', 'unfilled', 'unknown', 'unspecified'],
  ...['unstaffed', 'vacancy', 'vacant', 'various', 'new hire', 'open position', 'to follow', 'to hire'],
  ...['por asignar', 'sin asignar', 'vacante', 'pendiente', 'nadie', 'nessuno', 'aucun', 'personne'],
  ...['nn', 'n.n.', 'vakant', 'unbesetzt', 'derzeit unbesetzt', 'offen', 'folgt', 'keiner', 'niemand'],
])

import { wordSet } from './word-set.ts'

/** The nouns of positions: `Plant Manager`, `Head of Sales`. */
export const positionWords: ReadonlySet<string> = wordSet(
  'analyst chair chief coordinator deputies deputy director executive foreman head lead leader manager',
  'officer operator owner planner president sponsor supervisor vp svp evp accountant adjuster administrator',
  'adviser advisor agent architect auditor buyer clerk colleague consultant contractor controller developer',
  'dispatcher employee engineer handler nurse partner representative scheduler scientist specialist',
  'stakeholder superintendent technician underwriter user chef coach editor headmaster headteacher',
  'librarian pharmacist principal secretary teacher leiter leiterin bürgermeister bürgermeisterin ceo cdo',
  'cco cfo chro cio ciso cmo coo cpo cro cso cto bursar chancellor councillor counsel founder mayor registrar treasurer',
  'trustee oberbürgermeister oberbürgermeisterin teamleider dezernent dezernentin disponent disponentin',
  'kämmerin stadtkämmerer stadtkämmerin leitung prokurist prokuristin vorständin vorstandsmitglied',
  'burgemeester directeur directrice directora direttore direttrice gerente alcalde alcaldesa maire sindaco',
  'provost commissioner gérant gérante concejal concejala cheffe jefa jefe président présidente responsable responsabile caporedattore',
  'beauftragte beauftragter sachbearbeitung cadre capo coordinadora encargada encargado gestionnaire hoofd',
  'rector redactor rédacteur rédactrice secrétaire master meister meisterin pdg dgs caposquadra ploegleider',
  'volunteer rep kollege kollegin collègue compañero compañera infirmière infirmier enfermera enfermero',
  'diensthabende diensthabender anwender nutzer techniker fahrer kundenberater',
)

/** What stands in front of a position. */
export const positionRanks: ReadonlySet<string> = wordSet(
  'acting assistant associate deputy external general interim internal junior managing new senior vice',
)

/** Where a position is held. Without a position beside them they are names as well: `Ward`, `Line`, `Branch`. */
export const positionPlaces: ReadonlySet<string> = wordSet(
  'account area branch brand case category charge clinic day depot district duty floor hospital hotel key',
  'kitchen late line night restaurant school shift shop site store ward farm fire library pharmacy police',
  'sous baker brewer farmer cook gardener scrum werk standort filiale niederlassung region magasin agence',
  'médecin atelier usine rayon tienda planta turno zona',
)

/** Small words between a position and what it is held over: `Leiterin der Pflege`, `Director de Operaciones`. */
export const positionJoints: ReadonlySet<string> = wordSet(
  'à am at de del della der des di du en für im la le les van von',
)

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
export const ARTICLE: RegExp =
  /^(?:(?:[Ll](?:[ea]s?|os)|[Ii]l|[Ee]l|[Dd]e|[Hh]et|[Aa]ny?|[Uu]ne?|[Uu]na|[Ee](?:ach|very)|[Aa]) (?=\p{Ll})|(?:[Dd](?:er|ie|as)|[Ee]in(?:er?)?|alle) )/u

/** Forms of address as well: `Coach London`, `Chef Paris`, `Mayor Boston` may be people. */
export const addressWords: ReadonlySet<string> = wordSet(
  'bürgermeister bürgermeisterin chancellor chef chief coach commissioner councillor head mayor master meister nurse',
  'president principal secretary superintendent',
)

/** Words that join the others and name nothing. */
export const joiningWords: ReadonlySet<string> = new Set(['all', 'and', 'for', 'in', 'of', 'our', 'the'])

/** What stands behind the comma of one person's name. */
export const nameEndings: ReadonlySet<string> = wordSet(
  'phd dphil md mba msc bsc ma ba rn cpa pe pmp esq jr sr ii iii iv inc llc ltd gmbh ag plc corp',
  'frcp frcs mrcp facp facs bsn msn',
)

/** What stands in front of a name, without accents: so are names compared. */
export const nameTitles: ReadonlySet<string> = wordSet(
  'dr prof professor mr mrs ms mx sir dame frau herr madame mme monsieur senor senora sra signor signora',
  'pd privatdozent privatdozentin ddr mudr pr pre dre dra dott ssa mlle cllr',
  'oberarzt oberarztin chefarzt chefarztin stadtrat stadtratin gemeinderat gemeinderatin',
)
